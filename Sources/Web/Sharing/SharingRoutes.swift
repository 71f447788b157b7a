import Foundation
import Hummingbird
import Kernel
import Programmes
import Sharing

/// What a programme shares with others, and who may say so.
struct SharingRoutes {
    let sharings: Sharings
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.sharing.route, use: show)
        router.post(Addresses.sharingAgreement.route, use: say)
    }

    private func page(_ visit: Visit) async throws -> SharingPage {
        SharingPage(
            programme: visit.programme,
            states: try await sharings.overview(of: visit.programme, as: visit.principal),
            mayAgree: visit.principal.may(.agreeSharing, in: visit.programme.id),
            mayFollow: visit.principal.may(
                visit.programme.actionPlan == nil ? .readPlan : .readActions,
                in: visit.programme.id
            ),
            freshID: world.formID
        )
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func say(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.agreeSharing, in: visit.programme.id)
        let code: ShareCode = try context.parameter("share")
        let fields = try await request.fields(context)
        var form = ShareForm()
        (form.id, form.isAgreed, form.why) = (fields["id"], fields["antwoord"] == "ja", fields["waarom"])
        do {
            try await sharings.say(form, about: code, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.sharing.path(visit.programme.id))
        } catch let invalid as InvalidShare {
            var page = try await page(visit)
            (page.entered, page.issues) = ((code, form), invalid.issues)
            return try page.response(from: request, context: visit.context)
        }
    }
}
