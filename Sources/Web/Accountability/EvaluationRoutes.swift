import Accountability
import Foundation
import Hummingbird
import Kernel
import Programmes

/// Evaluations, and the sounding board.
struct EvaluationRoutes {
    let evaluations: Evaluations
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.evaluations.route, use: show)
        router.post(Addresses.evaluations.route, use: record)
        router.post(Addresses.evaluationChange.route, use: change)
        router.post(Addresses.boardMembers.route, use: add)
        router.post(Addresses.endBoardMember.route, use: end)
        router.post(Addresses.eraseBoardMember.route, use: erase)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func record(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context) { visit, fields in
            var form = EvaluationForm()
            form.id = fields["id"]
            form.title = fields["titel"]
            form.phase = fields["fase"]
            form.heldOn = fields["dag"]
            form.present = fields["aanwezig"]
            form.conclusions = fields["conclusies"]
            do {
                try await evaluations.record(form, in: visit.programme.id, as: visit.principal)
            } catch let invalid as InvalidAccount {
                return .init(form: .evaluation, evaluation: form, issues: invalid.issues)
            }
            return nil
        }
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context) { visit, fields in
            let id: Evaluation.ID = try visit.context.parameter("evaluation")
            let form = IndicatorNoteForm(id: fields["id"], words: fields["tekst"])
            do {
                try await evaluations.change(form, after: id, in: visit.programme.id, as: visit.principal)
            } catch let invalid as InvalidAccount {
                return .init(form: .change(id.description), words: form.words, issues: invalid.issues)
            }
            return nil
        }
    }

    private func add(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context) { visit, fields in
            var form = BoardMemberForm()
            form.id = fields["id"]
            form.name = fields["naam"]
            form.organisation = fields["organisatie"]
            form.since = fields["dag"]
            do {
                try await evaluations.add(form, in: visit.programme.id, as: visit.principal)
            } catch let invalid as InvalidAccount {
                return .init(form: .member, member: form, issues: invalid.issues)
            }
            return nil
        }
    }

    private func end(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context) { visit, _ in
            try await evaluations.end(
                try visit.context.parameter("member"),
                in: visit.programme.id,
                as: visit.principal
            )
            return nil
        }
    }

    private func erase(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context) { visit, _ in
            try await evaluations.erase(
                try visit.context.parameter("member"),
                in: visit.programme.id,
                as: visit.principal
            )
            return nil
        }
    }

    /// One decision on the page, and back to it; with what was sent when it was not accepted.
    private func step(
        _ request: Request,
        _ context: AppContext,
        _ body: (Visit, FormFields) async throws -> EvaluationPage.Returned?
    ) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.accountForPlan, in: visit.programme.id)
        let fields = try await request.fields(context)
        guard let returned = try await body(visit, fields) else {
            return .done(.saved, seeing: Addresses.evaluations.path(visit.programme.id))
        }
        var page = try await page(visit)
        page.returned = returned
        return try page.response(from: request, context: visit.context)
    }

    private func page(_ visit: Visit) async throws -> EvaluationPage {
        let (programme, principal) = (visit.programme, visit.principal)
        let readsPlan = principal.may(.readPlan, in: programme.id)
        return EvaluationPage(
            programme: programme,
            evaluations: try await evaluations.list(in: programme.id, as: principal),
            members: readsPlan ? try await evaluations.members(in: programme.id, as: principal) : nil,
            mayRecord: principal.may(.accountForPlan, in: programme.id),
            verbs: visit.verbs,
            ids: { [world] in world.formID },
            today: world.today
        )
    }
}
