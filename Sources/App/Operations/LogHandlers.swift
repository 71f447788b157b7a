package import Foundation
package import Logging

/// One object a line, for whatever collects logs. Text from outside is encoded, so that nobody can write lines of their
/// own into it.
package struct JSONLogHandler: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]

    private let label: String
    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    package init(
        label: String,
        now: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
    ) {
        self.label = label
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { $1 }.mapValues { "\($0)" }
        fields["time"] = now().formatted(.iso8601.year().month().day().time(includingFractionalSeconds: true))
        fields["level"] = event.level.rawValue
        fields["message"] = "\(event.message)"
        fields["logger"] = label
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let line = try? encoder.encode(fields) else { return }
        write(String(decoding: line, as: UTF8.self))
    }
}

/// One line for people: time, level, message, and what goes with it.
package struct TextLogHandler: LogHandler {
    package var logLevel: Logger.Level = .info
    package var metadata: Logger.Metadata = [:]

    private let now: @Sendable () -> Date
    private let write: @Sendable (String) -> Void

    package init(
        now: @escaping @Sendable () -> Date,
        write: @escaping @Sendable (String) -> Void = { FileHandle.standardError.write(Data(($0 + "\n").utf8)) }
    ) {
        self.now = now
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        let fields = metadata.merging(event.metadata ?? [:]) { $1 }.sorted { $0.key < $1.key }
        let line =
            (["\(now().formatted(.iso8601)) \(event.level.rawValue) \(event.message)"] + fields.map { "\($0)=\($1)" })
            .joined(separator: " ")
        write(String(line.map { $0.isNewline ? " " : $0 }))
    }
}

/// Sets up logging for the whole process; only once.
package func startLogging(_ settings: Settings, now: @escaping @Sendable () -> Date) {
    let (level, format) = (settings.logLevel, settings.logFormat)
    LoggingSystem.bootstrap { label in
        var handler: any LogHandler =
            switch format {
            case .json: JSONLogHandler(label: label, now: now)
            case .text: TextLogHandler(now: now)
            }
        handler.logLevel = level
        return handler
    }
}
