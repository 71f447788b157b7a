import Foundation
import Hummingbird
import Kernel
import Logging
import Programmes
import Statistics

/// Making, looking at and publishing publications.
struct PublicationRoutes {
    let publications: Publications
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.publications.route, use: list)
        router.post(Addresses.publications.route, use: begin)
        router.get(Addresses.publication.route, use: show)
        router.post(Addresses.publish.route) { request, context in
            try await step(request, context) {
                try await publications.publish($0, in: $1.programme.id, as: $1.principal)
            }
        }
        router.post(Addresses.discardPublication.route) { request, context in
            try await step(request, context, backToList: true) {
                try await publications.discard($0, in: $1.programme.id, as: $1.principal)
            }
        }
        router.post(Addresses.restartPublication.route) { request, context in
            try await step(request, context) { id, visit in
                try await publications.restart(id, in: visit.programme.id, as: visit.principal)
                compute(id, visit)
            }
        }
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        var form = PublicationForm()
        form.measuredOn = world.today.description
        return try await page(visit, form).response(from: request, context: visit.context)
    }

    private func begin(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.prepareFigures, in: visit.programme.id)
        let fields = try await request.fields(context)
        var form = PublicationForm()
        form.id = fields["id"]
        form.measuredOn = fields["dag"]
        form.kind = fields["soort"]
        form.detail = fields["detail"]
        form.explanation = fields["toelichting"]
        do {
            let id = try await publications.begin(form, in: visit.programme.id, as: visit.principal)
            compute(id, visit)
            return .done(seeing: Addresses.publication.path(visit.programme.id, id))
        } catch let invalid as InvalidPublication {
            var page = try await page(visit, form)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    /// In the background: it takes longer than anybody waits for a page.
    private func compute(_ id: Publication.ID, _ visit: Visit) {
        let (publications, programme, logger) = (publications, visit.programme.id, visit.context.logger)
        Task {
            do {
                try await publications.compute(id, in: programme)
            } catch {
                logger.error("publication \(id) could not be computed: \(error)")
            }
        }
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let found = try await publications.detail(
            try visit.context.parameter("publication"),
            in: visit.programme.id,
            as: visit.principal
        )
        return try PublicationPage(
            programme: visit.programme,
            publication: found.publication,
            preview: found.preview,
            tree: found.tree,
            mayPrepare: visit.principal.may(.prepareFigures, in: visit.programme.id),
            mayPublish: found.publication.prepared.account != visit.principal.account
        ).response(from: request, context: visit.context)
    }

    private func step(
        _ request: Request,
        _ context: AppContext,
        backToList: Bool = false,
        _ body: (Publication.ID, Visit) async throws -> Void
    ) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let id: Publication.ID = try visit.context.parameter("publication")
        try await body(id, visit)
        return .done(
            .saved,
            seeing: backToList
                ? Addresses.publications.path(visit.programme.id) : Addresses.publication.path(visit.programme.id, id)
        )
    }

    private func page(_ visit: Visit, _ form: PublicationForm) async throws -> PublicationListPage {
        PublicationListPage(
            programme: visit.programme,
            publications: try await publications.list(in: visit.programme.id, as: visit.principal),
            mayPrepare: visit.principal.may(.prepareFigures, in: visit.programme.id),
            verbs: visit.verbs,
            id: form.id.isEmpty ? world.formID : form.id,
            form: form
        )
    }
}
