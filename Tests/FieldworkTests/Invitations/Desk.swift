import Fieldwork
import Foundation
import Kernel
import Mail
import Programmes
import Storage
import Synchronization
import TestSupport
import Testing

/// A round with a company to invite, and the secret of the link, which only its letter has.
struct Desk: Sendable {
    let town: Town
    let invitations: Invitations
    let round: SelectionRound.ID
    let company: Company.ID
    private let seen = Seen()

    private final class Seen: Sendable {
        let tokens = Mutex<[LinkToken]>([])
        let calendars = Mutex<[CalendarEvent]>([])
    }

    init(on kind: TestDatabase) async throws {
        town = try await Town(on: kind)
        try await town.build(20)
        round = try await town.draw([Town.alphen: 4])
        company = try await town.sheet(round).lines[0].company
        invitations = Invitations(
            database: town.database,
            world: town.world,
            programmes: Programmes(database: town.database, world: town.world)
        )
    }

    var token: LinkToken { seen.tokens.withLock { $0.first! } }
    var calendars: [CalendarEvent] { seen.calendars.withLock { $0 } }

    var writing: Invitations.Writing {
        let seen = seen
        return { letter in
            if let token = letter.token { seen.tokens.withLock { $0.append(token) } }
            if let event = letter.calendar { seen.calendars.withLock { $0.append(event) } }
            return MailContent(title: "Titel", plain: "Tekst", html: "<p>Tekst</p>")
        }
    }

    static func form(id: String = UUID().uuidString) -> InvitationForm {
        InvitationForm(
            id: id,
            contactName: "Wil Werkplaats",
            email: "wil@bedrijf.example",
            day: "2026-03-16",
            time: "09:30",
            interviewer: Principal.interviewer.account!.description
        )
    }

    func send(_ form: InvitationForm = Desk.form(), to company: Company.ID? = nil) async throws {
        try await invitations.send(
            form,
            to: company ?? self.company,
            in: round,
            of: .metaal,
            people: [Interviewer(.interviewer)],
            as: .projectLeader,
            writing: writing
        )
    }

    func answer(
        _ kind: InvitationAnswer.Kind,
        note: String = "",
        refusal: String = "",
        id: String = UUID().uuidString
    ) async throws {
        let form = InvitationAnswerForm(id: id, kind: kind.rawValue, note: note, refusal: refusal)
        try await invitations.answer(form, with: token, from: "127.0.0.1", writing: writing)
    }

    func move(to day: String, time: String = "14:00") async throws {
        let programme = try await Programmes(database: town.database, world: town.world).current(.metaal)
        let talk = try #require(try await talks().first)
        try await town.conversations.replan(
            talk.id,
            ConversationPlanForm(
                day: day,
                time: time,
                interviewer: Principal.interviewer.account!.description
            ),
            people: [Interviewer(.interviewer)],
            in: .metaal,
            as: .interviewer,
            telling: invitations.telling(in: programme, by: .interviewer, writing: writing)
        )
    }

    var lastToken: LinkToken { seen.tokens.withLock { $0.last! } }

    func state() async throws -> SelectionState? {
        try await town.sheet(round).lines.first { $0.company == company }?.state
    }

    func letters() async throws -> [OutboxItem] {
        try await Outbox(database: town.database, world: town.world).list(in: .metaal, as: .projectLeader)
    }

    func talks() async throws -> [Conversation] {
        try await town.conversations.all(of: company, in: .metaal, as: .projectLeader)
    }
}
