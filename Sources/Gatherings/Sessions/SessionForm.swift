import Fieldwork
package import Kernel
import Programmes

/// A session as somebody typed it.
package struct SessionForm: Equatable, Sendable {
    package var title = ""
    package var summary = ""
    package var theme = ""
    package var day = ""
    package var start = ""
    package var end = ""
    package var venue = ""
    package var street = ""
    package var municipality = ""
    package var host = ""
    package var capacity = ""
    package var agenda = ""
    package var isPublic = true

    package init() {}

    package init(_ plan: SessionPlan) {
        title = plan.title
        summary = plan.summary
        theme = plan.theme?.description ?? ""
        day = plan.day.description
        start = plan.start.description
        end = plan.end.description
        venue = plan.venue
        street = plan.street
        municipality = plan.municipality.description
        host = plan.host
        capacity = "\(plan.capacity)"
        agenda = plan.agenda
        isPublic = plan.isPublic
    }

    /// `placed` is how many have a place already: nobody loses one.
    ///
    /// - Throws: ``InvalidSession`` with everything that is wrong.
    func read(in programme: Programme, placed: Int, today: Day) throws(InvalidSession) -> SessionPlan {
        var issues: [InvalidSession.Issue] = []
        func line(_ text: String, _ field: InvalidSession.Field, limit: Int = 150, isOptional: Bool = false) -> String {
            let line = text.cleanedLine ?? ""
            if line.isEmpty, !isOptional { issues.append(.missing(field)) }
            if line.count > limit { issues.append(.tooLong(field, limit)) }
            return line
        }
        func lines(_ text: String, _ field: InvalidSession.Field) -> String {
            let text = text.trimmingWhitespace().withPlainLineEnds
            if text.isEmpty { issues.append(.missing(field)) }
            if text.count > 4000 { issues.append(.tooLong(field, 4000)) }
            return text
        }
        let title = line(title, .title)
        let summary = lines(summary, .summary)
        let day = Day(day.trimmingWhitespace())
        if day == nil { issues.append(.dayUnreadable) }
        if let day, day < today { issues.append(.dayPast) }
        let (start, end) = (ClockTime(start.trimmingWhitespace()), ClockTime(end.trimmingWhitespace()))
        if start == nil { issues.append(.timeUnreadable(.start)) }
        if end == nil { issues.append(.timeUnreadable(.end)) }
        if let start, let end, end <= start { issues.append(.endBeforeStart) }
        let venue = line(venue, .venue)
        let street = line(street, .street)
        let area = programme.municipalities.first { $0.code.description == municipality }
        if area == nil { issues.append(.missing(.municipality)) }
        let host = line(host, .host)
        let capacity = Int(capacity.trimmingWhitespace())
        if capacity == nil || capacity ?? 0 < 1 || capacity ?? 0 > 2000 { issues.append(.capacityUnreadable) }
        if let capacity, (1..<max(placed, 1)).contains(capacity) { issues.append(.capacityTaken(placed)) }
        let agenda = lines(agenda, .agenda)
        guard issues.isEmpty, let day, let start, let end, let area, let capacity else {
            throw InvalidSession(issues: issues)
        }
        return SessionPlan(
            title: title,
            summary: summary,
            theme: Theme.ID(theme).flatMap { programme.sheet.theme($0)?.code },
            day: day,
            start: start,
            minutes: (end.hour - start.hour) * 60 + end.minute - start.minute,
            venue: venue,
            street: street,
            municipality: area.code,
            host: host,
            capacity: capacity,
            agenda: agenda,
            isPublic: isPublic
        )
    }
}

package struct InvalidSession: FormProblem, Equatable {
    package enum Field: String, Sendable { case title, summary, start, end, venue, street, municipality, host, agenda }

    package enum Issue: Sendable, Equatable {
        case missing(Field), tooLong(Field, Int)
        case dayUnreadable, dayPast, timeUnreadable(Field), endBeforeStart, capacityUnreadable
        /// So many have a place already.
        case capacityTaken(Int)
        case wordsMissing, wordsTooLong, notOver
        case nameMissing, nameTooLong, emailInvalid, companyTooLong, nobodyChosen, usefulnessMissing
    }

    package let issues: [Issue]
    package var code: String { "session.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum SessionProblem: Problem, Equatable {
    case notFound
    /// Unknown or ended: which of these is nobody's business.
    case doesNotWork
    /// It cannot happen any more, as it stands.
    case tooLate(KnowledgeSession.State)
    /// Nothing to tell about a session that took place and of which the person was no part.
    case notPresent
    /// So many letters were asked for that we stop for today.
    case tooManyRequests

    package var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .doesNotWork: .gone
        case .tooLate, .notPresent: .conflict
        case .tooManyRequests: .invalid
        }
    }

    package var code: String {
        switch self {
        case .notFound: "session.not-found"
        case .doesNotWork: "session.does-not-work"
        case .tooLate: "session.too-late"
        case .notPresent: "session.not-present"
        case .tooManyRequests: "session.too-many-requests"
        }
    }
}
