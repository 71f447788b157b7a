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
        let corrected = FollowUpOutcome.ID(context.query("verbeter", of: request))
        let asks = !context.query("bel", of: request).isEmpty
        return try await page(visit, correcting: corrected, asks: asks).response(from: request, context: visit.context)
    }

    private func record(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        try visit.principal.require(.followUp, in: visit.programme.id)
        let conversation: Conversation.ID = try context.parameter("conversation")
        let form = FollowUpForm(try await request.fields(context))
        do {
            try await followUps.record(form, for: conversation, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: Addresses.followUp.path(visit.programme.id, conversation))
        } catch let invalid as InvalidFollowUp {
            var page = try await page(visit, correcting: FollowUpOutcome.ID(form.corrects), asks: true)
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

    private func page(
        _ visit: Visit,
        correcting corrected: FollowUpOutcome.ID? = nil,
        asks: Bool = false
    ) async throws -> FollowUpPage {
        let conversation: Conversation.ID = try visit.context.parameter("conversation")
        let (programme, principal) = (visit.programme, visit.principal)
        let call = try await followUps.call(
            conversation,
            correcting: corrected,
            in: programme.id,
            as: principal
        )
        return FollowUpPage(
            programme: programme,
            call: call,
            comparison: try await comparison(call, visit),
            ids: { [world] in world.formID },
            today: world.today,
            asks: asks || call.followUp.isWaiting || call.corrected != nil,
            form: call.form
        )
    }

    private func comparison(_ call: FollowUpCall, _ visit: Visit) async throws -> ResultPage.Comparison? {
        guard let measurement = call.followUp.outcome?.measurement else { return nil }
        let (programme, principal) = (visit.programme.id, visit.principal)
        let record = try await services.conversations.record(measurement, in: programme, as: principal)
        let earlier = try await services.conversations.earlier(than: record, in: programme, as: principal)
        return earlier.map { .init(earlier: $0.conversation, changes: SheetComparison(record, after: $0)) }
    }

    private var followUps: FollowUps { services.referrals.followUps }
}

extension FollowUpForm {
    init(_ fields: FormFields) {
        self.init()
        id = fields["id"]
        measurementID = fields["meting-id"]
        corrects = fields["verbetert"]
        contactedOn = fields["gebeld-op"]
        measurement = fields["meting"]
        doing = Set(fields.all("doet"))
        wanted = Set(fields.all("wil"))
        additionality = fields["zonder-hulp"]
        note = fields["toelichting"]
        nextOn = fields["volgende"]
        nextBy = fields["volgende-wie"]
        needs = fields.supportNeeds
        for name in fields.names {
            if name.hasPrefix("plan-") { fates[String(name.dropFirst(5))] = fields[name] }
            for prefix in ["contact-", "hielp-", "reden-", "uitleg-"] where name.hasPrefix(prefix) {
                let id = String(name.dropFirst(prefix.count))
                referrals[id] = Referral(
                    link: fields["contact-\(id)"],
                    help: fields["hielp-\(id)"],
                    misfit: fields["reden-\(id)"],
                    note: fields["uitleg-\(id)"]
                )
            }
        }
    }
}
