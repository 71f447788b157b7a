import Foundation

/// How far something is that takes a while, on standard error: one line that changes in place on a terminal, and
/// otherwise, such as in a log, a line for each part.
enum Progress {
    private static let isTerminal = isatty(STDERR_FILENO) == 1

    static func show(_ part: String, _ share: Double) {
        if isTerminal {
            write("\r\u{1B}[K▸ \(part) \(Int((share * 100).rounded()))%")
        } else if share == 0 || share == 1 {
            write("▸ \(part)\n")
        }
    }

    static func end() {
        if isTerminal { write("\r\u{1B}[K") }
    }

    /// Something to know that is not the answer itself.
    static func note(_ text: String) { write(text + "\n") }

    private static func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
