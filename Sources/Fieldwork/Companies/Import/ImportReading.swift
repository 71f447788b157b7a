import Kernel
import Programmes

/// Turns the cells of one line into the form of a company and of a contact person, forgiving about how people and
/// spreadsheets write things. What it cannot make sense of it leaves as it is, for the rules to refuse.
struct ImportReading {
    private let programme: Programme
    private let municipalities: [String: AreaCode]
    private let sectors: [String: Sector.ID]
    private let notation = ImportNotation()

    init(programme: Programme) {
        self.programme = programme
        var municipalities: [String: AreaCode] = [:]
        for area in programme.municipalities {
            municipalities[Self.key(area.name)] = area.code
            municipalities[Self.key(area.code.description)] = area.code
            municipalities[Self.key(area.code.description.replacing("GM", with: ""))] = area.code
        }
        for (alias, name) in Self.aliases {
            if let code = municipalities[Self.key(name)] { municipalities[alias] = code }
        }
        self.municipalities = municipalities
        var sectors: [String: Sector.ID] = [:]
        for sector in programme.sectors {
            for name in [sector.code.description, sector.name.nl, sector.name.en] {
                sectors[Self.key(name)] = sector.code
            }
        }
        self.sectors = sectors
    }

    private static let aliases = [
        "denhaag": "'s-Gravenhage", "thehague": "'s-Gravenhage", "alphen": "Alphen aan den Rijn",
    ]

    func form(_ cells: ImportCells, source: String) -> (form: CompanyForm, issues: [ImportIssue]) {
        var form = CompanyForm()
        var issues: [ImportIssue] = []
        form[.name] = cells[.name]
        form[.kvkNumber] = number(cells, .kvkNumber, width: 8, from: 7, &issues)
        form[.branchNumber] = number(cells, .branchNumber, width: 12, from: 8, &issues)
        form[.sbiCode] = notation.sbiCode(cells[.sbiCode])
        form[.sector] = sectors[Self.key(cells[.sector])]?.description ?? cells[.sector]
        form[.size] = notation.size(cells[.size])?.rawValue ?? cells[.size]
        form[.street] = [cells[.street], cells[.houseNumber] + separator(cells) + cells[.houseAddition]]
            .compactMap(\.nonEmpty).joined(separator: " ")
        let (postcode, place) = notation.postcode(cells[.postcode])
        form[.postcode] = postcode
        form[.city] = cells[.city].nonEmpty ?? place
        form[.municipality] = municipality(cells)
        form[.isMember] = Self.isMember(cells[.isMember])
        form[.source] = cells[.source].nonEmpty ?? source
        return (form, issues)
    }

    /// `nil` when the line says nothing about a person. An address without a name is that of the company itself.
    func contact(_ cells: ImportCells) -> ContactForm? {
        let name = [cells[.contactFirstName], cells[.contactInfix], cells[.contactName]].compactMap(\.nonEmpty)
            .joined(separator: " ")
        let form = ContactForm(
            name: name.isEmpty ? "Algemeen" : name,
            position: cells[.contactPosition],
            email: cells[.contactEmail].replacing("mailto:", with: ""),
            phone: cells[.contactPhone].replacing("/", with: "-")
        )
        return name.isEmpty && form.email.isEmpty && form.phone.isEmpty ? nil : form
    }

    private func separator(_ cells: ImportCells) -> String {
        cells[.houseNumber].isEmpty || cells[.houseAddition].isEmpty ? "" : " "
    }

    private func municipality(_ cells: ImportCells) -> String {
        let text = cells[.municipality]
        guard let named = text.nonEmpty else {
            // No place but the name of a town that is a municipality as well.
            guard cells[.postcode].isEmpty else { return "" }
            return municipalities[Self.key(cells[.city])]?.description ?? ""
        }
        let key = Self.key(named)
        let short = key.hasPrefix("gemeente") ? String(key.dropFirst(8)) : key
        return (municipalities[key] ?? municipalities[short] ?? municipalities["0" + short])?.description ?? text
    }

    /// Spreadsheets drop the zeros in front and may add a decimal comma.
    private func number(
        _ cells: ImportCells,
        _ field: ImportField,
        width: Int,
        from least: Int,
        _ issues: inout [ImportIssue]
    ) -> String {
        let text = cells[field]
        guard text.utf8.count <= 40 else { return text }
        if text.utf8.count == width, text.isASCIIDigits { return text }
        if notation.isRounded(text) {
            issues.append(ImportIssue(.digitsLost, field, text))
            return ""
        }
        let digits = notation.digits(text)
        let others = text.folded.filter { !$0.isNumber && !" .,:-_'".contains($0) }
        guard ["", "kvk", "kvknummer", "kvknr", "nr", "vestiging"].contains(others) else { return text }
        guard (least...width).contains(digits.count) else { return text }
        return String(repeating: "0", count: width - digits.count) + digits
    }

    private static func isMember(_ text: String) -> String {
        guard text.utf8.count <= 80 else { return text }
        if let answer = CompanyNotation.yesOrNo(text) { return answer ? "ja" : "nee" }
        let words = text.folded
        if ["?", "-", "onbekend", "unknown", "n.v.t.", "nvt"].contains(words) { return "" }
        return words.hasPrefix("lid ") || words.hasSuffix("-lid") && words != "niet-lid" ? "ja" : text
    }

    private static func key(_ text: String) -> String {
        text.utf8.count > 200 ? "" : text.foldedWords.joined()
    }
}
