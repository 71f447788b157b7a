import Algorithms
package import Kernel
package import Programmes
import Storage

extension Registers {
    /// Hands over all that fit, some at a time and in order, for a file: never all of a large register in memory. Which
    /// ones is decided at one moment; what is in each is as it is when its turn comes.
    package func each(
        _ query: RegisterQuery,
        of code: Register.ID,
        in programme: Programme,
        as principal: Principal,
        _ body: ([RegisterItem]) throws -> Void
    ) async throws {
        let (register, isKeeper) = try look(at: code, in: programme, as: principal)
        let ids = try await find([query], of: register, in: programme, isKeeper: isKeeper) { queries, db in
            let query = queries[0]
            if query.isProposed { return try db.registerLists(code, in: programme.id).proposals().map(\.id) }
            return try catalogues.look(at: register, in: programme, db) { catalogue in
                catalogue.items(of: catalogue.find(query, isForKeeper: isKeeper), from: 0, limit: .max)
            }
        }
        let batches = ids.chunks(ofCount: 1000).map(Array.init)
        @Sendable func items(_ index: Int) async throws -> [RegisterItem] {
            guard batches.indices.contains(index) else { return [] }
            let items = try await database.read { db in
                try db.registerLists(code, in: programme.id).items(batches[index])
            }
            guard isKeeper else { return items.map { $0.shown(of: register) } }
            return items.named(by: try await self.index(of: items.map(\.values), register, in: programme), of: register)
        }
        var present = try await items(0)
        for index in batches.indices {
            // Read while what came before is written.
            async let next = items(index + 1)
            try body(present)
            present = try await next
        }
    }
}
