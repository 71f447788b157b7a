import Foundation
import Subprocess

#if canImport(System)
import System
#else
import SystemPackage
#endif

/// One run of the Python that makes PDFs. What it reads and writes is told in `worker.py`.
struct PrintWorker {
    let settings: PrinterSettings
    let script: String

    /// Starts it, has it print what `next` gives until that is nothing, and ends it.
    ///
    /// - Throws: `PrintingProblem.notInstalled` when it cannot start, `crashed` or `tooSlow` when it ends on the way.
    func run(
        next: @Sendable () async -> [UInt8]?,
        finish: @Sendable (Result<[UInt8], PrintingProblem>) async -> Void
    ) async throws {
        let executable: Executable =
            settings.python.contains("/") ? .path(FilePath(settings.python)) : .name(settings.python)
        do {
            _ = try await Subprocess.run(
                executable,
                arguments: ["-I", "-c", script],
                // The order of what goes in a PDF, and its date, may not depend on chance.
                environment: .inherit.updating(["PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": "0"]),
                input: .inputWriter,
                output: .sequence,
                error: .discarded
            ) { execution in
                let channel = Channel(
                    input: execution.standardInputWriter,
                    output: FrameReader(execution.standardOutput),
                    timeLimit: settings.timeLimit,
                    kill: { try? execution.send(signal: .kill) }
                )
                do {
                    try await channel.waitUntilReady()
                    while let html = await next() { await finish(try await channel.print(html)) }
                    try? await execution.standardInputWriter.finish()
                } catch {
                    try? execution.send(signal: .kill)
                    throw error
                }
            }
        } catch let error as SubprocessError where Self.isNotFound(error) {
            throw PrintingProblem.notInstalled("\(settings.python): \(error)")
        } catch let error as SubprocessError where error.code == .failedToWriteToSubprocess {
            throw PrintingProblem.crashed
        }
    }

    private static func isNotFound(_ error: SubprocessError) -> Bool {
        error.code == .executableNotFound || error.code == .spawnFailed
    }

    /// The way to the worker and back, one document at a time.
    private struct Channel {
        let input: StandardInputWriter
        let output: FrameReader
        let timeLimit: Duration
        let kill: @Sendable () -> Void

        func waitUntilReady() async throws {
            let (kind, content) = try await answer()
            guard kind == UInt8(ascii: "R") else {
                throw PrintingProblem.notInstalled(String(decoding: content, as: UTF8.self))
            }
        }

        func print(_ html: [UInt8]) async throws -> Result<[UInt8], PrintingProblem> {
            let length = UInt32(html.count)
            let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
            let (kind, content) = try await answer {
                let written = try await input.write(head + html)
                if written < html.count + 4 { throw PrintingProblem.crashed }
            }
            return kind == UInt8(ascii: "P")
                ? .success(content) : .failure(.refused(String(decoding: content, as: UTF8.self)))
        }

        /// A worker that takes too long is ended, after which there is no answer to wait for.
        private func answer(
            after request: () async throws -> Void = {}
        ) async throws -> (kind: UInt8, content: [UInt8]) {
            let started = ContinuousClock.now
            let watch = Task { [kill, timeLimit] in
                try await Task.sleep(for: timeLimit)
                kill()
            }
            defer { watch.cancel() }
            do {
                try await request()
                return try await output.next()
            } catch {
                throw ContinuousClock.now - started >= timeLimit ? PrintingProblem.tooSlow : error
            }
        }
    }
}

/// Cuts the output of the worker into answers.
final class FrameReader {
    private var iterator: SubprocessOutputSequence.AsyncIterator
    private var buffer: [UInt8] = []

    init(_ output: SubprocessOutputSequence) {
        iterator = output.makeAsyncIterator()
    }

    func next() async throws -> (kind: UInt8, content: [UInt8]) {
        let head = try await take(5)
        let length = head[1...].reduce(0) { $0 << 8 | Int($1) }
        return (head[0], try await take(length))
    }

    private func take(_ count: Int) async throws -> [UInt8] {
        while buffer.count < count {
            guard let more = try await iterator.next() else { throw PrintingProblem.crashed }
            more.withUnsafeBytes { buffer.append(contentsOf: $0) }
        }
        let taken = Array(buffer[..<count])
        buffer.removeFirst(count)
        return taken
    }
}
