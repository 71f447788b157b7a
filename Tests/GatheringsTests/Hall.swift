import Fieldwork
import Foundation
import Gatherings
import Kernel
import Mail
import Programmes
import Storage
import Synchronization
import TestSupport
import Testing

/// Sessions with a postbox: each letter that goes out is kept with its link, as its reader would have it.
struct Hall: Sendable {
    let visits: Visits
    let sessions: KnowledgeSessions
    let signUps: SignUps
    let box = LetterBox()

    init(on kind: TestDatabase, programme: Programme = .sample) async throws {
        visits = try await Visits(on: kind, programme: programme)
        let (database, world, programmes) = (visits.database, visits.world, visits.programmes)
        sessions = KnowledgeSessions(database: database, world: world, programmes: programmes)
        signUps = SignUps(database: database, world: world, programmes: programmes)
    }

    var writing: SessionLetter.Writing { box.take }

    static func form(capacity: Int = 2, day: String = "2026-04-16") -> SessionForm {
        var form = SessionForm()
        form.title = "Schroot is geen afval"
        form.summary = "Wat scheiden oplevert"
        form.theme = "productieproces"
        form.day = day
        form.start = "16:00"
        form.end = "18:30"
        form.venue = "Voorbeeld BV"
        form.street = "Dorpsstraat 1, Waddinxveen"
        form.municipality = "GM0627"
        form.host = "Voorbeeld BV"
        form.capacity = "\(capacity)"
        form.agenda = "16:00 Ontvangst\n17:00 Drie verhalen"
        return form
    }

    /// A session that people can sign up for.
    func open(capacity: Int = 2, day: String = "2026-04-16") async throws -> KnowledgeSession.ID {
        let id: KnowledgeSession.ID = visits.world.id()
        try await sessions.save(
            Self.form(capacity: capacity, day: day),
            as: id,
            in: .metaal,
            by: .projectLeader,
            writing: writing
        )
        try await sessions.open(id, in: .metaal, as: .projectLeader)
        return id
    }

    /// Somebody who asked for a link; the link.
    func guest(_ name: String, for session: KnowledgeSession.ID) async throws -> LinkToken {
        var form = ParticipantForm()
        form.name = name
        form.companyName = "\(name) BV"
        form.email = "\(name.lowercased())@voorbeeld.example"
        try await signUps.requestLink(form, language: .dutch, for: session, from: "test", writing: writing)
        return try #require(box.last(to: name)?.token)
    }

    func answer(_ answer: Participant.Answer, _ token: LinkToken) async throws {
        try await signUps.answer(answer, id: nil, with: token, from: "test", writing: writing)
    }

    func board(_ id: KnowledgeSession.ID) async throws -> SessionBoard {
        try await sessions.board(id, in: .metaal, as: .projectLeader)
    }

    /// Signs up, is on the day and is recorded as present.
    func conclude(_ id: KnowledgeSession.ID, present names: Set<String>) async throws {
        let present = Set(try await board(id).participants.filter { names.contains($0.name) }.map(\.id))
        try await sessions.recordAttendance(present, of: id, in: .metaal, as: .projectLeader)
        try await sessions.conclude(id, results: "Drie afspraken", in: .metaal, as: .projectLeader)
    }
}

/// What went out, in its order.
final class LetterBox: Sendable {
    private let letters = Mutex<[SessionLetter]>([])

    var all: [SessionLetter] { letters.withLock { $0 } }
    /// `placed Anna`.
    var lines: [String] { all.map { "\($0.kind.rawValue) \($0.participant.name)" } }

    func last(to name: String) -> SessionLetter? { all.last { $0.participant.name == name } }

    func empty() { letters.withLock { $0 = [] } }

    @Sendable func take(_ letter: SessionLetter) -> MailContent {
        // A transaction that is tried again writes again; only the last try counts, as it does in the outbox.
        letters.withLock { all in
            all.removeAll { $0.kind == letter.kind && $0.participant.id == letter.participant.id && $0.kind != .moved }
            all.append(letter)
        }
        return MailContent(title: letter.kind.rawValue, plain: "plain", html: "html")
    }
}
