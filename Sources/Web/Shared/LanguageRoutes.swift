import Hummingbird
import Kernel

extension Addresses {
    static let language = Address("/taal")
}

/// The choice of language, kept in a cookie for a year.
struct LanguageRoutes {
    func add(to router: Router<AppContext>) {
        router.post(Addresses.language.route, use: choose)
    }

    private func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        let fields = try await request.fields(context)
        guard let language = Language(rawValue: fields["taal"]) else { throw PageProblem.unreadableForm }
        var response = Response.done(seeing: LocalPath(fields["terug"])?.text ?? "/")
        response.set(.language, to: language.rawValue, for: 365 * 24 * 3600, of: context.site)
        return response
    }
}
