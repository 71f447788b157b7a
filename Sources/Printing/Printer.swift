import Foundation
package import Logging

/// Makes PDFs of HTML documents (*afdrukken*), as PDF/UA-1, and CSV of workbooks. Behind it runs one worker, started with the first document
/// and started again when it ends unasked. The documents wait for their turn in order.
package actor Printer {
    private struct Job {
        /// HTML, or a workbook.
        let content: [UInt8]
        var attempts = 0
        let answer: CheckedContinuation<Result<[UInt8], PrintingProblem>, Never>
    }

    private let settings: PrinterSettings
    private let logger: Logger
    private let script: String
    private var waiting: [Job] = []
    private var current: Job?
    private var wake: CheckedContinuation<Void, Never>?
    private var running: Task<Void, Never>?
    private var isStopped = false

    package init(settings: PrinterSettings, logger: Logger) {
        self.init(
            settings: settings,
            logger: logger,
            script: String(decoding: PackageResources.worker_py, as: UTF8.self)
        )
    }

    init(settings: PrinterSettings, logger: Logger, script: String) {
        self.settings = settings
        self.logger = logger
        self.script = script
        // A worker that is gone is an error to handle, not the end of the program.
        signal(SIGPIPE, SIG_IGN)
    }

    /// The same document always gives the same bytes. It must carry everything it needs: nothing is fetched.
    package func pdf(of html: String) async throws(PrintingProblem) -> [UInt8] {
        try await answer(to: Array(html.utf8))
    }

    /// The first sheet of a workbook (XLSX) as CSV: semicolons between cells, a comma in numbers, days as `2026-05-31`, and
    /// empty rows, too.
    package func csv(ofWorkbook bytes: [UInt8]) async throws(PrintingProblem) -> [UInt8] {
        guard bytes.starts(with: Array("PK".utf8)) else { throw .refused("no workbook") }
        return try await answer(to: bytes)
    }

    private func answer(to content: [UInt8]) async throws(PrintingProblem) -> [UInt8] {
        guard !isStopped else { throw .stopped }
        guard waiting.count < settings.queueLimit else { throw .tooBusy }
        return try await withCheckedContinuation { answer in
            waiting.append(Job(content: content, answer: answer))
            wake?.resume()
            wake = nil
            if running == nil { running = Task { await work() } }
        }.get()
    }

    /// Whether PDFs can be made here; starts the worker, so that the first document does not have to wait for it.
    package func check() async -> PrintingProblem? {
        do throws(PrintingProblem) {
            _ = try await pdf(of: "<!DOCTYPE html><html lang=\"en\"><title>Karavaan</title><p>Karavaan</p></html>")
            return nil
        } catch {
            return error
        }
    }

    /// Lets go of the worker; what is waiting is refused.
    package func stop() async {
        isStopped = true
        wake?.resume()
        wake = nil
        running?.cancel()
        await running?.value
    }

    private func work() async {
        while !isStopped {
            do {
                try await PrintWorker(settings: settings, script: script).run(
                    next: { [self] in await next() },
                    finish: { [self] in await finish($0) }
                )
            } catch {
                fail(error)
            }
            if waiting.isEmpty, current == nil { break }
        }
        running = nil
        if isStopped { refuseAll(.stopped) }
    }

    /// Waits for something to do; `nil` when it is time to end.
    private func next() async -> [UInt8]? {
        while waiting.isEmpty, !isStopped {
            await withCheckedContinuation { wake = $0 }
        }
        guard !isStopped else { return nil }
        var job = waiting.removeFirst()
        job.attempts += 1
        current = job
        return job.content
    }

    private func finish(_ result: Result<[UInt8], PrintingProblem>) {
        if case .failure(let problem) = result { logger.warning("no document", metadata: ["problem": "\(problem)"]) }
        current?.answer.resume(returning: result)
        current = nil
    }

    private func fail(_ error: any Error) {
        let problem = error as? PrintingProblem ?? .crashed
        logger.warning("the PDF worker ended", metadata: ["problem": "\(problem)", "error": "\(error)"])
        if case .notInstalled = problem { return refuseAll(problem) }
        guard let job = current else { return }
        // Not necessarily the fault of this document: it gets a second chance, and no third.
        if problem == .crashed, job.attempts < 2, !isStopped {
            waiting.insert(job, at: 0)
            current = nil
        } else {
            finish(.failure(problem))
        }
    }

    private func refuseAll(_ problem: PrintingProblem) {
        let refused = [current].compactMap(\.self) + waiting
        current = nil
        waiting = []
        for job in refused { job.answer.resume(returning: .failure(problem)) }
    }
}
