import Kernel
import Programmes

/// A draw as somebody asked for it.
package struct SelectionForm: Equatable, Sendable {
    /// Made with the page, so that sending it twice draws once.
    package var id: String
    package var quarter: String
    /// How many, for each municipality by code; what is empty takes no part.
    package var counts: [String: String]
    package var spread: String
    /// Only to draw as somebody else did; a new one is made when it is empty.
    package var seed: String

    package init(
        id: String = "",
        quarter: String = "",
        counts: [String: String] = [:],
        spread: String = SelectionDesign.Spread.proportional.rawValue,
        seed: String = ""
    ) {
        self.id = id
        self.quarter = quarter
        self.counts = counts
        self.spread = spread
        self.seed = seed
    }

    struct Read {
        let quarter: Quarter
        let places: [AreaShare]
        let spread: SelectionDesign.Spread
        let seed: UInt64?
    }

    func read(in programme: Programme) throws(InvalidSelection) -> Read {
        var issues: [InvalidSelection.Issue] = []
        let readQuarter = Quarter(quarter)
        if readQuarter.map({ $0 < programme.firstQuarter || $0 > programme.lastQuarter }) ?? true {
            issues.append(.quarterMissing)
        }
        var places: [AreaShare] = []
        for area in programme.municipalities {
            guard let text = counts[area.code.description]?.nonEmpty else { continue }
            switch Int(text) {
            case 0?: continue
            case let count? where (1...500).contains(count): places.append(AreaShare(area: area.code, count: count))
            default: issues.append(.countUnreadable(area.code))
            }
        }
        if places.isEmpty, !issues.contains(where: { if case .countUnreadable = $0 { true } else { false } }) {
            issues.append(.nothingAsked)
        }
        let readSeed = seed.nonEmpty.map { UInt64($0) }
        if case .some(.none) = readSeed { issues.append(.seedUnreadable) }
        guard issues.isEmpty, let readQuarter else { throw InvalidSelection(issues: issues) }
        return Read(
            quarter: readQuarter,
            places: places,
            spread: SelectionDesign.Spread(rawValue: spread) ?? .proportional,
            seed: readSeed ?? nil
        )
    }
}

/// The next thing that happened to a company in a round, as somebody typed it.
package struct SelectionStepForm: Equatable, Sendable {
    package var id: String
    package var company: String
    package var step: String
    package var refusal: String
    package var note: String
    /// The next on the list comes in its place.
    package var takesNext: Bool

    package init(
        id: String = "",
        company: String = "",
        step: String = "",
        refusal: String = "",
        note: String = "",
        takesNext: Bool = true
    ) {
        self.id = id
        self.company = company
        self.step = step
        self.refusal = refusal
        self.note = note
        self.takesNext = takesNext
    }

    struct Read {
        let company: Company.ID
        let kind: SelectionEvent.Kind
        let refusal: SelectionEvent.Refusal?
        let note: String?
    }

    /// `allowed` is what this person may record at all.
    func read(allowed: Set<SelectionEvent.Kind>) throws -> Read {
        var issues: [InvalidSelection.Issue] = []
        guard let kind = SelectionEvent.Kind(rawValue: step), allowed.contains(kind) else {
            throw SelectionProblem.notPossible
        }
        guard let company = Company.ID(company) else { throw SelectionProblem.notFound }
        let reason = SelectionEvent.Refusal(rawValue: refusal)
        if kind == .refused, reason == nil { issues.append(.refusalMissing) }
        let needsNote = kind == .removed || kind == .vetoed || kind == .added || (reason == .other && kind == .refused)
        if needsNote, note.nonEmpty == nil { issues.append(.noteMissing) }
        if note.count > TextLimit.short { issues.append(.noteTooLong) }
        guard issues.isEmpty else { throw InvalidSelection(issues: issues) }
        return Read(
            company: company,
            kind: kind,
            refusal: kind == .refused ? reason : nil,
            note: note.nonEmpty
        )
    }
}

/// A company that a municipality puts forward, as it typed it.
package struct SelectionProposalForm: Equatable, Sendable {
    package var id: String
    package var area: String
    package var name: String
    package var reason: String

    package init(id: String = "", area: String = "", name: String = "", reason: String = "") {
        self.id = id
        self.area = area
        self.name = name
        self.reason = reason
    }

    func read(areas: Set<AreaCode>) throws(InvalidSelection) -> (area: AreaCode, name: String, reason: String) {
        var issues: [InvalidSelection.Issue] = []
        let readArea = AreaCode(area).flatMap { areas.contains($0) ? $0 : nil }
        if readArea == nil { issues.append(.areaMissing) }
        let readName = name.split(whereSeparator: \.isNewline).joined(separator: " ").nonEmpty
        if readName == nil { issues.append(.nameMissing) }
        if name.count > 200 { issues.append(.nameTooLong) }
        if reason.nonEmpty == nil { issues.append(.reasonMissing) }
        if reason.count > TextLimit.short { issues.append(.reasonTooLong) }
        guard issues.isEmpty, let readArea, let readName, let readReason = reason.nonEmpty else {
            throw InvalidSelection(issues: issues)
        }
        return (readArea, readName, readReason)
    }
}
