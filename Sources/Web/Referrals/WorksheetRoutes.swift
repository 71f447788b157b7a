import Fieldwork
import Foundation
import Hummingbird
import Kernel
import Programmes
import Referrals

/// The pages on which an adviser chooses who can help a company.
struct WorksheetRoutes {
    let services: Services
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.worksheet.route, use: show)
        router.post(Addresses.chooseOther.route, use: chooseOther)
        router.post(Addresses.advice.route, use: advise)
        router.post(Addresses.choose.route, use: choose)
        router.post(Addresses.reject.route, use: reject)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let query = FormFields(request.uri.query ?? "")
        return try await page(visit, context) {
            $0.other = InitiativeCode(query["kies"])
            $0.instead = InitiativeCode(query["in-plaats-van"])
        }.response(from: request, context: visit.context)
    }

    private func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        let initiative: InitiativeCode = try context.parameter("initiative")
        return try await decide(request, context, tail: "-\(initiative)", about: initiative) { form, id, visit in
            try await referrals.choose(form, for: id, in: visit.programme.id, as: visit.principal)
        }
    }

    private func reject(_ request: Request, _ context: AppContext) async throws -> Response {
        let initiative: InitiativeCode = try context.parameter("initiative")
        return try await decide(request, context, tail: "-\(initiative)", about: initiative) { form, id, visit in
            try await referrals.reject(form, for: id, in: visit.programme.id, as: visit.principal)
        }
    }

    private func chooseOther(_ request: Request, _ context: AppContext) async throws -> Response {
        try await decide(request, context, tail: "", about: nil) { form, id, visit in
            try await referrals.choose(form, for: id, in: visit.programme.id, as: visit.principal)
        }
    }

    private func advise(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let conversation: Conversation.ID = try context.parameter("conversation")
        let fields = try await request.fields(context)
        let form = AdviceForm(id: fields.first("id"), steps: fields["stappen"])
        do {
            try await services.referrals.advices.write(
                form,
                for: conversation,
                in: visit.programme.id,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.worksheet.path(visit.programme.id, conversation))
        } catch let invalid as InvalidAdvice {
            return try await page(visit, context) {
                $0.returned = .init(tail: "", advice: form.steps, issues: invalid.issues)
            }.response(from: request, context: visit.context)
        }
    }

    /// Reads the form of which the names end in `tail`, and shows it again when it cannot be accepted.
    private func decide(
        _ request: Request,
        _ context: AppContext,
        tail: String,
        about initiative: InitiativeCode?,
        _ decision: (ReferralForm, Conversation.ID, Visit) async throws -> Void
    ) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let conversation: Conversation.ID = try context.parameter("conversation")
        let fields = try await request.fields(context)
        let form = ReferralForm(
            event: fields.first("id"),
            initiative: initiative?.description ?? fields["initiatief"],
            instead: InitiativeCode(fields["in-plaats-van"]),
            what: fields["wat\(tail)"],
            contact: fields["contact\(tail)"],
            day: fields["dag\(tail)"],
            reason: fields["reden\(tail)"],
            agreed: fields.first("akkoord\(tail)")
        )
        do {
            try await decision(form, conversation, visit)
            return .done(.saved, seeing: Addresses.worksheet.path(visit.programme.id, conversation))
        } catch let invalid as InvalidReferral {
            return try await page(visit, context) {
                $0.instead = form.instead
                $0.returned = .init(tail: tail, form: form, issues: invalid.issues)
            }.response(from: request, context: visit.context)
        }
    }

    private func page(
        _ visit: Visit,
        _ context: AppContext,
        _ change: (inout WorksheetPage) -> Void = { _ in }
    ) async throws -> WorksheetPage {
        let sheet = try await referrals.worksheet(
            for: context.parameter("conversation"),
            in: visit.programme.id,
            as: visit.principal
        )
        var page = WorksheetPage(sheet: sheet, ids: { [world] in world.formID })
        change(&page)
        return page
    }

    private var referrals: Referrals { services.referrals.referrals }
}
