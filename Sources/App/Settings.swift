package import Accounts
import Configuration
import Foundation
package import Logging
package import Mail
package import Web

/// What differs per installation. From flags, else the environment (`KARAVAAN_PORT`), else a file of the same names,
/// else a default that works. Read and checked once, at the start.
package struct Settings: Sendable {
    package var database: DatabaseLocation
    package var host: String
    package var port: Int
    package var site: SiteSettings
    package var sessionLimits: SessionLimits
    /// The Python that makes PDFs; found by itself when `nil`.
    package var python: String?
    package var logLevel: Logger.Level
    package var logFormat: LogFormat
    /// What a collector of metrics has to show when it is not on this machine; a secret.
    package var metricsToken: String?
    /// Who takes our letters; without it they wait in the outbox.
    package var mail: MailServer?

    /// - Parameters:
    ///   - flags: what was typed after the command, by the name of the setting.
    ///   - file: a file with lines like `KARAVAAN_PORT=8080`.
    ///
    /// - Throws: ``InvalidSettings`` with everything that is wrong.
    package init(flags: [SettingName: String] = [:], file: String? = nil) throws(InvalidSettings) {
        let values = flags.map {
            (AbsoluteConfigKey($0.key), ConfigValue(.string($0.value), isSecret: $0.key.isSecret))
        }
        var providers: [any ConfigProvider] = [
            InMemoryProvider(name: "flags", values: Dictionary(uniqueKeysWithValues: values)),
            EnvironmentVariablesProvider(
                secretsSpecifier: .specific([SettingName.metricsToken.variable, SettingName.smtpPassword.variable])
            ),
        ]
        if let file { providers.append(try Self.provider(file)) }
        try self.init(ConfigReader(providers: providers))
    }

    /// A name that is not known is most likely a mistake in typing, and one would look for its effect in vain.
    private static func provider(_ file: String) throws(InvalidSettings) -> EnvironmentVariablesProvider {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw InvalidSettings(["The settings file \(file) cannot be read. Check its name and who may read it."])
        }
        var values: [String: String] = [:]
        var problems: [String] = []
        let known = Set(SettingName.allCases.map(\.variable))
        for (number, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                .map { $0.trimmingCharacters(in: .whitespaces) }
            if parts.count == 2, known.contains(parts[0]) {
                values[parts[0]] = parts[1].trimmingCharacters(in: CharacterSet(charactersIn: "\""))
            } else {
                // Not the line itself: it may have a secret in it.
                problems.append(
                    "\(file), line \(number + 1), is no setting. Write NAME=value, with a name from the documentation."
                )
            }
        }
        guard problems.isEmpty else { throw InvalidSettings(problems) }
        return EnvironmentVariablesProvider(environmentVariables: values)
    }

    private init(_ reader: ConfigReader) throws(InvalidSettings) {
        var draft = SettingsDraft(reader)
        let folder = draft.text(.data) ?? "data"
        database = DatabaseLocation(draft.text(.database) ?? "\(folder)/karavaan.sqlite")
        host = draft.text(.host) ?? "127.0.0.1"
        let port = draft.number(.port, in: 1...65535) ?? 8080
        self.port = port
        site = SiteSettings(
            publicAddress: draft.address(.publicAddress) ?? "http://localhost:\(port)",
            trustedProxies: draft.proxies(.trustedProxies),
            contact: draft.email(.contact)
        )
        sessionLimits = SessionLimits(
            idle: TimeInterval(draft.number(.sessionIdleMinutes, in: 5...1440) ?? 120) * 60,
            absolute: TimeInterval(draft.number(.sessionHours, in: 1...168) ?? 12) * 3600
        )
        python = draft.text(.python)
        logLevel = draft.choice(.logLevel) ?? .info
        logFormat = draft.choice(.logFormat) ?? .text
        metricsToken = draft.secret(.metricsToken, length: 16)
        mail = draft.mailServer()
        site.sendsMail = mail != nil
        if sessionLimits.idle > sessionLimits.absolute {
            draft.problems.append(
                "A session would end by KARAVAAN_SESSION_HOURS before it is idle for KARAVAAN_SESSION_IDLE_MINUTES. Make the second smaller."
            )
        }
        guard draft.problems.isEmpty else { throw InvalidSettings(draft.problems) }
    }
}

/// Every setting there is. In the environment `KARAVAAN_` goes before it, in capitals.
package enum SettingName: String, CaseIterable, Sendable {
    case data
    case database
    case host
    case port
    case publicAddress = "public_address"
    case trustedProxies = "trusted_proxies"
    case contact
    case sessionIdleMinutes = "session_idle_minutes"
    case sessionHours = "session_hours"
    case python
    case logLevel = "log_level"
    case logFormat = "log_format"
    case metricsToken = "metrics_token"
    case smtp
    case smtpUser = "smtp_user"
    case smtpPassword = "smtp_password"
    case mailFrom = "mail_from"
    case mailName = "mail_name"

    package var variable: String { "KARAVAAN_" + rawValue.uppercased() }

    var key: ConfigKey { ConfigKey(["karavaan"] + rawValue.split(separator: "_").map(String.init)) }
    var isSecret: Bool { [.metricsToken, .database, .smtpPassword].contains(self) }
}

extension AbsoluteConfigKey {
    fileprivate init(_ name: SettingName) {
        self.init(name.key)
    }
}

package enum LogFormat: String, Sendable, CaseIterable {
    case text, json
}

package struct InvalidSettings: Error, CustomStringConvertible, Equatable {
    package let problems: [String]

    init(_ problems: [String]) {
        self.problems = problems
    }

    package var description: String {
        (["The settings are not right."] + problems.map { "- \($0)" }).joined(separator: "\n")
    }
}

/// Where the data is.
package enum DatabaseLocation: Sendable, Equatable {
    case sqlite(path: String)
    case postgres(conninfo: String)

    /// A `postgres://` address, or else the path of a file.
    package init(_ text: String) {
        self =
            text.hasPrefix("postgres://") || text.hasPrefix("postgresql://")
            ? .postgres(conninfo: text) : .sqlite(path: text)
    }
}
