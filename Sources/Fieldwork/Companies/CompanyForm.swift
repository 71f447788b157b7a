package import Foundation
import Kernel
package import Programmes

/// A company as somebody typed it: nothing about it is known to be true.
package struct CompanyForm: Equatable, Sendable {
    package enum Field: String, CaseIterable, Sendable, Codable {
        case name, kvkNumber, branchNumber, sbiCode, sector, size, street, postcode, city, municipality, isMember,
            source
    }

    private var values: [Field: String] = [:]
    /// The version that was looked at while typing; `nil` for a new company.
    package var version: Int?
    /// "Yes, this is another company", after a warning that one looks the same.
    package var isOther = false

    package init() {}

    package init(_ company: Company) {
        self[.name] = company.name
        self[.kvkNumber] = company.kvkNumber ?? ""
        self[.branchNumber] = company.branchNumber ?? ""
        self[.sbiCode] = company.sbiCode ?? ""
        self[.sector] = company.sector?.description ?? ""
        self[.size] = company.size?.rawValue ?? ""
        self[.street] = company.street ?? ""
        self[.postcode] = company.postcode ?? ""
        self[.city] = company.city ?? ""
        self[.municipality] = company.municipality?.description ?? ""
        self[.isMember] = company.isMember.map { $0 ? "ja" : "nee" } ?? ""
        self[.source] = company.source
        version = company.version
    }

    package subscript(field: Field) -> String {
        get { values[field] ?? "" }
        set { values[field] = newValue }
    }
}

extension Company {
    /// What was filled in, as a company; throws everything that is wrong with it at once.
    ///
    /// A sector that is left open is read from the SBI code, and a municipality from the postcode, where the programme
    /// knows exactly one.
    package init(
        id: ID,
        form: CompanyForm,
        in programme: Programme,
        createdAt: Date,
        version: Int = 1
    ) throws(InvalidCompany) {
        var reader = CompanyFormReader(form: form, programme: programme)
        let name = reader.text(.name)
        if name == nil { reader.issues.append(.nameMissing) }
        let kvkNumber = reader.read(.kvkNumber, else: .kvkNumberInvalid, CompanyNotation.kvkNumber)
        let branchNumber = reader.read(.branchNumber, else: .branchNumberInvalid, CompanyNotation.branchNumber)
        if branchNumber != nil, form[.kvkNumber].nonEmpty == nil { reader.issues.append(.kvkNumberMissing) }
        let sbiCode = reader.read(.sbiCode, else: .sbiCodeInvalid, CompanyNotation.sbiCode)
        let postcode = reader.read(.postcode, else: .postcodeInvalid, CompanyNotation.postcode)
        let chosenSector = reader.read(.sector, else: .sectorUnknown) { Sector.ID($0).flatMap(programme.sector)?.code }
        let chosenMunicipality = reader.read(.municipality, else: .municipalityUnknown) { text in
            AreaCode(text).flatMap { code in programme.municipalities.first { $0.code == code } }?.code
        }
        let municipality = chosenMunicipality ?? postcode.flatMap(programme.municipality(forPostcode:))?.code
        if form[.municipality].nonEmpty == nil, form[.postcode].nonEmpty == nil { reader.issues.append(.placeMissing) }
        let size = reader.read(.size, else: .sizeUnknown, SizeClass.init(rawValue:))
        let isMember = reader.read(.isMember, else: .memberUnknown, CompanyNotation.yesOrNo)
        let street = reader.text(.street)
        let city = reader.text(.city)
        let source = reader.text(.source)
        guard reader.issues.isEmpty, let name else { throw InvalidCompany(issues: reader.issues) }
        self.init(
            id: id,
            name: name,
            kvkNumber: kvkNumber,
            branchNumber: branchNumber,
            sbiCode: sbiCode,
            sector: chosenSector ?? sbiCode.flatMap(programme.sector(forSBI:))?.code,
            size: size,
            street: street,
            postcode: postcode,
            city: city,
            municipality: municipality,
            isMember: isMember,
            source: source ?? "",
            createdAt: createdAt,
            version: version
        )
    }
}

private struct CompanyFormReader {
    let form: CompanyForm
    let programme: Programme
    var issues: [InvalidCompany.Issue] = []

    /// `nil` for an empty field; too much text is an issue.
    mutating func text(_ field: CompanyForm.Field) -> String? {
        let limit = field == .name ? 200 : 150
        guard let text = form[field].cleanedLine else { return nil }
        guard text.utf8.count <= limit * 4, text.count <= limit else {
            issues.append(.tooLong(field, limit: limit))
            // Something, so that "missing" is not reported as well.
            return "…"
        }
        if text.unicodeScalars.contains("\u{FFFD}") { issues.append(.unreadable(field)) }
        return text
    }

    mutating func read<Value>(
        _ field: CompanyForm.Field,
        else issue: InvalidCompany.Issue,
        _ parse: (String) -> Value?
    ) -> Value? {
        guard let text = form[field].nonEmpty else { return nil }
        guard text.utf8.count <= 200, let value = parse(text) else {
            issues.append(issue)
            return nil
        }
        return value
    }
}

extension Programme {
    /// The sector to propose for an SBI code: the one whose codes fit it longest.
    package func sector(forSBI code: String) -> Sector? {
        let fitting = sectors.compactMap { sector in
            sector.sbi.filter { !$0.isEmpty && code.hasPrefix($0) }.map(\.count).max().map { (sector, $0) }
        }
        return fitting.max { $0.1 < $1.1 }?.0
    }
}
