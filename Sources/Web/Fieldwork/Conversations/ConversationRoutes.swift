import Accounts
import Fieldwork
import Foundation
import Hummingbird
import Kernel
import Markup
import Programmes

/// Conversations as a whole: the list, the appointment, and from start to end.
struct ConversationRoutes {
    let conversations: Conversations
    let companies: Companies
    let programmes: Programmes
    let accounts: Accounts
    let invitations: Invitations
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.conversations.route, use: list)
        router.get(Addresses.newConversation.route, use: plan)
        router.post(Addresses.newConversation.route, use: savePlan)
        router.get(Addresses.conversation.route, use: show)
        router.post(Addresses.conversationState.route, use: change)
        router.get(Addresses.conversationPlan.route, use: editPlan)
        router.post(Addresses.conversationPlan.route, use: changePlan)
        router.get(Addresses.conversationHistory.route, use: history)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let fields = FormFields(request.uri.query ?? "")
        let page = max(1, Int(fields["bladzijde"]) ?? 1)
        let state = Conversation.State(rawValue: fields["stand"])
        var filter = ConversationFilter(
            states: fields["stand"] == "open" ? Conversation.State.allCases.filter(\.isOpen) : state.map { [$0] } ?? [],
            quarter: Quarter(fields["kwartaal"]),
            interviewer: AccountID(fields["interviewer"]),
            municipality: AreaCode(fields["gemeente"])
        )
        filter.offset = min(page - 1, 10_000) * filter.limit
        let found = try await conversations.list(filter, in: visit.programme.id, as: visit.principal)
        return try ConversationListPage(
            programme: visit.programme,
            list: found,
            filter: filter,
            today: world.today,
            mayPlan: visit.principal.may(.holdConversations, in: visit.programme.id)
        ).response(from: request, context: visit.context)
    }

    // MARK: The appointment

    private func plan(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        guard let id = Company.ID(context.query("bedrijf", of: request)) else {
            return try ChooseCompanyPage(programme: visit.programme).response(from: request, context: visit.context)
        }
        let company = try await companies.find(id, in: visit.programme.id, as: visit.principal)
        let before = try await conversations.all(of: id, in: visit.programme.id, as: visit.principal)
        let kind: Conversation.Measurement = before.contains(where: \.hasResult) ? .followUp : .start
        return try ConversationPlanPage(
            programme: visit.programme,
            company: company,
            id: world.id(),
            isChange: false,
            people: try await accounts.interviewers(in: visit.programme.id, as: visit.principal),
            form: ConversationPlanForm(
                day: world.today.description,
                measurement: kind.rawValue,
                interviewer: visit.principal.account?.description ?? ""
            )
        ).response(from: request, context: visit.context)
    }

    private func savePlan(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let fields = try await request.fields(context)
        guard let company = Company.ID(fields["bedrijf"]), let id = Conversation.ID(fields["gesprek"]) else {
            throw PageProblem.unreadableForm
        }
        let form = ConversationPlanForm(fields)
        let interviewers = try await accounts.interviewers(in: visit.programme.id, as: visit.principal)
        do {
            try await conversations.plan(
                id,
                with: company,
                form,
                people: interviewers,
                in: visit.programme.id,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.conversation.path(visit.programme.id, id))
        } catch let invalid as InvalidConversationPlan {
            return try ConversationPlanPage(
                programme: visit.programme,
                company: try await companies.find(company, in: visit.programme.id, as: visit.principal),
                id: id,
                isChange: false,
                people: interviewers,
                form: form,
                issues: invalid.issues
            ).response(from: request, context: visit.context)
        }
    }

    private func editPlan(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        let plan = try await conversations.find(visit.id, in: visit.programme.id, as: visit.principal).plan
        let form = ConversationPlanForm(
            day: plan.day.description,
            time: plan.time?.description ?? "",
            interviewer: plan.interviewer.account?.description ?? ""
        )
        return try await planPage(form, [], request, visit)
    }

    private func changePlan(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let form = ConversationPlanForm(try await request.fields(context))
        do {
            try await conversations.replan(
                visit.id,
                form,
                people: try await accounts.interviewers(in: visit.programme.id, as: visit.principal),
                in: visit.programme.id,
                as: visit.principal,
                telling: telling(visit)
            )
            return .done(.saved, seeing: visit.path(Addresses.conversation))
        } catch let invalid as InvalidConversationPlan {
            return try await planPage(form, invalid.issues, request, visit)
        }
    }

    /// Who said yes to an invitation hears of it when an appointment moves or is off.
    private func telling(_ visit: ConversationVisit) -> Conversations.Moving {
        invitations.telling(
            in: visit.programme,
            by: visit.principal,
            writing: InvitationMail(publicAddress: visit.context.site.publicAddress).content
        )
    }

    private func planPage(
        _ form: ConversationPlanForm,
        _ issues: [InvalidConversationPlan.Issue],
        _ request: Request,
        _ visit: ConversationVisit
    ) async throws -> Response {
        let talk = try await conversations.find(visit.id, in: visit.programme.id, as: visit.principal)
        return try ConversationPlanPage(
            programme: visit.programme,
            company: try await companies.find(talk.company, in: visit.programme.id, as: visit.principal),
            id: visit.id,
            isChange: true,
            people: try await accounts.interviewers(in: visit.programme.id, as: visit.principal),
            form: form,
            issues: issues
        ).response(from: request, context: visit.context)
    }

    // MARK: From start to end

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        try await page([], request, try await ConversationVisit(context, programmes))
    }

    private func page(
        _ issues: [InvalidAnswer.Issue],
        _ request: Request,
        _ visit: ConversationVisit
    ) async throws -> Response {
        let (programme, principal) = (visit.programme.id, visit.principal)
        let record = try await conversations.record(visit.id, in: programme, as: principal)
        let all = try await conversations.all(of: record.company.id, in: programme, as: principal)
        return try ConversationPage(
            programme: visit.programme,
            record: record,
            others: all.filter { $0.id != visit.id },
            today: world.today,
            mayHold: principal.may(.holdConversations, in: programme),
            mayCorrect: principal.may(.correctConversations, in: programme),
            mayRefer: principal.may(.decideReferrals, in: programme),
            nextPhotos: record.nextPhotos(world),
            issues: issues
        ).response(from: request, context: visit.context)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let fields = try await request.fields(context)
        let (id, programme, principal) = (visit.id, visit.programme.id, visit.principal)
        do {
            switch fields["stap"] {
            case "beginnen":
                let day = fields.first("gehouden").map(Day.init)
                if case .some(.none) = day { throw InvalidAnswer(issues: [.dayUnreadable]) }
                try await conversations.start(id, heldOn: day ?? nil, in: programme, as: principal)
                return .done(seeing: visit.path(fields["naar"] == "papier" ? Addresses.quickEntry : Addresses.sheet))
            case "pauze":
                try await conversations.pause(id, in: programme, as: principal)
                return .done(.saved, seeing: visit.path(Addresses.conversation))
            case "verder":
                try await conversations.resume(id, in: programme, as: principal)
                return .done(seeing: visit.path(Addresses.sheet))
            case "afronden":
                try await conversations.finish(id, in: programme, as: principal)
                return .done(seeing: visit.path(Addresses.result))
            case "corrigeren":
                try await conversations.correct(id, because: fields["reden"], in: programme, as: principal)
                return .done(seeing: visit.path(Addresses.sheet))
            case "annuleren":
                try await conversations.cancel(
                    id,
                    because: fields["reden"],
                    in: programme,
                    as: principal,
                    telling: telling(visit)
                )
                return .done(.saved, seeing: visit.path(Addresses.conversation))
            default: throw PageProblem.unreadableForm
            }
        } catch let invalid as InvalidAnswer {
            return try await page(invalid.issues, request, visit)
        }
    }

    private func history(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let (programme, principal) = (visit.programme.id, visit.principal)
        return try ConversationHistoryPage(
            programme: visit.programme,
            record: try await conversations.record(visit.id, in: programme, as: principal),
            history: try await conversations.history(of: visit.id, in: programme, as: principal)
        ).response(from: request, context: visit.context)
    }
}

extension ConversationPlanForm {
    fileprivate init(_ fields: FormFields) {
        self.init(
            day: fields["dag"],
            time: fields["tijd"],
            measurement: fields["meting"],
            interviewer: fields["interviewer"]
        )
    }
}
