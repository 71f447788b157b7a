import Foundation
package import Kernel
package import Programmes

/// A moment at which people looked back together (*evaluatiemoment*): what they concluded, and what changed because of it.
package struct Evaluation: Equatable, Sendable {
    package typealias ID = Kernel.ID<Evaluation>

    package let id: ID
    package let title: String
    /// The phase of the plan that it belongs to, if any.
    package let phase: Phase.ID?
    package let heldOn: Day
    /// Who were there, by the part they play.
    package let present: String
    package let conclusions: String
    /// The oldest first.
    package let changes: [Change]

    package struct Change: Equatable, Sendable {
        package let words: String
        package let madeOn: Day
        package let name: String
    }
}

/// Somebody who thinks along on behalf of companies (*lid van de klankbordgroep*).
package struct BoardMember: Equatable, Sendable {
    package typealias ID = Kernel.ID<BoardMember>

    package let id: ID
    package let name: String
    package let organisation: String
    package let since: Day
    /// The last day, once it is known.
    package let until: Day?

    package func isMember(on day: Day) -> Bool { since <= day && (until.map { $0 >= day } ?? true) }
}

/// An evaluation as somebody typed it.
package struct EvaluationForm: Equatable, Sendable {
    package var id = ""
    package var title = ""
    package var phase = ""
    package var heldOn = ""
    package var present = ""
    package var conclusions = ""

    package init() {}

    func read(in programme: Programme, _ world: World) throws(InvalidAccount) -> Evaluation {
        var issues: [InvalidAccount.Issue] = []
        let title = AccountText.read(title, .title, limit: 150, &issues)
        let day = AccountText.day(heldOn, today: world.today, &issues)
        let present = AccountText.read(present, .present, limit: 500, &issues)
        let conclusions = AccountText.read(conclusions, .conclusions, limit: 4000, &issues)
        guard issues.isEmpty, let day else { throw InvalidAccount(issues: issues) }
        return Evaluation(
            id: Evaluation.ID(id) ?? world.id(),
            title: title,
            phase: Phase.ID(phase).flatMap { code in programme.phases.first { $0.code == code }?.code },
            heldOn: day,
            present: present,
            conclusions: conclusions,
            changes: []
        )
    }
}

/// A member as somebody typed it.
package struct BoardMemberForm: Equatable, Sendable {
    package var id = ""
    package var name = ""
    package var organisation = ""
    package var since = ""

    package init() {}

    func read(_ world: World) throws(InvalidAccount) -> BoardMember {
        var issues: [InvalidAccount.Issue] = []
        let name = AccountText.read(name, .name, limit: 150, &issues)
        let organisation = AccountText.read(organisation, .organisation, limit: 150, &issues)
        let since = Day(since.trimmingWhitespace())
        if since == nil { issues.append(.dayUnreadable) }
        guard issues.isEmpty, let since else { throw InvalidAccount(issues: issues) }
        return BoardMember(
            id: BoardMember.ID(id) ?? world.id(),
            name: name,
            organisation: organisation,
            since: since,
            until: nil
        )
    }
}
