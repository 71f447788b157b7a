package enum Dialect: Sendable {
    case sqlite, postgres
}

/// The column types a migration may use: the only thing on which the two databases have to be told apart.
package enum ColumnType: Sendable {
    case id, text, integer, real, boolean, day, moment
    /// Not a type, but what closes a table: `CREATE TABLE company (…) \(.strict)`, so that SQLite checks types too.
    case strict

    func name(in dialect: Dialect) -> String {
        switch (self, dialect) {
        case (.strict, .sqlite): "STRICT"
        case (.strict, .postgres): ""
        case (.integer, .sqlite), (.boolean, .sqlite): "INTEGER"
        case (.real, .sqlite): "REAL"
        case (_, .sqlite), (.text, .postgres): "TEXT"
        case (.id, .postgres): "UUID"
        case (.integer, .postgres): "BIGINT"
        case (.real, .postgres): "DOUBLE PRECISION"
        case (.boolean, .postgres): "BOOLEAN"
        case (.day, .postgres): "DATE"
        case (.moment, .postgres): "TIMESTAMPTZ"
        }
    }
}
