import Fieldwork
import Kernel
import Markup

extension TimelineSource {
    /// The conversations with a company: planned, held, put right.
    static func conversations(_ conversations: Conversations) -> TimelineSource {
        TimelineSource { company, programme, principal in
            guard principal.may(.readConversations, in: programme) else { return [] }
            return try await conversations.events(of: company, in: programme, as: principal)
                // That it was put aside for a while says something about the conversation, not about the company.
                .filter { $0.kind != .paused && $0.kind != .resumed }
                .map { event in
                    TimelineEntry(
                        moment: event.happenedAt,
                        title: title(event, in: programme),
                        detail: event.reason.map { reason in p { reason } } ?? .empty,
                        name: event.by,
                        isDone: event.kind == .finished
                    )
                }
        }
    }

    @HTMLBuilder private static func title(_ event: ConversationEvent, in programme: ProgrammeID) -> HTML {
        a(.href(Addresses.conversation.path(programme, event.after.id))) {
            Text(nl: "Gesprek, ", en: "Conversation, ")
            event.after.measurement.name
        }
        ": "
        event.kind.name
        if event.kind == .planned {
            Text(nl: " voor ", en: " for ")
            HTML.shortDay(event.after.plan.day)
        }
    }
}
