import Foundation
import Hummingbird
import Kernel
import Programmes
import Referrals

extension Addresses {
    static let support = Address("/werk/{programme}/koppelingen/past-de-hulp")
    static let tellSupport = Address("/werk/{programme}/koppelingen/past-de-hulp/{initiative}")
    static let changeSupport = Address("/werk/{programme}/koppelingen/signalen/{signal}")
}

/// Whether help fits, and what is told about it.
struct SupportRoutes {
    let signals: SupportSignals
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.support.route, use: show)
        router.post(Addresses.tellSupport.route, use: tell)
        router.post(Addresses.changeSupport.route, use: change)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func tell(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.tellSupport, in: visit.programme.id)
        let name: String = try context.parameter("initiative")
        guard let initiative = InitiativeCode(name) else { throw PageProblem.notFound }
        return try await save(request, visit, about: initiative.description) { form in
            try await signals.tell(form, about: initiative, in: visit.programme.id, as: visit.principal)
        }
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.tellSupport, in: visit.programme.id)
        let signal: SupportSignal.ID = try context.parameter("signal")
        return try await save(request, visit, about: signal.description) { form in
            try await signals.change(form, after: signal, in: visit.programme.id, as: visit.principal)
        }
    }

    private func save(
        _ request: Request,
        _ visit: Visit,
        about subject: String,
        _ body: (SupportForm) async throws -> Void
    ) async throws -> Response {
        let fields = try await request.fields(visit.context)
        let form = SupportForm(id: fields["id"], words: fields["signaal-\(subject)"])
        do {
            try await body(form)
            return .done(.saved, seeing: Addresses.support.path(visit.programme.id))
        } catch let invalid as InvalidSupportSignal {
            var page = try await page(visit)
            page.returned = .init(subject: subject, form: form, issues: invalid.issues)
            return try page.response(from: request, context: visit.context)
        }
    }

    private func page(_ visit: Visit) async throws -> SupportPage {
        SupportPage(
            programme: visit.programme,
            fits: try await signals.fits(in: visit.programme.id, as: visit.principal),
            mayTell: visit.principal.may(.tellSupport, in: visit.programme.id),
            ids: { [world] in world.formID }
        )
    }
}
