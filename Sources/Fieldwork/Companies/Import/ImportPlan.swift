import Foundation
import Kernel
import Programmes
import Spreadsheet

/// What is to become of one line of an imported file.
package enum ImportOutcome: String, Sendable, CaseIterable {
    case new, changed, same, wrong
}

/// A line of the file with what it means for the companies that we have.
package struct ImportResult: Sendable, Equatable {
    package let position: Int
    package let line: Int
    package var outcome: ImportOutcome
    package var issues: [ImportIssue] = []
    package var changes: [CompanyEvent.Change] = []
    /// As it will be; `nil` for a wrong line.
    package var company: Company?
    /// To be added to the company.
    package var contact: ContactPerson?
    /// What the file calls it, also when the line is wrong.
    package var name = ""
}

/// Somebody that a line may turn out to be.
struct ImportCandidate: Sendable {
    var company: Company
    var contactNames: Set<String>
    /// The line of the same file that it stands on; `nil` for a company that we had.
    var line: Int?
}

/// Compares lines with what is there, and with the lines before them. Pure: the same file and the same companies give
/// the same plan.
struct ImportPlan {
    private let programme: Programme
    private let reading: ImportReading
    private let columns: [ImportField: Int]
    private let headerCount: Int
    private let source: String
    private let now: Date
    private let makeID: () -> UUID
    private var byNumber: [String: [Company.ID]] = [:]
    private var byKey: [String: [Company.ID]] = [:]
    private var candidates: [Company.ID: ImportCandidate] = [:]

    init(
        programme: Programme,
        columns: [ImportField: Int],
        headerCount: Int,
        source: String,
        now: Date,
        makeID: @escaping () -> UUID
    ) {
        self.programme = programme
        reading = ImportReading(programme: programme)
        self.columns = columns
        self.headerCount = headerCount
        self.source = source
        self.now = now
        self.makeID = makeID
    }

    /// A line as far as it can be understood by itself.
    struct Draft {
        let position: Int
        let record: CSVRecord
        let cells: ImportCells
        let form: CompanyForm
        var issues: [ImportIssue]
        var company: Company?
        var contact: ContactPerson?
    }

    func draft(_ record: CSVRecord, position: Int) -> Draft {
        let cells = ImportCells(record.cells, columns: columns)
        let (form, found) = reading.form(cells, source: source)
        var draft = Draft(position: position, record: record, cells: cells, form: form, issues: found)
        switch record.flaw {
        case .unclosedQuote: draft.issues.append(ImportIssue(.unclosedQuote))
        case .cellTooLong: draft.issues.append(ImportIssue(.cellTooLong))
        case .tooManyCells: draft.issues.append(ImportIssue(.tooManyCells, nil, "\(headerCount)"))
        case nil:
            if record.cells.dropFirst(headerCount).contains(where: { $0.nonEmpty != nil }) {
                draft.issues.append(ImportIssue(.tooManyCells, nil, "\(headerCount)"))
            }
        }
        do throws(InvalidCompany) {
            draft.company = try Company(id: ID(makeID()), form: form, in: programme, createdAt: now)
        } catch {
            draft.issues += error.issues.map { ImportIssue($0, of: cells) }
        }
        if let contact = reading.contact(cells) {
            do throws(InvalidContact) {
                draft.contact = try ContactPerson(id: ID(makeID()), form: contact)
            } catch {
                draft.issues += error.issues.map { ImportIssue($0, of: cells) }
            }
        }
        return draft
    }

    mutating func know(_ candidate: ImportCandidate) {
        let id = candidate.company.id
        if let before = candidates[id]?.company {
            byNumber[before.kvkNumber ?? ""]?.removeAll { $0 == id }
            byKey[before.matchKey]?.removeAll { $0 == id }
        }
        candidates[id] = candidate
        if let number = candidate.company.kvkNumber { byNumber[number, default: []].append(id) }
        byKey[candidate.company.matchKey, default: []].append(id)
    }

