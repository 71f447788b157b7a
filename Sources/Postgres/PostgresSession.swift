import CLibPQ
import Dispatch
import Storage

#if canImport(Glibc)
import Glibc
#endif

/// One libpq connection and the queue it is used on. Everything that may wait for the network waits there, so that none
/// of the threads that Swift shares among all tasks ever does.
///
/// `@unchecked Sendable`: `connection` is touched on `queue` only.
final class PostgresSession: @unchecked Sendable {
    private let queue: DispatchQueue
    private let connection: PostgresConnection

    /// What came of a transaction, and of the session it was tried on.
    struct Outcome<Value: Sendable>: Sendable {
        let result: Result<Value, any Error>
        let isUsable: Bool
        /// The connection was lost while the server was told to commit: nobody here knows whether it did.
        let mayBeCommitted: Bool
    }

    private init(connection: PostgresConnection, queue: DispatchQueue) {
        self.connection = connection
        self.queue = queue
    }

    static func open(_ conninfo: String, preamble: [SQL]) async throws -> PostgresSession {
        let queue = DispatchQueue(label: "postgres")
        return try await withCheckedThrowingContinuation { continuation in
            queue.async {
                continuation.resume(
                    with: Result {
                        let connection = try PostgresConnection.open(conninfo)
                        for statement in preamble { try connection.run(statement) }
                        return PostgresSession(connection: connection, queue: queue)
                    }
                )
            }
        }
    }

    func transaction<Value: Sendable>(
        _ begin: SQL,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async -> Outcome<Value> {
        await withCheckedContinuation { continuation in
            queue.async { continuation.resume(returning: self.perform(begin, body)) }
        }
    }

    private func perform<Value: Sendable>(
        _ begin: SQL,
        _ body: (any SQLConnection) throws -> Value
    ) -> Outcome<Value> {
        var isCommitting = false
        let result = Result<Value, any Error> {
            guard connection.isAlive() else { throw SQLError.unavailable(message: "the connection was lost") }
            do {
                connection.begin(begin)
                let value = try body(connection)
                if let failure = connection.failure { throw failure }
                isCommitting = true
                try connection.commit()
                return value
            } catch {
                if !isCommitting { connection.rollback() }
                // A store may have made something else of it; what happened to the transaction is what counts.
                switch connection.failure {
                case .conflict?, .unavailable?: throw connection.failure ?? error
                default: throw error
                }
            }
        }
        let isUsable = connection.isUsable
        return Outcome(result: result, isUsable: isUsable, mayBeCommitted: isCommitting && !isUsable)
    }
}
