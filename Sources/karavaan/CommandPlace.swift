import App
import Kernel
import Programmes
import Web

/// Where a command works: one programme, with every right in it.
struct CommandPlace {
    let programme: Programme
    let principal: Principal
    let services: Services

    init(_ programme: ProgrammeID, _ data: DataOptions) async throws {
        services = try await data.services()
        principal = .commandLine(in: [programme])
        let known = try await services.programmes.all()
        guard let found = known.first(where: { $0.id == programme }) else {
            let names = known.map(\.id.description).joined(separator: ", ")
            throw StartProblem(
                known.isEmpty
                    ? "There is no programme yet. Take one into use first: karavaan import programmes/mkb-deal-metaal"
                    : "There is no programme \(programme). There is: \(names)."
            )
        }
        self.programme = found
    }
}
