import Metrics
package import Storage

/// A database that counts what is asked of it, and how long that takes.
package struct MeasuredDatabase: SQLDatabase {
    private let database: any SQLDatabase
    private let reads = Counter(label: "karavaan_database_reads_total")
    private let writes = Counter(label: "karavaan_database_writes_total")
    private let writeTime = Timer(label: "karavaan_database_write_duration_seconds")

    package init(_ database: any SQLDatabase) {
        self.database = database
    }

    package func read<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        reads.increment()
        return try await database.read(body)
    }

    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        writes.increment()
        let start = ContinuousClock.now
        defer { writeTime.record(duration: ContinuousClock.now - start) }
        return try await database.write(body)
    }
}
