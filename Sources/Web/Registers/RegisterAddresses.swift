import Foundation
import Kernel
import Programmes
import Registers

extension Addresses {
    static let registers = Address("/werk/{programme}/registers")
    static let register = Address("/werk/{programme}/registers/{register}")
    static let registerBoard = Address("/werk/{programme}/registers/{register}/bord")
    static let registerCalendar = Address("/werk/{programme}/registers/{register}/kalender")
    static let registerMap = Address("/werk/{programme}/registers/{register}/kaart")
    static let registerThen = Address("/werk/{programme}/registers/{register}/toen-en-nu")
    static let registerCSV = Address("/werk/{programme}/registers/{register}/lijst.csv")
    static let registerXLSX = Address("/werk/{programme}/registers/{register}/lijst.xlsx")
    static let registerImport = Address("/werk/{programme}/registers/{register}/inlezen")
    static let registerBlocks = Address("/werk/{programme}/registers/{register}/bouwstenen")
    static let newRegisterItem = Address("/werk/{programme}/registers/{register}/nieuw")
    static let registerItem = Address("/werk/{programme}/registers/{register}/{item}")
    static let changeRegisterItem = Address("/werk/{programme}/registers/{register}/{item}/wijzigen")
    static let moveRegisterItem = Address("/werk/{programme}/registers/{register}/{item}/stand")
    static let acceptRegisterItem = Address("/werk/{programme}/registers/{register}/{item}/aannemen")
    static let eraseRegisterItem = Address("/werk/{programme}/registers/{register}/{item}/wissen")
    static let registerFiles = Address("/werk/{programme}/registers/{register}/{item}/bestanden")
    static let registerFile = Address("/werk/{programme}/registers/{register}/{item}/bestanden/{file}")
    static let removeRegisterFile = Address("/werk/{programme}/registers/{register}/{item}/bestanden/{file}/weg")
    static let pairing = Address("/werk/{programme}/vraag-en-aanbod/{pairing}")

    static let publicRegister = Address("/voortgang/{programme}/registers/{register}")
    static let registerCalendarFeed = Address("/voortgang/{programme}/registers/{register}/kalender.ics")
    static let registerAtomFeed = Address("/voortgang/{programme}/registers/{register}/feed.atom")
    static let publicRegisterFile = Address("/voortgang/{programme}/registers/{register}/{item}/bestanden/{file}")
    static let proposeRegisterItem = Address("/voortgang/{programme}/registers/{register}/melden")
}

extension RegisterQuery {
    /// What an address asks for.
    init(_ fields: FormFields, of register: Register) {
        self.init()
        search = fields["zoek"]
        state = Register.State.ID(fields["stand"])
        for field in register.fields where field.kind.isChoice {
            if let value = fields[field.code.input].nonEmpty { chosen[field.code] = value }
        }
        let (first, last) = (Day(fields["van"]), Day(fields["tot"]))
        if first != nil || last != nil {
            let lower = first ?? .firstShown
            days = lower...max(lower, last ?? .lastShown)
        }
        sort = Sort.all(of: register).first { $0.word == fields["volgorde"] } ?? .name
        isProposed = fields["voorstellen"] == "ja"
        page = Int(fields["pagina"]) ?? 1
    }

    /// What comes behind the path of a list, to see the same.
    var address: String {
        var pairs: [(String, String)] = []
        if !search.isEmpty { pairs.append(("zoek", search)) }
        if let state { pairs.append(("stand", state.description)) }
        for (code, value) in chosen.sorted(by: { $0.key < $1.key }) { pairs.append((code.input, value)) }
        if let days {
            pairs.append(("van", days.lowerBound.description))
            pairs.append(("tot", days.upperBound.description))
        }
        if sort != .name { pairs.append(("volgorde", sort.word)) }
        if isProposed { pairs.append(("voorstellen", "ja")) }
        if page > 1 { pairs.append(("pagina", "\(page)")) }
        guard !pairs.isEmpty else { return "" }
        return "?" + pairs.map { "\($0)=\($1.inAddress)" }.joined(separator: "&")
    }

    func at(page: Int) -> RegisterQuery {
        var query = self
        query.page = page
        return query
    }
}

extension RegisterQuery.Sort {
    /// The orders that a list of a register can have.
    static func all(of register: Register) -> [Self] {
        [.name] + (register.hasDays ? [.day] : []) + [.changed]
            + register.fields.filter(\.kind.isNumber).map { .number($0.code) }
    }

    /// In an address.
    var word: String {
        switch self {
        case .name: "name"
        case .day: "day"
        case .changed: "changed"
        case .number(let field): field.input
        }
    }
}

extension Register.Field.ID {
    /// What its field in a form is called.
    var input: String { "veld-\(description)" }
}

extension String {
    fileprivate var inAddress: String {
        addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed.subtracting(CharacterSet(charactersIn: "&=+#")))
            ?? ""
    }
}

extension Day {
    fileprivate static let firstShown = Day(daysSinceEpoch: 0)
    fileprivate static let lastShown = Day(daysSinceEpoch: 80_000)
}
