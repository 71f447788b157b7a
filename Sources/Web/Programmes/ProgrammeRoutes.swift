import Hummingbird
import Kernel
import Programmes

extension Addresses {
    static let programme = Address("/werk/{programme}/programma")
    static let programmeClosure = Address("/werk/{programme}/programma/afsluiten")
    static let initiative = Address("/werk/{programme}/programma/initiatieven/{initiative}")
}

/// What the programme promised, plans and offers, for everybody who has a part in it.
struct ProgrammeRoutes {
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.programme.route, use: show)
        router.post(Addresses.programmeClosure.route, use: close)
        router.get(Addresses.initiative.route, use: showInitiative)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let page = ProgrammePage(
            programme: visit.programme,
            today: world.today,
            mayManage: visit.principal.may(.publishProgramme, in: visit.programme.id)
        )
        return try page.response(from: request, context: visit.context)
    }

    private func close(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.publishProgramme, in: visit.programme.id)
        switch try await request.fields(context)["doe"] {
        case "afsluiten": try await programmes.close(visit.programme.id, as: visit.principal)
        case "heropenen": try await programmes.reopen(visit.programme.id, as: visit.principal)
        default: throw PageProblem.unreadableForm
        }
        return .done(.saved, seeing: Addresses.programme.path(visit.programme.id) + "#afsluiten")
    }

    private func showInitiative(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        guard let initiative = visit.programme.initiative(try context.parameter("initiative")) else {
            throw ProgrammeProblem.initiativeNotFound
        }
        let page = InitiativePage(programme: visit.programme, initiative: initiative, today: world.today)
        return try page.response(from: request, context: visit.context)
    }
}
