package import Foundation

/// How PDFs are made on this machine.
package struct PrinterSettings: Sendable, Equatable {
    /// A Python that has `requirements/pdf.txt`: a path, or a name to look up in `PATH`.
    package var python: String
    /// A document that takes longer is given up.
    package var timeLimit: Duration
    /// How many documents may wait.
    package var queueLimit: Int

    package init(python: String, timeLimit: Duration = .seconds(20), queueLimit: Int = 32) {
        self.python = python
        self.timeLimit = timeLimit
        self.queueLimit = queueLimit
    }

    /// The Python of `scripts/setup` in the present folder or beside the program, or else that of the system.
    package static func findPython(program: URL? = Bundle.main.executableURL) -> String {
        let present = URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        var folders = [present]
        if var folder = program?.resolvingSymlinksInPath().deletingLastPathComponent() {
            for _ in 0..<4 {
                folders.append(folder)
                folder.deleteLastPathComponent()
            }
        }
        let found = folders.map { $0.appending(path: ".venv/bin/python").path(percentEncoded: false) }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
        return found ?? "python3"
    }
}
