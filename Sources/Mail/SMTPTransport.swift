import CLibCurl
import Foundation

/// The mail server that takes our letters, and how to sign in there.
package struct MailServer: Sendable, Equatable {
    /// `smtp://mail.example.org:587` or `smtps://mail.example.org`.
    package var address: String
    package var user: String?
    package var password: String?
    /// Whom letters are from, and where those that come back go.
    package var from: MailAddress

    package init(address: String, user: String? = nil, password: String? = nil, from: MailAddress) {
        self.address = address
        self.user = user
        self.password = password
        self.from = from
    }

    /// Only a server on this machine may be spoken to without encryption.
    var requiresTLS: Bool {
        let host = URLComponents(string: address)?.host ?? ""
        return !["localhost", "127.0.0.1", "[::1]", "::1"].contains(host)
    }
}

/// What became of an attempt to hand over a letter.
enum MailOutcome: Equatable, Sendable {
    case taken
    /// Not now: no line, or the server asks to come back.
    case later(String)
    /// Never: the server refuses this letter or this address.
    case refused(String)
    /// Everything was said, and then no answer came.
    case uncertain(String)
}

/// Hands letters to a mail server, one by one, by libcurl.
struct SMTPTransport: Sendable {
    let server: MailServer
    private static let queue = DispatchQueue(label: "karavaan.mail")
    private static let isReady: Bool = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    func send(_ message: MIMEMessage, patience seconds: Int = 60) async -> MailOutcome {
        let text = message.text
        let to = message.message.to.email
        return await withCheckedContinuation { continuation in
            // Waits for the line, so it does so on a thread of its own.
            Self.queue.async { continuation.resume(returning: deliver(text, to: to, patience: seconds)) }
        }
    }

    private func deliver(_ text: String, to recipient: String, patience seconds: Int) -> MailOutcome {
        guard Self.isReady else { return .later("libcurl does not start") }
        var mail = karavaan_mail()
        mail.requires_tls = server.requiresTLS ? 1 : 0
        mail.seconds = seconds
        mail.length = text.utf8.count
        let result = server.address.withCString { url in
            server.from.email.withCString { from in
                recipient.withCString { to in
                    text.withCString { data in
                        withOptional(server.user) { user in
                            withOptional(server.password) { password in
                                mail.url = url
                                mail.from = from
                                mail.to = to
                                mail.data = data
                                mail.user = user
                                mail.password = password
                                return karavaan_mail_send(&mail)
                            }
                        }
                    }
                }
            }
        }
        if result == 0 { return .taken }
        let words = withUnsafeBytes(of: &mail.error) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        let reply = words.isEmpty ? "libcurl \(result)" : words
        return outcome(code: mail.reply, isAllSaid: mail.taken == mail.length, reply)
    }

    /// A 5 at the beginning is for ever, unless it is about us and not about the letter: who may not sign in (RFC 4954)
    /// has to change the settings, and the letter waits for that.
    private func outcome(code: Int, isAllSaid: Bool, _ reply: String) -> MailOutcome {
        let isAboutUs = [530, 534, 535, 538].contains(code)
        if (500..<600).contains(code), !isAboutUs { return .refused(reply) }
        if (400..<500).contains(code) || isAboutUs { return .later(reply) }
        return isAllSaid ? .uncertain(reply) : .later(reply)
    }

    private func withOptional<Value>(_ text: String?, _ body: (UnsafePointer<CChar>?) -> Value) -> Value {
        guard let text else { return body(nil) }
        return text.withCString { body($0) }
    }
}
