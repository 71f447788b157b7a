package import Kernel

/// Why there is no PDF.
package enum PrintingProblem: Problem, Equatable {
    /// Python, WeasyPrint or a library of theirs is not there; with what was missing, for the log.
    case notInstalled(String)
    /// The document could not be made into a PDF; with what the worker said, for the log.
    case refused(String)
    /// The worker ended halfway, twice.
    case crashed
    case tooSlow
    /// Too many documents are waiting.
    case tooBusy
    /// The program is ending.
    case stopped

    package var kind: ProblemKind { .unavailable }

    package var code: String {
        switch self {
        case .notInstalled: "printing.not-installed"
        case .refused: "printing.refused"
        case .crashed: "printing.crashed"
        case .tooSlow: "printing.too-slow"
        case .tooBusy: "printing.too-busy"
        case .stopped: "printing.stopped"
        }
    }
}
