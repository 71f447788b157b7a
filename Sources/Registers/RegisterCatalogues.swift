import Foundation
import Kernel
import Programmes
import Storage
import Synchronization

/// The catalogues of all registers that were looked at since the program started. Each is brought up to date from the
/// database before it is used, so that several programs may work on one database.
final class RegisterCatalogues: Sendable {
    private struct Name: Hashable {
        let programme: ProgrammeID
        let register: Register.ID
    }

    /// What was read, and under which declaration: an option that is called otherwise is found by its new name.
    private struct Reading {
        let declaration: RegisterDeclaration
        var catalogue: RegisterCatalogue
        /// Until which change of the register it is complete; nothing yet.
        var stamp = -1

        init(_ declaration: RegisterDeclaration) {
            self.declaration = declaration
            catalogue = RegisterCatalogue(of: declaration.register)
        }
    }

    private final class Shelf: Sendable {
        let reading = Mutex<Reading?>(nil)
    }

    private let shelves = Mutex<[Name: Shelf]>([:])

    /// Looks something up in the catalogue of a register as it is in this transaction, or newer.
    func look<Value>(
        at register: Register,
        in programme: Programme,
        _ db: any SQLConnection,
        _ body: (RegisterCatalogue) -> Value
    ) throws -> Value {
        let declaration = RegisterDeclaration(register, in: programme)
        return try shelf(of: register, in: programme).reading.withLock { reading in
            let store = db.registerItems(register.code, in: programme.id)
            let stamp = try store.stamp()
            var present = reading ?? Reading(declaration)
            if present.declaration != declaration || stamp.erased > present.stamp || present.catalogue.isWorn {
                present = Reading(declaration)
            }
            // Nobody else holds it, so that what follows changes it in place.
            reading = nil
            if stamp.changed > present.stamp {
                let notation = RegisterNotation(programme)
                present.catalogue.take(try store.findings(after: present.stamp, register, notation))
                present.stamp = stamp.changed
            }
            let value = body(present.catalogue)
            reading = present
            return value
        }
    }

    /// Keeps items that were read because they are shown, for whoever looks next.
    func keep(_ items: [RegisterItem], of register: Register, in programme: Programme) {
        shelf(of: register, in: programme).reading.withLock { $0?.catalogue.keep(items) }
    }

    private func shelf(of register: Register, in programme: Programme) -> Shelf {
        let name = Name(programme: programme.id, register: register.code)
        return shelves.withLock { shelves in
            let shelf = shelves[name] ?? Shelf()
            shelves[name] = shelf
            return shelf
        }
    }
}
