import CLibPQ
import Storage

#if canImport(Glibc)
import Glibc
#endif

/// A libpq connection. Statements that come back are prepared once.
final class PostgresConnection: SQLConnection {
    private let handle: OpaquePointer
    /// The first statement of this transaction that failed: PostgreSQL refuses all that come after it.
    private(set) var failure: SQLError?
    private var statements = PreparedStatements()
    private var wasLost = false
    /// What begins this transaction, until its first statement takes it along.
    private var beginning: String?

    private init(handle: OpaquePointer) {
        self.handle = handle
    }

    deinit { PQfinish(handle) }

    /// Waits for the network.
    static func open(_ conninfo: String) throws -> PostgresConnection {
        // What the address itself says comes last, and so goes before this.
        let options = [
            ("connect_timeout", "5"), ("application_name", "karavaan"), ("client_encoding", "UTF8"),
            ("keepalives_idle", "30"), ("keepalives_interval", "10"), ("keepalives_count", "3"),
            ("tcp_user_timeout", "30000"), ("dbname", conninfo),
        ]
        let handle = withCStrings(options.map(\.0)) { keywords in
            withCStrings(options.map(\.1)) { PQconnectdbParams(keywords + [nil], $0 + [nil], 1) }
        }
        guard let handle else { throw SQLError.unavailable(message: "no memory for a connection") }
        let connection = PostgresConnection(handle: handle)
        guard connection.isUsable else {
            throw SQLError.unavailable(message: String(cString: PQerrorMessage(handle)))
        }
        // One round trip. What is acknowledged must be on disk, whatever the server does when nobody asks.
        try connection.execute(
            """
            SET TIME ZONE 'UTC'; SET statement_timeout = '60s'; SET lock_timeout = '15s';
            SET idle_in_transaction_session_timeout = '60s';
            SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'
            """
        )
        return connection
    }

    /// Whether it can be used again, as far as is known; libpq finds out when it uses the connection.
    var isUsable: Bool { !wasLost && PQstatus(handle) == CONNECTION_OK }

    /// Looks whether the server has hung up, without waiting for anything.
    func isAlive() -> Bool {
        var poller = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        // A server has nothing to say to an idle session, other than goodbye.
        if poller.fd < 0 || poll(&poller, 1, 0) > 0 && (PQconsumeInput(handle) == 0 || hasHungUp) { wasLost = true }
        return isUsable
    }

    private var hasHungUp: Bool {
        var byte: UInt8 = 0
        return recv(PQsocket(handle), &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT)) == 0
    }

    /// Begins with the first statement, for one trip to the server instead of two.
    func begin(_ statement: SQL) {
        failure = nil
        beginning = statement.rendered(for: .postgres).text
    }

    func commit() throws {
        // Nothing was asked, so nothing began.
        guard beginning.take() == nil else { return }
        let result = PQexec(handle, "COMMIT")
        defer { PQclear(result) }
        guard PQresultStatus(result) == PGRES_COMMAND_OK else { throw fail(SQLError(result)) }
        // In a transaction that failed, the server answers a COMMIT with ROLLBACK, and calls that a success.
        guard String(cString: PQcmdStatus(result)) == "COMMIT" else { throw fail(.conflict) }
    }

    func rollback() {
        guard beginning.take() == nil else { return }
        PQclear(PQexec(handle, "ROLLBACK"))
    }

    @discardableResult
    func run(_ sql: SQL) throws -> [SQLRow] {
        if let failure { throw failure }
        do {
            let (text, values) = sql.rendered(for: .postgres)
            for value in values { try value.checkIsStorable() }
            return try rows(of: text, values.map(\.wireText))
        } catch let error as SQLError {
            throw fail(error)
        }
    }

    private func fail(_ error: SQLError) -> SQLError {
        failure = failure ?? error
        if case .unavailable = error { wasLost = true }
        return error
    }

    private func rows(of text: String, _ parameters: [String?]) throws -> [SQLRow] {
        let count = Int32(parameters.count)
        let result: OpaquePointer?
        let use = statements.use(text)
        if case .prepared(let name) = use, let beginning = beginning.take() {
            return try rows(of: try withCStrings(parameters) { try begin(beginning, with: name, count, $0) })
        }
        if let beginning = beginning.take() { try execute(beginning) }
        switch use {
        case .once:
            result = withCStrings(parameters) { PQexecParams(handle, text, count, nil, $0, nil, nil, 0) }
        case .prepare(let name, let forget):
            if let forget { try execute("DEALLOCATE \(forget)") }
            let preparation = PQprepare(handle, name, text, count, nil)
            defer { PQclear(preparation) }
            guard PQresultStatus(preparation) == PGRES_COMMAND_OK else {
                statements.forget(text)
                throw SQLError(preparation)
            }
            result = withCStrings(parameters) { PQexecPrepared(handle, name, count, $0, nil, nil, 0) }
        case .prepared(let name):
            result = withCStrings(parameters) { PQexecPrepared(handle, name, count, $0, nil, nil, 0) }
        }
        return try rows(of: result)
    }

    /// Sends both at once, and waits for what came of the second.
    private func begin(
        _ beginning: String,
        with name: String,
        _ count: Int32,
        _ parameters: [UnsafePointer<CChar>?]
    ) throws -> OpaquePointer? {
        guard PQenterPipelineMode(handle) == 1 else { throw SQLError(nil) }
        defer { if PQexitPipelineMode(handle) == 0 { wasLost = true } }
        guard PQsendQueryParams(handle, beginning, 0, nil, nil, nil, nil, 0) == 1,
            PQsendQueryPrepared(handle, name, count, parameters, nil, nil, 0) == 1, PQpipelineSync(handle) == 1
        else { throw SQLError.unavailable(message: String(cString: PQerrorMessage(handle))) }
        let begun = PQgetResult(handle)
        defer { PQclear(begun) }
        PQclear(PQgetResult(handle))
        let result = PQgetResult(handle)
        PQclear(PQgetResult(handle))
        // What says that both are done; nothing comes when the connection was lost.
        PQclear(PQgetResult(handle))
        guard PQresultStatus(begun) == PGRES_COMMAND_OK else {
            PQclear(result)
            throw SQLError(begun)
        }
        return result
    }

    /// What a statement found. The result is cleared.
    private func rows(of result: OpaquePointer?) throws -> [SQLRow] {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK:
            return []
        case PGRES_TUPLES_OK:
            return try (0..<PQntuples(result)).map { row in
                SQLRow(try (0..<PQnfields(result)).map { try SQLValue(result, row: row, column: $0) })
            }
        default:
            let error = SQLError(result)
            // The schema changed under a prepared statement; with a fresh one it works.
            if ["0A000", "26000"].contains(error.state) {
                statements = PreparedStatements(after: statements)
                throw SQLError.conflict
            }
            throw error
        }
    }

    private func execute(_ text: String) throws {
        let result = PQexec(handle, text)
        defer { PQclear(result) }
        let status = PQresultStatus(result)
        guard status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK else { throw fail(SQLError(result)) }
    }
}

/// Lends the texts to C. `nil` stays `nil`.
private func withCStrings<Result>(
    _ texts: [String?],
    _ body: ([UnsafePointer<CChar>?]) throws -> Result
) rethrows -> Result {
    let copies = texts.map { $0.flatMap { strdup($0) } }
    defer { for copy in copies { free(copy) } }
    return try body(copies.map { UnsafePointer($0) })
}
