import Configuration
import Foundation
import Mail
import Web

/// Reads settings one by one and remembers what is wrong, so that all of it is told at once. A value is repeated in the
/// message, unless it is a secret.
struct SettingsDraft {
    private let reader: ConfigReader
    var problems: [String] = []

    init(_ reader: ConfigReader) {
        self.reader = reader
    }

    /// `nil` when it is not set, or set to nothing.
    func text(_ name: SettingName) -> String? {
        let value = reader.string(forKey: name.key, isSecret: name.isSecret)?.trimmingCharacters(in: .whitespaces)
        return value?.isEmpty == false ? value : nil
    }

    mutating func number(_ name: SettingName, in range: ClosedRange<Int>) -> Int? {
        guard let text = text(name) else { return nil }
        guard let number = Int(text), range.contains(number) else {
            return wrong(name, text, "give a whole number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    mutating func address(_ name: SettingName) -> String? {
        guard let text = text(name) else { return nil }
        guard let url = URLComponents(string: text), ["http", "https"].contains(url.scheme), url.host?.isEmpty == false,
            ["", "/"].contains(url.path), url.query == nil, url.fragment == nil, url.user == nil
        else { return wrong(name, text, "give what people type to get here, such as https://karavaan.example.org") }
        return text.hasSuffix("/") ? String(text.dropLast()) : text
    }

    mutating func proxies(_ name: SettingName) -> TrustedProxies {
        let texts = (text(name) ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        do {
            return try TrustedProxies(texts)
        } catch {
            for text in error.texts {
                problems.append(
                    "\(name.variable) has \"\(text)\" in it: give addresses and ranges, such as 127.0.0.1,10.0.0.0/8."
                )
            }
            return TrustedProxies()
        }
    }

    mutating func email(_ name: SettingName) -> String? {
        guard let text = text(name) else { return nil }
        let isPlain = !text.contains { $0.isWhitespace || "<>\"".contains($0) }
        guard text.split(separator: "@", omittingEmptySubsequences: false).count == 2, isPlain else {
            return wrong(name, text, "give one e-mail address")
        }
        return text
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(_ name: SettingName) -> Value?
    where Value.RawValue == String {
        guard let text = text(name) else { return nil }
        guard let value = Value(rawValue: text.lowercased()) else {
            return wrong(name, text, "choose from \(Value.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return value
    }

    mutating func secret(_ name: SettingName, length: Int) -> String? {
        guard let text = text(name) else { return nil }
        guard text.count >= length else {
            problems.append("\(name.variable) is too short: give at least \(length) characters that nobody can guess.")
            return nil
        }
        return text
    }

    /// Whole, or not at all.
    mutating func mailServer() -> MailServer? {
        let sender = email(.mailFrom)
        guard let address = text(.smtp) else {
            if sender != nil {
                problems.append("KARAVAAN_MAIL_FROM is set, but KARAVAAN_SMTP is not. Set both or none.")
            }
            return nil
        }
        // Not repeated: there may be a password in it.
        if address.contains("@") {
            problems.append(
                "KARAVAAN_SMTP has a name in it: give that in KARAVAAN_SMTP_USER, and the password in KARAVAAN_SMTP_PASSWORD."
            )
            return nil
        }
        guard let url = URLComponents(string: address), ["smtp", "smtps"].contains(url.scheme),
            url.host?.isEmpty == false, ["", "/"].contains(url.path)
        else { return wrong(.smtp, address, "give the mail server, such as smtp://mail.example.org:587") }
        guard let sender else {
            if text(.mailFrom) == nil {
                problems.append("KARAVAAN_MAIL_FROM is missing: give the address that letters are from.")
            }
            return nil
        }
        let user = text(.smtpUser)
        if user != nil, text(.smtpPassword) == nil {
            problems.append("KARAVAAN_SMTP_USER is set, but KARAVAAN_SMTP_PASSWORD is not.")
        }
        return MailServer(
            address: address,
            user: user,
            password: text(.smtpPassword),
            from: MailAddress(name: text(.mailName) ?? "Karavaan", email: sender)
        )
    }

    private mutating func wrong<Value>(_ name: SettingName, _ text: String, _ advice: String) -> Value? {
        problems.append("\(name.variable) is \"\(text.prefix(80))\": \(advice).")
        return nil
    }
}
