package import Kernel
package import Programmes
import Storage

/// Where a company is kept: in the programme that it comes from, once. A register only points there.
package struct CompanyReference: Hashable, Sendable {
    package let programme: ProgrammeID
    package let company: ID<CompanyReference>

    package init(programme: ProgrammeID, company: ID<CompanyReference>) {
        self.programme = programme
        self.company = company
    }

    /// As it is kept instead of a name.
    var stored: String { "= \(programme) \(company)" }

    init?(stored: String) {
        guard stored.hasPrefix("= ") else { return nil }
        let parts = stored.split(separator: " ").map(String.init)
        guard parts.count == 3, parts[0] == "=", let programme = ProgrammeID(parts[1]),
            let company = ID<CompanyReference>(parts[2])
        else { return nil }
        self.init(programme: programme, company: company)
    }
}

/// A company of another programme that may be named here (*gedeeld bedrijf*).
package struct SharedCompany: Equatable, Sendable {
    package let reference: CompanyReference
    package let name: String
    package let number: String?

    package init(reference: CompanyReference, name: String, number: String?) {
        self.reference = reference
        self.name = name
        self.number = number
    }
}

/// The companies that other programmes share with one, at this moment.
package protocol CompanyDirectory: Sendable {
    /// Those of `references` that are still shared, or all of them when `nil`.
    func companies(for programme: Programme, among references: Set<CompanyReference>?) async throws -> [SharedCompany]
}

/// For a place where nothing is shared.
package struct NoSharedCompanies: CompanyDirectory {
    package init() {}

    package func companies(
        for programme: Programme,
        among references: Set<CompanyReference>?
    ) async throws -> [SharedCompany] { [] }
}

/// Shared companies, found by what people write: the number, or a name that only one of them has.
struct SharedCompanyIndex: Sendable {
    private var byNumber: [String: CompanyReference] = [:]
    private var byName: [String: [CompanyReference]] = [:]
    private var names: [CompanyReference: (name: String, number: String?)] = [:]

    init(_ companies: [SharedCompany] = []) {
        for company in companies {
            names[company.reference] = (company.name, company.number)
            if let number = company.number { byNumber[number] = company.reference }
            byName[company.name.folded, default: []].append(company.reference)
        }
    }

    /// What is kept for a company that was written down: where it is kept already, or its name.
    func stored(_ value: RegisterValue, earlier: String?) -> String {
        guard case .company(let name, let number, _) = value else { return value.stored }
        if let earlier, let reference = CompanyReference(stored: earlier), let known = names[reference],
            known.name == name, known.number == number
        {
            return earlier
        }
        let found = number.flatMap { byNumber[$0] } ?? (number == nil ? only(byName[name.folded]) : nil)
        return found?.stored ?? value.stored
    }

    private func only(_ references: [CompanyReference]?) -> CompanyReference? {
        references.flatMap { $0.count == 1 ? $0.first : nil }
    }

    /// Whether it points at a company that cannot be seen any more, so that an empty field does not mean to take it away.
    func isLost(_ stored: String) -> Bool { CompanyReference(stored: stored).map { names[$0] == nil } ?? false }

    /// The name and number of where it points, and whose it is; anything else as it is.
    func shown(_ stored: String) -> String {
        guard let reference = CompanyReference(stored: stored) else { return stored }
        let known = names[reference]
        return "\(known?.name ?? "")\n\(known?.number ?? "")\n\(reference.programme)"
    }
}

extension Registers {
    /// Everything that may be named in a register with companies.
    func sharedCompanies(for register: Register, in programme: Programme) async throws -> SharedCompanyIndex {
        guard register.hasCompanies else { return SharedCompanyIndex() }
        return SharedCompanyIndex(try await companies.companies(for: programme, among: nil))
    }

    /// More than this is no list to choose from; a name or a number that is typed is found all the same.
    private static let suggestionLimit = 1000

    /// The companies that a keeper may choose from, by name, as far as that is a list.
    package func suggestions(
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [SharedCompany] {
        let register = try own(code, in: programme, as: principal)
        guard register.hasCompanies else { return [] }
        return Array(try await companies.companies(for: programme, among: nil).prefix(Self.suggestionLimit))
    }

    /// With those companies of other programmes that their words mean. Names are asked for at this moment: what is no longer
    /// shared is not found, and nothing of a name is kept here.
    func named(
        _ queries: [RegisterQuery],
        among stored: [String],
        in programme: Programme
    ) async throws -> [RegisterQuery] {
        let words = Set(queries.flatMap(\.words))
        // More than a statement has room for: then all of them are fewer questions than some.
        let references = stored.count > 1000 ? nil : Set(stored.compactMap(CompanyReference.init(stored:)))
        var found: [String: [String]] = [:]
        for company in try await companies.companies(for: programme, among: references) {
            let own = RegisterIndex.words(of: company.name + " " + (company.number ?? ""))
            for word in words where own.contains(where: { $0.hasPrefix(word) }) {
                found[word, default: []].append(company.reference.stored)
            }
        }
        return queries.map { query in
            var query = query
            query.companies = found
            return query
        }
    }

    /// Looks up what these point at; `nil` when they point at nothing.
    func index(
        of values: some Sequence<[String: String]>,
        _ register: Register,
        in programme: Programme
    ) async throws -> SharedCompanyIndex? {
        let fields = register.fields.filter { $0.kind == .company }.map(\.code.description)
        guard !fields.isEmpty else { return nil }
        let references = values.reduce(into: Set<CompanyReference>()) { found, values in
            found.formUnion(fields.compactMap { values[$0].flatMap(CompanyReference.init(stored:)) })
        }
        guard !references.isEmpty else { return nil }
        return SharedCompanyIndex(try await companies.companies(for: programme, among: references))
    }
}

extension [RegisterItem] {
    /// With the names of companies that another programme keeps.
    func named(by index: SharedCompanyIndex?, of register: Register) -> [RegisterItem] {
        index.map { index in map { $0.named(by: index, of: register) } } ?? self
    }
}

extension Register {
    var hasCompanies: Bool { fields.contains { $0.kind == .company } }

    func named(_ values: [String: String], by index: SharedCompanyIndex) -> [String: String] {
        var values = values
        for field in fields where field.kind == .company {
            values[field.code.description] = values[field.code.description].map(index.shown)
        }
        return values
    }
}

extension RegisterItem {
    func named(by index: SharedCompanyIndex, of register: Register) -> RegisterItem {
        with(values: register.named(values, by: index))
    }
}

extension RegisterRevision {
    func named(by index: SharedCompanyIndex, of register: Register) -> RegisterRevision {
        with(values: register.named(values, by: index))
    }
}
