import Foundation
import Kernel
import Programmes
import Registers
import Spreadsheet

/// Items as a file, which can be read in again. Without persons: a list of people is not what it is for.
struct RegisterExport {
    private let language: Language
    private let fields: [Register.Field]
    private let names: RegisterNames
    private let states: [Register.State.ID: String]
    let headings: [String]

    init(programme: Programme, register: Register, isKeeper: Bool, language: Language) {
        self.language = language
        fields = register.fields(forKeeper: isKeeper).filter(\.kind.isWritten)
        names = RegisterNames(programme: programme)
        states = Dictionary(uniqueKeysWithValues: register.states.map { ($0.code, $0.name[language]) })
        headings =
            [Text(nl: "Nummer", en: "Number")[language]] + fields.map { $0.name[language] }
            + [Text(nl: "Stand", en: "State")[language]]
    }

    var csvHeadings: String { CSVWriter.file([headings]) }

    func csv(_ item: RegisterItem) -> String {
        CSVWriter.line(["\(item.number)"] + fields.map { text(item, $0, item.value($0)) } + [state(of: item)])
    }

    func row(_ item: RegisterItem) -> [Workbook.Cell] {
        let cells = fields.map { field -> Workbook.Cell in
            switch item.value(field) {
            case .number(let number)?: .number(NSDecimalNumber(decimal: number).doubleValue)
            case .day(let day)?: .day(day)
            case .money(let amount)?: .money(amount)
            case nil where item.stored(field) == nil: .empty
            case let value: .text(text(item, field, value))
            }
        }
        return [.count(item.number)] + cells + [.text(state(of: item))]
    }

    private func state(of item: RegisterItem) -> String { states[item.state] ?? item.state.description }

    /// Without the unit, so that it is read again as it was; what no longer fits is as it was written.
    private func text(_ item: RegisterItem, _ field: Register.Field, _ value: RegisterValue?) -> String {
        guard let value else { return item.stored(field) ?? "" }
        return switch value {
        case .number(let number): number.description.replacing(".", with: ",")
        case .money(let amount): amount.typed
        // Read in again, an empty cell leaves what cannot be seen.
        case .company("", _, _): ""
        default: names.text(value, field, language)
        }
    }
}
