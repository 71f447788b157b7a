import Hummingbird
import Kernel
import Mail
import Programmes

/// What was sent, what waits, and what to do with what did not arrive.
struct OutboxRoutes {
    let outbox: Outbox
    let programmes: Programmes
    let hasServer: Bool

    func add(to router: Router<AppContext>) {
        router.get(Addresses.outbox.route, use: list)
        router.post(Addresses.outboxItem.route, use: change)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try OutboxPage(
            programme: visit.programme,
            items: try await outbox.list(in: visit.programme.id, as: visit.principal),
            hasServer: hasServer
        ).response(from: request, context: visit.context)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.sendMail, in: visit.programme.id)
        let id: MailMessage.ID = try context.parameter("mail")
        switch try await request.fields(context)["doe"] {
        case "opnieuw": try await outbox.retry(id, in: visit.programme.id, as: visit.principal)
        case "intrekken": try await outbox.withdraw(id, in: visit.programme.id, as: visit.principal)
        default: throw PageProblem.unreadableForm
        }
        return .done(.saved, seeing: Addresses.outbox.path(visit.programme.id))
    }
}

extension MailProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Deze brief is er niet.", en: "There is no such letter.")
        case .tooLate:
            Text(
                nl: "Dit kan niet meer: de brief is intussen verstuurd of ingetrokken.",
                en: "This is no longer possible: the letter was sent or taken back meanwhile."
            )
        }
    }
}
