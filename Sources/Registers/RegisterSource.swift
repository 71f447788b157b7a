package import Kernel
package import Programmes
import Storage

/// The good examples of a programme that everybody may see, at this moment.
package protocol ExampleDirectory: Sendable {
    /// By their identifiers.
    func told(in programme: ProgrammeID) async throws -> Set<String>
}

/// For a place without companies.
package struct NoExamples: ExampleDirectory {
    package init() {}

    package func told(in programme: ProgrammeID) async throws -> Set<String> { [] }
}

/// What an item was made of (*bron*): a good example that a company let everybody see. It is kept beside what was filled
/// in, under a code that no field can have. As soon as not everybody may see the example, nobody from outside sees the item,
/// and who keeps the register is told.
extension RegisterItem {
    static let sourceCode = "~uit"

    /// The identifier of the example.
    package var source: String? { values[Self.sourceCode] }
}

extension RegisterEntry {
    /// Remembers of what an item is made, or that nothing of it is left.
    mutating func note(_ form: RegisterItemForm, for register: Register) {
        if form.isOwn {
            values[RegisterItem.sourceCode] = nil
        } else if register.blocks?.examples != nil, let source = ID<RegisterItem>(form.source) {
            values[RegisterItem.sourceCode] = source.description
        }
    }
}

extension Registers {
    /// Items that were made of an example that not everybody may see any more, for who keeps the register.
    package func withdrawn(
        from code: Register.ID,
        in programme: Programme,
        as principal: Principal
    ) async throws -> [RegisterItem] {
        let register = try own(code, in: programme, as: principal)
        guard register.blocks?.examples != nil else { return [] }
        let items = try await database.read { db in
            let ids = try catalogues.look(at: register, in: programme, db, \.itemsWithSource)
            return try db.registerLists(code, in: programme.id).items(ids)
        }
        let withdrawn = try await withdrawn(among: items, in: programme)
        return items.filter { withdrawn.contains($0.id) }
    }

    /// Which of them were made of an example that not everybody may see any more.
    func withdrawn(among items: [RegisterItem], in programme: Programme) async throws -> Set<RegisterItem.ID> {
        let made = items.filter { $0.source != nil }
        guard !made.isEmpty else { return [] }
        let told = try await examples.told(in: programme.id)
        return Set(made.filter { item in !(item.source.map(told.contains) ?? true) }.map(\.id))
    }
}
