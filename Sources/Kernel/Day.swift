package import Foundation

/// A day on the calendar, without a time and without a time zone.
package struct Day: Hashable, Comparable, Sendable, LosslessStringConvertible, Codable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// Reads `yyyy-MM-dd`; `nil` for anything else, including days that do not exist.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
            let day = Self.number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// `nil` when there is no such day; years 1 to 9999.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.length(of: month, in: year)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// The day in Amsterdam at a moment.
    package init(_ moment: Date) {
        self.init(
            daysSinceEpoch: Int(
                (moment.timeIntervalSince1970 + Amsterdam.offset(at: moment)) / 86400.0,
                rounding: .down
            )
        )
    }

    /// Days since 1 January 1970, which is 0. Howard Hinnant's `civil_from_days`.
    package init(daysSinceEpoch days: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// Days since 1 January 1970, which is 0. Howard Hinnant's `days_from_civil`.
    package var daysSinceEpoch: Int {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    package func adding(days: Int) -> Day { Day(daysSinceEpoch: daysSinceEpoch + days) }

    /// The same day so many months later, or the last day of that month where it is shorter.
    package func adding(months: Int) -> Day {
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        let first = Day(daysSinceEpoch: daysSinceEpoch)
        return Day(year: newYear, month: newMonth, day: min(day, Self.length(of: newMonth, in: newYear))) ?? first
    }

    /// 1 is Monday, 7 is Sunday, as in ISO 8601.
    package var weekday: Int { (daysSinceEpoch + 3) % 7 + 1 }

    package var quarter: Quarter { Quarter(self) }

    /// Noon in Amsterdam, for what needs some moment on this day.
    package var noon: Date {
        let utcNoon = Date(timeIntervalSince1970: Double(daysSinceEpoch) * 86400 + 43200)
        return utcNoon.addingTimeInterval(-Amsterdam.offset(at: utcNoon))
    }

    /// `2026-11-22`: sorts as text in the same order as in time.
    package var description: String {
        "\(Self.padded(year, to: 4))-\(Self.padded(month, to: 2))-\(Self.padded(day, to: 2))"
    }

    package static func < (left: Day, right: Day) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let day = Day(try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day (yyyy-MM-dd)")
        }
        self = day
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func length(of month: Int, in year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value
    }

    private static func padded(_ number: Int, to width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// The clock on the wall where every programme runs.
package enum Amsterdam {
    package static let timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt

    static func offset(at moment: Date) -> Double { Double(timeZone.secondsFromGMT(for: moment)) }
}

extension Int {
    fileprivate init(_ value: Double, rounding rule: FloatingPointRoundingRule) { self = Int(value.rounded(rule)) }
}
