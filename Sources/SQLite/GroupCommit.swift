import GRDB
import Storage
import Synchronization

/// Makes writes that wait at the same time durable together.
///
/// What takes time is not the writing but the waiting for the disk at the end of a transaction. So whoever comes in
/// while the disk is busy shares the next transaction, each in a savepoint of its own: what one of them does wrong is
/// undone for that one only. None of them is told that it succeeded before all of it is on disk.
struct GroupCommit: Sendable {
    private let writer: any DatabaseWriter
    private let waiting = Waiting()

    /// So many at most, so that the first does not wait long for the last.
    private static let limit = 64

    init(writer: any DatabaseWriter) {
        self.writer = writer
    }

    func perform<Value: Sendable>(
        _ body: @escaping @Sendable (any SQLConnection) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            let job = Job(
                run: { connection in
                    let value = try body(connection)
                    return { continuation.resume(returning: value) }
                },
                fail: { continuation.resume(throwing: $0) }
            )
            if waiting.add(job) { schedule() }
        }
    }

    private func schedule() {
        writer.asyncWriteWithoutTransaction { database in
            let (jobs, isMore) = waiting.take(Self.limit)
            commit(jobs, in: database)
            if isMore { schedule() }
        }
    }

    private func commit(_ jobs: [Job], in database: Database) {
        do {
            try database.beginTransaction(.immediate)
        } catch {
            // Another program has been writing for as long as we wait; that holds for all of them.
            for job in jobs { job.fail(SQLError.from(error)) }
            return
        }
        do {
            let outcomes = try jobs.map { try outcome(of: $0, alone: jobs.count == 1, in: database) }
            try database.commit()
            for outcome in outcomes { outcome() }
        } catch {
            // A full disk, for instance, may have ended the transaction already.
            if database.isInsideTransaction { try? database.rollback() }
            if jobs.count == 1 {
                jobs[0].fail(SQLError.from(error))
            } else {
                // One of them may have spoilt it for the others: each on its own.
                for job in jobs { commit([job], in: database) }
            }
        }
    }

    /// What to tell the one who waits once all is on disk.
    ///
    /// - Throws: what makes the whole transaction fail.
    private func outcome(of job: Job, alone: Bool, in database: Database) throws -> @Sendable () -> Void {
        let connection = SQLiteConnection(database: database)
        if alone { return try connection.finish(job.run) }
        var outcome: @Sendable () -> Void = {}
        do {
            try database.inSavepoint {
                outcome = try connection.finish(job.run)
                return .commit
            }
            return outcome
        } catch {
            let error = SQLError.from(error)
            guard database.isInsideTransaction, error as? SQLError != .diskFull else { throw error }
            return { job.fail(error) }
        }
    }
}

private struct Job: Sendable {
    let run: @Sendable (any SQLConnection) throws -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

private final class Waiting: Sendable {
    private let jobs = Mutex<[Job]>([])

    /// Whether it is the first, so that somebody has to start.
    func add(_ job: Job) -> Bool {
        jobs.withLock {
            $0.append(job)
            return $0.count == 1
        }
    }

    func take(_ limit: Int) -> (jobs: [Job], isMore: Bool) {
        jobs.withLock {
            let taken = Array($0.prefix(limit))
            $0.removeFirst(taken.count)
            return (taken, !$0.isEmpty)
        }
    }
}
