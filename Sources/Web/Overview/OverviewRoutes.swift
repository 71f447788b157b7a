import Accountability
import Hummingbird
import Kernel
import Programmes
import Referrals
import Statistics

/// The page that a programme opens with.
struct OverviewRoutes {
    let services: Services
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.overview.route, use: show)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let coachesOnly =
            !visit.principal.may(.readOverview, in: visit.programme.id)
            && visit.principal.may(.answerReferrals, in: visit.programme.id)
        if !visit.programme.hasTalks, visit.programme.actionPlan != nil {
            return .done(seeing: Addresses.actionPlan.path(visit.programme.id))
        }
        if coachesOnly { return .done(seeing: Addresses.referrals.path(visit.programme.id)) }
        let asked = FormFields(request.uri.query ?? "")["op"]
        let day = Day(asked)
        let overview = try await services.referrals.overviews.overview(
            of: visit.programme.id,
            asOf: day,
            as: visit.principal
        )
        let signals = try await services.referrals.support.told(in: visit.programme.id, as: visit.principal)
            .filter { Day($0.toldAt) <= overview.asOf }
        var published: PublishedOverview?
        if overview.isWithoutCompanies {
            published = PublishedOverview(
                programme: visit.programme,
                figures: try await services.publications.figures(of: visit.programme.id).upTo(overview.asOf),
                areas: try await services.municipalities.list(in: visit.programme.id, as: visit.principal)
            )
        }
        return try OverviewPage(
            overview: overview,
            today: world.today,
            signals: signals,
            published: published,
            verbs: visit.verbs
        ).response(from: request, context: visit.context)
    }
}
