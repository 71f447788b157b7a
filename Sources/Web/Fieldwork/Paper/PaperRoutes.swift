import Fieldwork
import Hummingbird
import Kernel
import Printing
import Programmes

/// The sheet on paper: to print empty, and to type in afterwards.
struct PaperRoutes {
    let conversations: Conversations
    let programmes: Programmes
    let printer: Printer

    func add(to router: Router<AppContext>) {
        router.get(Addresses.emptySheet.route, use: printEmpty)
        router.get(Addresses.conversationPaper.route, use: printForConversation)
        router.get(Addresses.quickEntry.route, use: show)
        router.post(Addresses.quickEntry.route, use: save)
    }

    private func printEmpty(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.readProgramme, in: visit.programme.id)
        let paper = EmptySheetPrint(programme: visit.programme, sheet: visit.programme.sheet)
        return try await pdf(paper, request, visit.context)
    }

    private func printForConversation(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let record = try await conversations.record(visit.id, in: visit.programme.id, as: visit.principal)
        let paper = EmptySheetPrint(
            programme: visit.programme,
            sheet: record.sheet,
            companyName: record.company.name,
            place: record.place(in: visit.programme),
            day: record.conversation.day,
            interviewer: record.conversation.plan.interviewer.name
        )
        return try await pdf(paper, request, visit.context)
    }

    private func pdf(_ paper: EmptySheetPrint, _ request: Request, _ context: AppContext) async throws -> Response {
        let language = Language(rawValue: context.query("taal", of: request)) ?? context.language
        let bytes = try await printer.pdf(of: paper.document(in: language))
        return .pdf(bytes, name: Text(nl: "lege-praatplaat-a3.pdf", en: "empty-talk-sheet-a3.pdf")[language])
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        let record = try await conversations.record(visit.id, in: visit.programme.id, as: visit.principal)
        // A conversation that has not begun, or is closed: its own page says what to do first.
        guard record.conversation.state.takesAnswers else {
            return .redirect(to: visit.path(Addresses.conversation), type: .normal)
        }
        return try QuickEntryPage(programme: visit.programme, record: record)
            .response(from: request, context: visit.context)
    }

    private func save(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let fields = try await request.fields(context)
        var changes: [Activity.ID: PaperAnswer] = [:]
        for name in fields.names where name.hasPrefix("a-") {
            let code = String(name.dropFirst(2))
            guard let activity = Activity.ID(code), let answer = PaperAnswer(rawValue: fields[name]) else {
                throw PageProblem.unreadableForm
            }
            // Only what was changed here: somebody else may have ticked meanwhile.
            if fields["was-\(code)"] != answer.rawValue { changes[activity] = answer }
        }
        try await conversations.copy(changes, to: visit.id, in: visit.programme.id, as: visit.principal)
        return .done(.saved, seeing: visit.path(Addresses.sheet) + "?" + SheetStep.needs.query)
    }
}
