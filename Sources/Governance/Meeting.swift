package import Foundation
package import Kernel
package import Programmes

/// A body comes together on a day (*vergadering*).
package struct Meeting: Equatable, Sendable {
    package typealias ID = Kernel.ID<Meeting>

    package let id: ID
    package let body: GovernanceBody.ID
    package let day: Day
    package let place: String
    package let version: Int
    /// In order.
    package var agenda: [AgendaItem] = []
    package var decisions: [Decision] = []
    package var points: [ActionPoint] = []

    /// What was on the agenda then stays on it.
    package func isOver(on today: Day) -> Bool { day < today }
}

/// Something to talk about (*agendapunt*).
package struct AgendaItem: Equatable, Sendable {
    package typealias ID = Kernel.ID<AgendaItem>
    package enum Kind: String, CaseIterable, Sendable { case inform, discuss, decide }

    package let id: ID
    package let meeting: Meeting.ID
    package let position: Int
    package let kind: Kind
    package let title: String
    package let words: String
    /// The line that it is about.
    package let line: ActionLine.ID?
    package let name: String
    /// In the order in which they were added.
    package var papers: [AgendaPaper] = []
}

/// Something to read before a meeting, or what was written down of it (*stuk*).
package struct AgendaPaper: Equatable, Sendable {
    package let item: AgendaItem.ID
    package let file: KeptFile
    package let addedAt: Date
    /// Who added it.
    package let name: String
}

/// What a body decided (*besluit*). Added, never changed: another decision takes its place.
package struct Decision: Equatable, Sendable {
    package typealias ID = Kernel.ID<Decision>

    package let id: ID
    /// Counts from 1 in a programme.
    package let number: Int
    package let meeting: Meeting.ID
    package let body: GovernanceBody.ID
    package let decidedOn: Day
    package let words: String
    /// Which lines, and which of their results, it touches.
    package let lines: [ActionLine.ID]
    package let result: ActionLine.PromisedResult.ID?
    /// Who pays for it.
    package let payer: OrganisationCode?
    /// Who is told.
    package let informed: String
    package let supersedes: ID?
    package let recordedAt: Date
    package let name: String
}

/// Something that somebody does by a day (*actiepunt*).
package struct ActionPoint: Equatable, Sendable {
    package typealias ID = Kernel.ID<ActionPoint>

    package let id: ID
    package let number: Int
    package let meeting: Meeting.ID
    package let words: String
    package let owner: String
    package let due: Day
    package let line: ActionLine.ID?
    /// When it was done, and what came of it; `nil` while it is open.
    package let closedOn: Day?
    package let outcome: String

    package func isLate(on day: Day) -> Bool { closedOn == nil && due < day }
}

/// Who sits in a body, and for how long (*lid*).
package struct BodyMember: Equatable, Sendable {
    package typealias ID = Kernel.ID<BodyMember>

    package let id: ID
    package let body: GovernanceBody.ID
    package let name: String
    package let organisation: OrganisationCode?
    package let since: Day
    package var until: Day?

    package func isMember(on day: Day) -> Bool { since <= day && until.map { day <= $0 } ?? true }
}

/// Who decides what in a programme, as it is now.
package struct GovernanceState: Equatable, Sendable {
    package let plan: ActionPlan
    package let today: Day
    package let members: [BodyMember]
    /// By day; without what is on their agendas.
    package let meetings: [Meeting]
    /// By number, the last one first.
    package let decisions: [Decision]
    package let points: [ActionPoint]

    package var openPoints: [ActionPoint] {
        points.filter { $0.closedOn == nil }.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
    }
    package func isSuperseded(_ decision: Decision) -> Bool { decisions.contains { $0.supersedes == decision.id } }
    package func decisions(touching line: ActionLine.ID) -> [Decision] { decisions.filter { $0.lines.contains(line) } }
    package func members(of body: GovernanceBody.ID, on day: Day) -> [BodyMember] {
        members.filter { $0.body == body && $0.isMember(on: day) }
    }
}
