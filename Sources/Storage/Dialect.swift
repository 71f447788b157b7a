package enum Dialect: Sendable {
    case sqlite, postgres
}

/// The column types a migration may use: the only thing on which the two databases have to be told apart.
package enum ColumnType: Sendable {
    case id, text, integer, real, boolean, day, moment
    /// Text that is compared byte by byte on both, so that what begins with the same letters lies together.
    case word
    /// Not a type, but what closes a table: `CREATE TABLE company (…) \(.strict)`, so that SQLite checks types too.
    case strict

    func name(in dialect: Dialect) -> String {
        switch (self, dialect) {
        case (.strict, .sqlite): "STRICT"
        case (.strict, .postgres): ""
        case (.integer, .sqlite), (.boolean, .sqlite): "INTEGER"
        case (.real, .sqlite): "REAL"
        case (_, .sqlite), (.text, .postgres): "TEXT"
        case (.word, .postgres): "TEXT COLLATE \"C\""
        case (.id, .postgres): "UUID"
        case (.integer, .postgres): "BIGINT"
        case (.real, .postgres): "DOUBLE PRECISION"
        case (.boolean, .postgres): "BOOLEAN"
        case (.day, .postgres): "DATE"
        case (.moment, .postgres): "TIMESTAMPTZ"
        }
    }
}