    mutating func result(of draft: Draft) -> ImportResult {
        var result = ImportResult(
            position: draft.position,
            line: draft.record.line,
            outcome: .wrong,
            issues: draft.issues,
            name: String((draft.cells[.name].cleanedLine ?? "").prefix(200))
        )
        guard result.issues.isEmpty, let drafted = draft.company else { return result }
        switch match(drafted) {
        case .failure(let issue):
            result.issues = [issue]
        case .success(nil):
            result.outcome = .new
            result.company = drafted
            result.contact = draft.contact
            know(ImportCandidate(company: drafted, contactNames: draft.contactNames, line: draft.record.line))
        case .success(var candidate?):
            guard let merged = merge(draft, into: candidate.company, &result) else { return result }
            let changes = CompanyEvent.changes(from: candidate.company, to: merged)
            if let line = candidate.line, !changes.isEmpty {
                result.issues = [ImportIssue(.differsFromLine, nil, "\(line)")]
                return result
            }
            result.changes = changes
            result.company = merged
            if let contact = draft.contact, !candidate.contactNames.contains(contact.name.folded) {
                result.contact = contact
                candidate.contactNames.insert(contact.name.folded)
            }
            result.outcome = changes.isEmpty && result.contact == nil ? .same : .changed
            candidate.company = merged
            candidate.line = draft.record.line
            know(candidate)
        }
        return result
    }

    /// By number, else by name and postcode; never by name when both have a number.
    private func match(_ company: Company) -> Result<ImportCandidate?, ImportIssue> {
        let alike = (byKey[company.matchKey] ?? []).compactMap { candidates[$0] }
        guard let number = company.kvkNumber else {
            guard alike.count < 2 else { return .failure(ImportIssue(.severalAlike, .name, company.name)) }
            return .success(alike.first)
        }
        let branches = (byNumber[number] ?? []).compactMap { candidates[$0] }
        if let branch = company.branchNumber {
            if let same = branches.first(where: { $0.company.branchNumber == branch }) { return .success(same) }
            let open = branches.first { $0.company.branchNumber == nil && $0.company.matchKey == company.matchKey }
            if let open { return .success(open) }
        } else if branches.count > 1 {
            let here = branches.filter { $0.company.matchKey == company.matchKey }
            guard here.count == 1 else { return .failure(ImportIssue(.severalBranches, .kvkNumber, number)) }
            return .success(here[0])
        } else if let only = branches.first {
            return .success(only)
        }
        let unnumbered = alike.filter { $0.company.kvkNumber == nil }
        guard unnumbered.count < 2 else { return .failure(ImportIssue(.severalAlike, .name, company.name)) }
        return .success(unnumbered.first)
    }

    /// What the file says wins; where it says nothing, what we know stays.
    private func merge(_ draft: Draft, into company: Company, _ result: inout ImportResult) -> Company? {
        var form = CompanyForm(company)
        for field in CompanyForm.Field.allCases where field != .source && !draft.form[field].isEmpty {
            form[field] = draft.form[field]
        }
        // A new postcode may be in another municipality.
        if draft.form[.municipality].isEmpty, let postcode = draft.company?.postcode, postcode != company.postcode {
            form[.municipality] = draft.company?.municipality?.description ?? ""
        }
        do throws(InvalidCompany) {
            return try Company(
                id: company.id,
                form: form,
                in: programme,
                createdAt: company.createdAt,
                version: company.version
            )
        } catch {
            result.issues = error.issues.map { ImportIssue($0, of: draft.cells) }
            return nil
        }
    }
}

extension ImportPlan.Draft {
    fileprivate var contactNames: Set<String> { contact.map { [$0.name.folded] } ?? [] }
}

extension ImportIssue: Error {
    fileprivate init(_ issue: InvalidContact.Issue, of cells: ImportCells) {
        self =
            switch issue {
            case .nameMissing, .nameTooLong: ImportIssue(.tooLong, .contactName, cells[.contactName])
            case .positionTooLong: ImportIssue(.tooLong, .contactPosition, cells[.contactPosition])
            case .emailInvalid: ImportIssue(.emailInvalid, .contactEmail, cells[.contactEmail])
            case .phoneInvalid: ImportIssue(.phoneInvalid, .contactPhone, cells[.contactPhone])
            }
    }
}
