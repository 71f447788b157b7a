import Accounts
import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Programmes

extension Addresses {
    static let agenda = Address("/werk/{programme}/agenda")
    static let agendaFeed = Address("/werk/{programme}/agenda/link")
    static let calendar = Address("/agenda/{token}/karavaan.ics")
}

/// The coming weeks, and the same in one's own calendar.
struct AgendaRoutes {
    let agendas: Agendas
    let accounts: Accounts
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.agenda.route, use: show)
        router.post(Addresses.agendaFeed.route, use: changeFeed)
        router.get(Addresses.calendar.route, use: calendar)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(request, visit, newFeed: nil)
    }

    private func changeFeed(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.readConversations, in: visit.programme.id)
        switch try await request.fields(context)["doe"] {
        case "maken":
            let token = try await agendas.makeFeed(in: visit.programme.id, as: visit.principal)
            // The answer is the only place where the address is ever shown.
            return try await page(
                request,
                visit,
                newFeed: context.site.publicAddress + Addresses.calendar.path(token)
            )
        case "weg":
            try await agendas.removeFeed(in: visit.programme.id, as: visit.principal)
            return .done(.linkRevoked, seeing: Addresses.agenda.path(visit.programme.id))
        default: throw PageProblem.unreadableForm
        }
    }

    private func page(_ request: Request, _ visit: Visit, newFeed: String?) async throws -> Response {
        let (programme, principal) = (visit.programme.id, visit.principal)
        let fields = FormFields(request.uri.query ?? "")
        let mayHold = principal.may(.holdConversations, in: programme)
        let people = mayHold ? try await accounts.interviewers(in: programme, as: principal) : []
        let who = AccountID(fields["wie"])
        return try AgendaPage(
            programme: visit.programme,
            agenda: try await agendas.agenda(
                around: Day(fields["vanaf"]) ?? world.today,
                of: who,
                people: people,
                in: programme,
                as: principal
            ),
            who: who,
            today: world.today,
            mayMail: principal.may(.sendMail, in: programme),
            mayHold: mayHold,
            feedMadeAt: try await agendas.feedMadeAt(in: programme, as: principal),
            newFeed: newFeed
        ).response(from: request, context: visit.context)
    }

    /// For a calendar that has the address, as long as its owner may still see conversations.
    private func calendar(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let token = context.parameters.get("token").flatMap(LinkToken.init),
            let (account, programme) = try await agendas.owner(of: token),
            let principal = try await accounts.standing(of: account, from: context.origin),
            principal.may(.readConversations, in: programme)
        else { throw PageProblem.notFound }
        let name = try await programmes.current(programme).name.nl
        let events = try await agendas.events(in: programme, as: principal)
        return Response.calendar(events, name: name).unlisted
    }
}
