import Hummingbird
import Kernel
import Programmes

extension Addresses {
    static let programme = Address("/werk/{programme}/programma")
    static let initiative = Address("/werk/{programme}/programma/initiatieven/{initiative}")
}

/// What the programme promised, plans and offers, for everybody who has a part in it.
struct ProgrammeRoutes {
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.programme.route, use: show)
        router.get(Addresses.initiative.route, use: showInitiative)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let page = ProgrammePage(
            programme: visit.programme,
            today: world.today,
            mayChangePicture: visit.principal.may(.publishProgramme, in: visit.programme.id)
        )
        return try page.response(from: request, context: visit.context)
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
