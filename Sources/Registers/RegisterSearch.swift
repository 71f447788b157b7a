import Kernel
import Programmes
import Storage

extension Registers {
    /// Finds something by what is asked for, and once more with the companies that its words mean where items point at
    /// companies of another programme. Nearly always there are none, and then nobody has to be asked for names.
    func find<Value: Sendable>(
        _ queries: [RegisterQuery],
        of register: Register,
        in programme: Programme,
        isKeeper: Bool,
        _ body: @escaping @Sendable ([RegisterQuery], any SQLConnection) throws -> Value
    ) async throws -> Value {
        let queries = prepared(queries, of: register, isKeeper: isKeeper)
        let needsNames = isKeeper && register.hasCompanies && queries.contains { !$0.words.isEmpty }
        let (found, stored) = try await database.read { db in
            (
                try body(queries, db),
                needsNames ? try catalogues.look(at: register, in: programme, db, \.companies) : []
            )
        }
        guard !stored.isEmpty else { return found }
        let named = try await named(queries, among: stored, in: programme)
        return try await database.read { db in try body(named, db) }
    }

    /// Proposals are for who may say yes to them, and only what can be chosen or put in order is asked for.
    private func prepared(_ queries: [RegisterQuery], of register: Register, isKeeper: Bool) -> [RegisterQuery] {
        queries.map { query in
            var query = query
            query.isProposed = query.isProposed && isKeeper
            query.chosen = query.chosen.filter { code, _ in register.field(code)?.kind.isChoice ?? false }
            if case .number(let code) = query.sort, !(register.field(code)?.kind.isNumber ?? false) {
                query.sort = .name
            }
            return query
        }
    }
}
