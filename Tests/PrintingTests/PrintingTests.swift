import Foundation
import Logging
import Testing

@testable import Printing

private let page = """
    <!DOCTYPE html><html lang="nl"><head><title>Proef</title></head><body><h1>Proef</h1>
    <p>Eén bladzijde.</p><img src="qr:https%3A%2F%2Fvoorbeeld.nl" alt="Code"></body></html>
    """

private func printer(
    python: String = PrinterSettings.findPython(),
    timeLimit: Duration = .seconds(20),
    queueLimit: Int = 32,
    script: String? = nil
) -> Printer {
    let settings = PrinterSettings(python: python, timeLimit: timeLimit, queueLimit: queueLimit)
    var logger = Logger(label: "printing")
    logger.logLevel = .critical
    guard let script else { return Printer(settings: settings, logger: logger) }
    return Printer(settings: settings, logger: logger, script: script)
}

/// What every worker of these tests has in common: speaks as the real one does, and leaves `handle` to differ.
private func script(_ handle: String) -> String {
    """
    import os, struct, sys, time
    def answer(kind, content):
        os.write(1, kind + struct.pack(">I", len(content)) + content)
    def read(count):
        content = sys.stdin.buffer.read(count)
        if len(content) < count: sys.exit(0)
        return content
    answer(b"R", b"")
    while True:
        text = read(struct.unpack(">I", read(4))[0]).decode()
    \(handle.split(separator: "\n").map { "    " + $0 }.joined(separator: "\n"))
    """
}

@Suite struct WorkerTests {
    @Test func `several documents wait for their turn, and each gets its own answer`() async throws {
        let printer = printer(python: "python3", script: script("answer(b'P', text.upper().encode())"))
        let texts = try await withThrowingTaskGroup(of: (Int, String).self) { group in
            for index in 0..<20 {
                group.addTask { (index, String(decoding: try await printer.pdf(of: "nummer \(index)"), as: UTF8.self)) }
            }
            return try await group.reduce(into: [Int: String]()) { $0[$1.0] = $1.1 }
        }
        #expect(texts == Dictionary(uniqueKeysWithValues: (0..<20).map { ($0, "NUMMER \($0)") }))
        await printer.stop()
    }

    @Test func `a worker that ends halfway is started again and the document still comes`() async throws {
        let mark = FileManager.default.temporaryDirectory.appending(path: "karavaan-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: mark) }
        let printer = printer(
            python: "python3",
            script: script(
                """
                if not os.path.exists("\(mark)"):
                    open("\(mark)", "w").close()
                    os.write(1, b"P" + struct.pack(">I", 100) + b"half")
                    os._exit(9)
                answer(b"P", b"whole")
                """
            )
        )
        let answer = try await printer.pdf(of: "x")
        #expect(String(decoding: answer, as: UTF8.self) == "whole")
        await printer.stop()
    }

    @Test func `a document on which the worker ends every time is given up, and the next one is made`() async throws {
        let printer = printer(
            python: "python3",
            script: script("if text == 'slecht': os._exit(9)\nanswer(b'P', b'goed')")
        )
        await #expect(throws: PrintingProblem.crashed) { _ = try await printer.pdf(of: "slecht") }
        let next = try await printer.pdf(of: "goed")
        #expect(String(decoding: next, as: UTF8.self) == "goed")
        await printer.stop()
    }

    @Test func `a document that takes too long is given up, and the next one is made`() async throws {
        let printer = printer(
            python: "python3",
            timeLimit: .seconds(1),
            script: script("if text == 'traag': time.sleep(60)\nanswer(b'P', b'klaar')")
        )
        await #expect(throws: PrintingProblem.tooSlow) { _ = try await printer.pdf(of: "traag") }
        let next = try await printer.pdf(of: "vlug")
        #expect(String(decoding: next, as: UTF8.self) == "klaar")
        await printer.stop()
    }

    @Test func `a worker that was killed while it had nothing to do is not noticed`() async throws {
        let printer = printer(python: "python3", script: script("answer(b'P', str(os.getpid()).encode())"))
        let first = String(decoding: try await printer.pdf(of: "x"), as: UTF8.self)
        kill(try #require(Int32(first)), SIGKILL)
        let second = String(decoding: try await printer.pdf(of: "x"), as: UTF8.self)
        #expect(first != second)
        await printer.stop()
    }

    @Test func `too many documents at once are refused instead of kept waiting`() async throws {
        let printer = printer(
            python: "python3",
            queueLimit: 2,
            script: script("time.sleep(0.5)\nanswer(b'P', b'klaar')")
        )
        let results = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do throws(PrintingProblem) {
                        _ = try await printer.pdf(of: "x")
                        return true
                    } catch {
                        return error != .tooBusy
                    }
                }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(results.contains(true) && results.contains(false))
        await printer.stop()
    }

    @Test func `without Python the problem says so, every time`() async {
        let printer = printer(python: "/nergens/python")
        for _ in 0..<2 {
            let problem = await printer.check()
            guard case .notInstalled = problem else {
                Issue.record("\(String(describing: problem))")
                return
            }
        }
    }

    @Test func `without WeasyPrint the problem names what is missing`() async {
        let printer = printer(
            python: "python3",
            script: "import os, struct\ntext = b\"ModuleNotFoundError: No module named 'weasyprint'\"\n"
                + "os.write(1, b'E' + struct.pack('>I', len(text)) + text)"
        )
        #expect(await printer.check() == .notInstalled("ModuleNotFoundError: No module named 'weasyprint'"))
    }

    @Test func `what is waiting when the program ends is refused`() async throws {
        let printer = printer(python: "python3", script: script("time.sleep(60)"))
        let answer = Task { try await printer.pdf(of: "x") }
        try await Task.sleep(for: .milliseconds(300))
        await printer.stop()
        await #expect(throws: PrintingProblem.self) { _ = try await answer.value }
        await #expect(throws: PrintingProblem.stopped) { _ = try await printer.pdf(of: "x") }
    }
}

/// With the real worker, where `scripts/setup` has been.
@Suite(.enabled(if: PrinterSettings.findPython() != "python3", "no .venv: run scripts/setup"))
struct WeasyPrintTests {
    @Test func `a page becomes a PDF, and the same page the same PDF, also from another worker`() async throws {
        let (one, other) = (printer(), printer())
        let first = try await one.pdf(of: page)
        let second = try await one.pdf(of: page)
        let third = try await other.pdf(of: page)
        #expect(first.starts(with: Array("%PDF-1.".utf8)))
        #expect(first == second)
        #expect(first == third)
        await one.stop()
        await other.stop()
    }

    @Test func `nothing is fetched from the network or from the disk`() async throws {
        let secret = FileManager.default.temporaryDirectory.appending(path: "karavaan-\(UUID()).css")
        try Data("p::after { content: 'gelezen' }".utf8).write(to: secret)
        defer { try? FileManager.default.removeItem(at: secret) }
        func page(_ link: String) -> String {
            "<!DOCTYPE html><html lang=\"nl\"><head><title>t</title>\(link)</head><body><p>Tekst</p></body></html>"
        }
        let printer = printer()
        let plain = try await printer.pdf(of: page(""))
        let linked = try await printer.pdf(of: page("<link rel=\"stylesheet\" href=\"\(secret.absoluteString)\">"))
        let embedded = try await printer.pdf(
            of: page("<link rel=\"stylesheet\" href=\"data:text/css,p::after{content:'x'}\">")
        )
        #expect(linked == plain)
        #expect(embedded != plain)
        await printer.stop()
    }
}
