import Fieldwork
import Foundation
import Hummingbird
import Kernel
import Programmes
import Referrals

/// The worklist of follow-ups, and the page on which what a company told is written down.
struct FollowUpRoutes {
    let services: Services
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.followUps.route, use: list)
        router.get(Addresses.followUp.route, use: show)
        router.post(Addresses.followUp.route, use: record)
        router.post(Addresses.followUpPlan.route, use: plan)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let list = try await followUps.list(in: visit.programme.id, as: visit.principal)
        return try FollowUpListPage(programme: visit.programme, list: list, today: world.today)
            .response(from: request, context: visit.context)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func record(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let conversation: Conversation.ID = try context.parameter("conversation")
        let fields = try await request.fields(context)
        let form = FollowUpForm(
            id: fields.first("id"),
            contactedOn: fields["gebeld-op"],
            link: fields.first("koppeling"),
            help: fields.first("geholpen"),
            ambitions: fields.first("ambities"),
            note: fields["toelichting"]
        )
        do {
            try await followUps.record(form, for: conversation, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.followUps.path(visit.programme.id))
        } catch let invalid as InvalidFollowUp {
            var page = try await page(visit)
            page.form = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func plan(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let conversation: Conversation.ID = try context.parameter("conversation")
        let fields = try await request.fields(context)
        let form = FollowUpPlanForm(id: fields.first("id"), dueOn: fields["voor"], responsible: fields["wie"])
        do {
            try await followUps.plan(form, for: conversation, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.followUp.path(visit.programme.id, conversation))
        } catch let invalid as InvalidFollowUp {
            var page = try await page(visit)
            page.plan = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func page(_ visit: Visit) async throws -> FollowUpPage {
        let conversation: Conversation.ID = try visit.context.parameter("conversation")
        let (programme, principal) = (visit.programme, visit.principal)
        let followUp = try await followUps.find(conversation, in: programme.id, as: principal)
        let sheet = try await services.referrals.referrals.worksheet(for: conversation, in: programme.id, as: principal)
        return FollowUpPage(
            programme: programme,
            followUp: followUp,
            referrals: sheet.referrals.filter { $0.state != .rejected },
            ambitions: sheet.record.sheet.activities
                .filter { sheet.record.answers.ambition.contains($0.code) }.map(\.text),
            ids: { [world] in world.uuid().uuidString.lowercased() },
            today: world.today
        )
    }

    private var followUps: FollowUps { services.referrals.followUps }
}
