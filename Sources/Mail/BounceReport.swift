import Foundation
import Kernel

/// What a report of a letter that could not be delivered says (RFC 3464): which letter it was, and why.
struct BounceReport: Equatable {
    let message: MailMessage.ID
    let reason: String

    /// `nil` for a report that is about something else, or that says that it did arrive or will be tried again.
    init?(_ report: String) {
        let lines = report.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
        func value(_ name: String) -> String? {
            lines.first { $0.lowercased().hasPrefix(name) }.map {
                String($0.dropFirst(name.count)).trimmingCharacters(in: .whitespaces)
            }
        }
        // The report has a Message-ID of its own; that of our letter is the last.
        let identifiers = lines.filter { $0.lowercased().hasPrefix("message-id:") }.compactMap {
            line -> MailMessage.ID? in
            guard let start = line.firstIndex(of: "<"), let end = line.firstIndex(of: "@"), start < end else {
                return nil
            }
            return MailMessage.ID(String(line[line.index(after: start)..<end]))
        }
        guard let message = identifiers.last, value("action:")?.lowercased() == "failed" else { return nil }
        self.message = message
        reason = String((value("diagnostic-code:") ?? value("status:") ?? "").prefix(500))
    }
}
