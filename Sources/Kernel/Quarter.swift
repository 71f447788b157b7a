/// A quarter of a calendar year (*kwartaal*), written `2025-Q1`.
package struct Quarter: Hashable, Comparable, Sendable, LosslessStringConvertible, Codable {
    package let year: Int
    /// 1 to 4.
    package let number: Int

    package init?(year: Int, number: Int) {
        guard (1...9999).contains(year), (1...4).contains(number) else { return nil }
        self.year = year
        self.number = number
    }

    package init(_ day: Day) {
        year = day.year
        number = (day.month - 1) / 3 + 1
    }

    /// Reads `2025-Q1`.
    package init?(_ text: String) {
        let parts = text.split(separator: "-Q", omittingEmptySubsequences: false)
        guard parts.count == 2, parts[0].count == 4, let year = Int(parts[0]), let number = Int(parts[1]) else {
            return nil
        }
        self.init(year: year, number: number)
    }

    package var description: String { "\(year)-Q\(number)" }

    package var firstDay: Day { day(1, ofMonth: number * 3 - 2) }
    package var lastDay: Day { next.firstDay.adding(days: -1) }
    package var next: Quarter { adding(1) }

    package func adding(_ quarters: Int) -> Quarter {
        let index = year * 4 + number - 1 + quarters
        return Quarter(firstOf: index)
    }

    package static func < (left: Quarter, right: Quarter) -> Bool {
        (left.year, left.number) < (right.year, right.number)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let quarter = Quarter(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a quarter (2025-Q1)")
        }
        self = quarter
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private init(firstOf index: Int) {
        year = index / 4
        number = index % 4 + 1
    }

    private func day(_ day: Int, ofMonth month: Int) -> Day {
        Day(year: year, month: month, day: day) ?? Day(daysSinceEpoch: 0)
    }
}
