import Fieldwork
import Kernel
import Registers

/// What registers have to know of good examples.
struct ToldExamples: ExampleDirectory {
    let library: ExampleLibrary

    func told(in programme: ProgrammeID) async throws -> Set<String> {
        Set(try await library.told(in: programme).map(\.description))
    }
}
