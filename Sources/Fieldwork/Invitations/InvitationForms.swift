package import Kernel
import Programmes

/// An invitation as somebody typed it.
package struct InvitationForm: Equatable, Sendable {
    package var id: String
    package var contactName: String
    package var email: String
    package var language: String
    package var day: String
    package var time: String
    package var interviewer: String
    package var note: String

    package init(
        id: String = "",
        contactName: String = "",
        email: String = "",
        language: String = Language.dutch.rawValue,
        day: String = "",
        time: String = "",
        interviewer: String = "",
        note: String = ""
    ) {
        self.id = id
        self.contactName = contactName
        self.email = email
        self.language = language
        self.day = day
        self.time = time
        self.interviewer = interviewer
        self.note = note
    }

    /// What it says, when all of it can be.
    package struct Read: Equatable, Sendable {
        package let contactName: String
        package let email: String
        package let language: Language
        package let proposal: ConversationPlan
        package let note: String?
    }

    /// - Throws: ``InvalidInvitation`` with everything that is wrong.
    package func read(people: [Interviewer], today: Day) throws(InvalidInvitation) -> Read {
        var issues: [InvalidInvitation.Issue] = []
        let name = contactName.cleanedLine
        if name == nil { issues.append(.contactMissing) }
        if contactName.count > 150 { issues.append(.contactTooLong) }
        let address = CompanyNotation.email(email)
        if address == nil { issues.append(.emailInvalid) }
        let readDay = Day(day.trimmingWhitespace())
        switch readDay {
        case nil: issues.append(.dayMissing)
        case let day? where day <= today: issues.append(.dayPast)
        default: break
        }
        let readTime = ClockTime(time.trimmingWhitespace())
        if readTime == nil { issues.append(.timeMissing) }
        let person = people.first { $0.account?.description == interviewer.lowercased() }
        if person == nil { issues.append(.interviewerMissing) }
        if note.count > TextLimit.short { issues.append(.noteTooLong) }
        guard issues.isEmpty, let name, let address, let readDay, let readTime, let person else {
            throw InvalidInvitation(issues: issues)
        }
        return Read(
            contactName: name,
            email: address,
            language: Language(rawValue: language) ?? .dutch,
            proposal: ConversationPlan(day: readDay, time: readTime, interviewer: person),
            note: note.nonEmpty
        )
    }
}

/// The answer as the entrepreneur typed it.
package struct InvitationAnswerForm: Equatable, Sendable {
    /// Made with the page, so that a second click answers once.
    package var id: String
    package var kind: String
    package var note: String
    package var refusal: String

    package init(id: String = "", kind: String = "", note: String = "", refusal: String = "") {
        self.id = id
        self.kind = kind
        self.note = note
        self.refusal = refusal
    }

    func read() throws(InvalidInvitation) -> (InvitationAnswer.Kind, String?, SelectionEvent.Refusal?) {
        var issues: [InvalidInvitation.Issue] = []
        let kind = InvitationAnswer.Kind(rawValue: kind)
        if kind == nil { issues.append(.answerMissing) }
        if kind == .otherTime, note.nonEmpty == nil { issues.append(.wishMissing) }
        if note.count > TextLimit.short { issues.append(.noteTooLong) }
        guard issues.isEmpty, let kind else { throw InvalidInvitation(issues: issues) }
        let reason = SelectionEvent.Refusal(rawValue: refusal)
        return (kind, note.nonEmpty, kind == .declined ? reason ?? .other : nil)
    }
}

package struct InvalidInvitation: FormProblem, Equatable {
    package enum Issue: Sendable, Equatable {
        case contactMissing, contactTooLong, emailInvalid, dayMissing, dayPast, timeMissing, interviewerMissing
        case noteTooLong, answerMissing, wishMissing
    }

    package let issues: [Issue]
    package var code: String { "invitation.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum InvitationProblem: Problem, Equatable {
    /// Unknown or ended: which of these is nobody's business.
    case doesNotWork
    /// The conversation has begun, was cancelled or is past.
    case over
    /// The company has an appointment, said no, or is in no running round.
    case notPossible

    package var kind: ProblemKind {
        switch self {
        case .doesNotWork: .gone
        case .over, .notPossible: .conflict
        }
    }

    package var code: String {
        switch self {
        case .doesNotWork: "invitation.does-not-work"
        case .over: "invitation.over"
        case .notPossible: "invitation.not-possible"
        }
    }
}
