import Foundation
import Printing
import TestSupport

/// A mail server on this machine, a process of its own; it ends with the test.
final class MailServerProcess: Sendable {
    let folder: URL
    let port: Int
    private let process: Process

    /// Listens on `port`, or on one that is free.
    init(in folder: URL, port: Int = 0) async throws {
        self.folder = folder
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let place = folder.appending(path: "port")
        try? FileManager.default.removeItem(at: place)
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [PrinterSettings.findPython(), "Tests/Cases/mail_server.py", folder.path, "\(port)"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        self.process = process
        for _ in 0..<600 where !FileManager.default.fileExists(atPath: place.path) {
            try await Task.sleep(for: .milliseconds(50))
        }
        guard let text = try? String(contentsOf: place, encoding: .utf8), let found = Int(text) else {
            throw CommandFailed(description: "the mail server does not start; is aiosmtpd installed?")
        }
        self.port = found
    }

    /// What it took, each with the line `X-To:` before it.
    func letters() throws -> [String] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "eml" }
            .map { try String(contentsOf: $0, encoding: .utf8) }
    }

    /// Not by waiting: that needs the thread on which it was started, and a test changes threads.
    func stop() {
        kill(process.processIdentifier, SIGKILL)
        usleep(200_000)
    }
}
