import Fieldwork
import Hummingbird
import Kernel
import Programmes

/// The result of a conversation.
struct ResultRoutes {
    let conversations: Conversations
    let programmes: Programmes
    /// Where referrals are chosen for a conversation.
    let referrals: @Sendable (ProgrammeID, Conversation.ID) -> String?

    func add(to router: Router<AppContext>) {
        router.get(Addresses.result.route, use: show)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let (programme, principal) = (visit.programme.id, visit.principal)
        let record = try await conversations.record(visit.id, in: programme, as: principal)
        let earlier = try await conversations.earlier(than: record, in: programme, as: principal)
        return try ResultPage(
            programme: visit.programme,
            record: record,
            result: SheetResult(sheet: record.sheet, answers: record.answers),
            comparison: earlier.map {
                .init(earlier: $0.conversation, changes: SheetComparison(record, after: $0))
            },
            ladder: LadderForm(rawValue: context.query("ladder", of: request)) ?? .pbl,
            referrals: principal.may(.decideReferrals, in: programme) ? referrals(programme, visit.id) : nil
        ).response(from: request, context: visit.context)
    }
}
