import Foundation

package struct CommandFailed: Error, CustomStringConvertible {
    package let description: String

    package init(description: String) {
        self.description = description
    }
}

/// Runs a program to its end and returns what it printed.
@discardableResult
package func run(_ command: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    // Not a pipe: a server that another test starts at the same moment would inherit it, and keep it open.
    let output = FileManager.default.temporaryDirectory.appending(path: "karavaan-output-\(UUID().uuidString)")
    _ = FileManager.default.createFile(atPath: output.path, contents: nil)
    defer { try? FileManager.default.removeItem(at: output) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
        throw CommandFailed(description: "\(command.joined(separator: " ")) ended with \(process.terminationStatus)")
    }
    return try String(contentsOf: output, encoding: .utf8)
}
