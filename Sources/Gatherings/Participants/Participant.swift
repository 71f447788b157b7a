package import Fieldwork
import Foundation
package import Kernel

/// Somebody who was asked to a session, or asked to come (*deelnemer*).
package struct Participant: Equatable, Sendable {
    package typealias ID = Kernel.ID<Participant>

    /// What somebody said last.
    package enum Answer: String, Sendable, CaseIterable {
        case signedUp = "signed-up"
        case declined
        case left
    }

    package let id: ID
    package let session: KnowledgeSession.ID
    /// `nil` for who is not among the companies of the programme.
    package let company: Company.ID?
    package let companyName: String
    /// Empty when it was erased.
    package let name: String
    package let email: String?
    package let language: Language
    package let answer: Answer?
    /// The place in the queue: who answered first has the lowest.
    package let position: Int
    /// `nil` while nobody said.
    package let isPresent: Bool?
    package let gaveFeedback: Bool
    package let wantsCall: Bool

    package init(
        id: ID,
        session: KnowledgeSession.ID,
        company: Company.ID?,
        companyName: String,
        name: String,
        email: String?,
        language: Language,
        answer: Answer? = nil,
        position: Int = 0,
        isPresent: Bool? = nil,
        gaveFeedback: Bool = false,
        wantsCall: Bool = false
    ) {
        self.id = id
        self.session = session
        self.company = company
        self.companyName = companyName
        self.name = name
        self.email = email
        self.language = language
        self.answer = answer
        self.position = position
        self.isPresent = isPresent
        self.gaveFeedback = gaveFeedback
        self.wantsCall = wantsCall
    }
}

/// Who comes, who waits and who was only asked (*deelnemerslijst*). Who signed up first has a place; when somebody
/// leaves, who waits longest moves up by itself, because nothing else is kept than the order.
package struct SessionBoard: Equatable, Sendable {
    package enum Standing: Equatable, Sendable {
        case invited, declined, left, placed
        /// From 1: who is next.
        case waiting(Int)
    }

    package let session: KnowledgeSession
    package let participants: [Participant]
    /// In the order in which they signed up.
    package let placed: [Participant]
    package let waiting: [Participant]

    package init(session: KnowledgeSession, participants: [Participant]) {
        let queue = participants.filter { $0.answer == .signedUp }.sorted { $0.position < $1.position }
        self.session = session
        self.participants = participants
        placed = Array(queue.prefix(session.plan.capacity))
        waiting = Array(queue.dropFirst(session.plan.capacity))
    }

    package subscript(id: Participant.ID) -> Participant? { participants.first { $0.id == id } }

    package var present: [Participant] { participants.filter { $0.isPresent == true } }

    package func standing(of id: Participant.ID) -> Standing {
        if placed.contains(where: { $0.id == id }) { return .placed }
        if let index = waiting.firstIndex(where: { $0.id == id }) { return .waiting(index + 1) }
        switch self[id]?.answer {
        case .left: return .left
        case .declined: return .declined
        case .signedUp, nil: return .invited
        }
    }

    /// Who waited before and has a place now.
    func promoted(since before: SessionBoard) -> [Participant] {
        let waited = Set(before.waiting.map(\.id))
        return placed.filter { waited.contains($0.id) }
    }
}
