import Foundation
import Kernel

/// A letter as mail servers want it: RFC 5322 and MIME, in plain ASCII whatever the language.
struct MIMEMessage {
    let message: MailMessage
    let from: MailAddress
    let date: Date

    /// Lines end in CRLF. A line that begins with a point is the transport's to escape.
    var text: String {
        let outer = "=_k\(message.id.description.filter { $0 != "-" })"
        var lines = [
            "From: \(header(from))",
            "To: \(header(message.to))",
            "Subject: \(Self.encoded(message.content.title))",
            "Date: \(Self.dateFormat.format(date))",
            "Message-ID: \(messageID)",
            "Content-Language: \(message.language.rawValue)",
            "Auto-Submitted: auto-generated",
            "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(outer)\"",
            "",
        ]
        lines += part("text/plain; charset=utf-8", message.content.plain, outer)
        lines += part("text/html; charset=utf-8", message.content.html, outer)
        if let calendar = message.content.calendar {
            lines += part("text/calendar; charset=utf-8; method=PUBLISH", calendar, outer)
        }
        lines.append("--\(outer)--")
        return lines.joined(separator: "\r\n") + "\r\n"
    }

    /// The same for every attempt, so that whoever gets it twice can see that it is one.
    var messageID: String {
        "<\(message.id)@\(from.email.split(separator: "@").last.map(String.init) ?? "karavaan.invalid")>"
    }

    private func part(_ type: String, _ content: String, _ boundary: String) -> [String] {
        let encoded = Data(content.replacing("\r\n", with: "\n").replacing("\n", with: "\r\n").utf8)
            .base64EncodedString(options: [.lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed])
        return ["--\(boundary)", "Content-Type: \(type)", "Content-Transfer-Encoding: base64", "", encoded]
    }

    private func header(_ address: MailAddress) -> String {
        "\(Self.encoded(address.name)) <\(Self.oneLine(address.email))>"
    }

    /// An encoded word for each 40 bytes (RFC 2047): always, so that no name can be anything but a name.
    static func encoded(_ text: String) -> String {
        var words: [String] = []
        var word = ""
        for character in oneLine(text) {
            if word.utf8.count + String(character).utf8.count > 40 {
                words.append(word)
                word = ""
            }
            word.append(character)
        }
        words.append(word)
        return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func oneLine(_ text: String) -> String {
        text.split { $0.isNewline || $0 == "\0" }.joined(separator: " ")
    }

    private static let dateFormat = Date.VerbatimFormatStyle(
        format: """
            \(weekday: .abbreviated), \(day: .defaultDigits) \(month: .abbreviated) \(year: .defaultDigits) \
            \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\
            \(second: .twoDigits) +0000
            """,
        locale: Locale(identifier: "en_US_POSIX"),
        timeZone: .gmt,
        calendar: Calendar(identifier: .gregorian)
    )
}
