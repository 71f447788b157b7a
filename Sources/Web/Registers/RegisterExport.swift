import Foundation
import Kernel
import Programmes
import Registers
import Spreadsheet

/// Items as a file, which can be read in again. Without persons: a list of people is not what it is for.
struct RegisterExport {
    let programme: Programme
    let register: Register
    let isKeeper: Bool
    let language: Language

    private var fields: [Register.Field] { register.fields(forKeeper: isKeeper).filter(\.kind.isWritten) }

    private var headings: [String] {
        [Text(nl: "Nummer", en: "Number")[language]] + fields.map { $0.name[language] }
            + [Text(nl: "Stand", en: "State")[language]]
    }

    func csv(_ items: [RegisterItem]) -> String {
        let (fields, names) = (fields, RegisterNames(programme: programme))
        let states = stateNames
        let lines = items.map { item in
            ["\(item.number)"] + fields.map { cell(item, $0, names) }
                + [states[item.state] ?? item.state.description]
        }
        return CSVWriter.file([headings] + lines)
    }

    func workbook(_ items: [RegisterItem]) -> Workbook {
        let (fields, names) = (fields, RegisterNames(programme: programme))
        let states = stateNames
        let rows = items.map { item -> [Workbook.Cell] in
            [.count(item.number)]
                + fields.map { field in
                    switch item.value(field) {
                    case .number(let number)?: .number(NSDecimalNumber(decimal: number).doubleValue)
                    case .day(let day)?: .day(day)
                    case .money(let amount)?: .money(amount)
                    case nil where item.stored(field) == nil: .empty
                    default: .text(cell(item, field, names))
                    }
                } + [.text(states[item.state] ?? item.state.description)]
        }
        return Workbook(
            title: register.name[language],
            author: "Karavaan",
            sheets: [Workbook.Sheet(name: register.name[language], headings: headings, rows: rows)]
        )
    }

    private var stateNames: [Register.State.ID: String] {
        Dictionary(uniqueKeysWithValues: register.states.map { ($0.code, $0.name[language]) })
    }

    /// Without the unit, so that it is read again as it was.
    private func cell(_ item: RegisterItem, _ field: Register.Field, _ names: RegisterNames) -> String {
        guard let value = item.value(field) else { return item.stored(field) ?? "" }
        return switch value {
        case .number(let number): number.description.replacing(".", with: ",")
        case .money(let amount): amount.typed
        // Read in again, an empty cell leaves what cannot be seen.
        case .company("", _, _): ""
        default: names.text(value, field, language)
        }
    }
}
