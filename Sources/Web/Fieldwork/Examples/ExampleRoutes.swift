import Fieldwork
import Hummingbird
import Kernel
import Programmes
import Statistics

extension Addresses {
    static let examples = Address("/werk/{programme}/voorbeelden")
    static let sharedPhoto = Address("/werk/{programme}/voorbeelden/fotos/{photo}")
}

/// The good examples that may be told, for everybody with a part in the programme.
struct ExampleRoutes {
    let library: ExampleLibrary
    let publications: Publications
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.examples.route, use: list)
        router.get(Addresses.sharedPhoto.route, use: photo)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let fields = FormFields(request.uri.query ?? "")
        let filter = ExampleFilter(
            text: String(fields["zoek"].prefix(100)),
            theme: Theme.ID(fields["thema"]),
            step: LadderStep(rawValue: fields["trede"]),
            effort: GoodExample.Effort(rawValue: fields["moeite"])
        )
        let mayRead = visit.principal.may(.readConversations, in: visit.programme.id)
        return try ExampleListPage(
            programme: visit.programme,
            examples: try await library.list(filter, in: visit.programme.id, as: visit.principal),
            figures: mayRead ? try await publications.figures(of: visit.programme.id) : nil,
            filter: filter,
            mayReadConversations: mayRead
        ).response(from: request, context: visit.context)
    }

    private func photo(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let id: ExamplePhoto.ID = try visit.context.parameter("photo")
        let (kind, bytes) = try await library.photo(id, in: visit.programme.id, as: visit.principal)
        return .photo(kind, bytes)
    }
}
