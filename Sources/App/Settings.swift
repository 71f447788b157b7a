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
