import Foundation
import NIOCore
import Storage

/// Why a command cannot do its work, in one line that says what to do.
package struct StartProblem: Error, CustomStringConvertible, Equatable {
    package let description: String

    package init(_ description: String) {
        self.description = description
    }
}

extension StartProblem {
    /// What kept a server from starting.
    package init?(_ error: any Error, host: String, port: Int) {
        guard let error = error as? IOError else { return nil }
        switch error.errnoCode {
        case EADDRINUSE:
            self.init("Port \(port) is in use. Stop the other program, or choose another port with --port.")
        case EACCES:
            self.init(
                "Port \(port) may only be used by the system. Choose one above 1023 with --port, and put a proxy before it."
            )
        case EADDRNOTAVAIL:
            self.init(
                "This machine has no address \(host). Choose one that it has with --host, such as 127.0.0.1 or 0.0.0.0."
            )
        default:
            return nil
        }
    }

    init(_ error: any Error, database location: DatabaseLocation) {
        switch (error, location) {
        case (MigrationError.databaseIsNewer(let unknown), _):
            self.init(
                "The database was last used by a newer Karavaan (it has \(unknown.joined(separator: ", "))). Install that version or a later one, or restore a backup of before."
            )
        case (_, .sqlite(let path)):
            self.init(
                "The database \(path) cannot be opened: \(Self.words(for: error)). Check that the folder exists and that this user may write in it and to the file."
            )
        case (_, .postgres(let conninfo)):
            self.init(
                "The database \(Self.withoutPassword(conninfo)) cannot be used: \(Self.words(for: error)). Check the address, and that PostgreSQL runs and lets this user in."
            )
        }
    }

    private static func words(for error: any Error) -> String {
        let text =
            switch error {
            case SQLError.unavailable(let message), SQLError.other(_, let message): message
            case SQLError.diskFull: "the disk is full"
            default: "\(error)"
            }
        return text.split { $0.isNewline }.joined(separator: " ").trimmingCharacters(
            in: CharacterSet(charactersIn: " .")
        )
    }

    /// `postgres://karavaan@host/name`: messages end up in logs.
    static func withoutPassword(_ conninfo: String) -> String {
        guard var parts = URLComponents(string: conninfo), parts.host != nil else { return "of PostgreSQL" }
        parts.password = nil
        parts.queryItems = nil
        return parts.string ?? "of PostgreSQL"
    }
}
