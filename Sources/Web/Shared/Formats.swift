import Foundation
import Kernel
import Markup

/// Numbers, days and names as the reader's language writes and sorts them.
enum Formats {
    static func locale(_ language: Language) -> Locale {
        switch language {
        case .dutch: dutch
        case .english: english
        }
    }

    private static let dutch = Locale(identifier: "nl_NL")
    private static let english = Locale(identifier: "en_GB")

    /// `2 maart 2026`.
    static func long(_ day: Day, _ language: Language) -> String {
        "\(day.day) \(months[language]?[day.month - 1] ?? "") \(day.year)"
    }

    /// `ma 2 mrt 2026`.
    static func short(_ day: Day, _ language: Language) -> String {
        "\(day.day) \(shortMonths[language]?[day.month - 1] ?? "") \(day.year)"
    }

    /// `ma 2 mrt`.
    static func weekday(_ day: Day, _ language: Language) -> String {
        "\(weekdays[language]?[day.weekday % 7] ?? "") \(day.day) \(shortMonths[language]?[day.month - 1] ?? "")"
    }

    private static let weekdays: [Language: [String]] = names(\.shortStandaloneWeekdaySymbols)
    private static let months: [Language: [String]] = names(\.standaloneMonthSymbols)
    private static let shortMonths: [Language: [String]] = names(\.shortStandaloneMonthSymbols)

    private static func names(_ symbols: KeyPath<Calendar, [String]>) -> [Language: [String]] {
        Dictionary(
            uniqueKeysWithValues: Language.allCases.map { language in
                var calendar = Calendar(identifier: .gregorian)
                calendar.locale = locale(language)
                return (language, calendar[keyPath: symbols].map { $0.trimmingCharacters(in: ["."]) })
            }
        )
    }

    /// `€ 1.250,00`, exact.
    static func euros(_ amount: Cents, _ language: Language) -> String {
        let number = (Decimal(amount.count) / 100).formatted(
            .number.precision(.fractionLength(2)).locale(locale(language))
        )
        return "€ \(number)"
    }

    /// In the order of a Dutch dictionary, without regard to case and accents.
    static func precedes(_ left: String, _ right: String) -> Bool {
        left.compare(right, options: [.caseInsensitive, .diacriticInsensitive, .numeric], locale: dutch)
            == .orderedAscending
    }
}

extension HTML {
    /// `2 maart 2026`, with the machine's form beside it.
    static func day(_ day: Day) -> HTML {
        time(.attribute("datetime", day.description)) { HTML.inLanguage { Formats.long(day, $0) } }
    }

    static func shortDay(_ day: Day) -> HTML {
        time(.attribute("datetime", day.description)) { HTML.inLanguage { Formats.short(day, $0) } }
    }

    /// Day and time on the clock in Amsterdam: `2 maart 2026 14:05`.
    static func moment(_ date: Date) -> HTML {
        var style = Date.VerbatimFormatStyle.amsterdam
        style.timeZone = Amsterdam.timeZone
        let clock = date.formatted(style)
        return time(.attribute("datetime", date.formatted(.iso8601))) {
            HTML.inLanguage { "\(Formats.long(Day(date), $0)) \(clock)" }
        }
    }

    /// `2.573` in Dutch, `2,573` in English.
    static func number(_ value: Int) -> HTML {
        .inLanguage { value.formatted(.number.locale(Formats.locale($0))) }
    }

    static func euros(_ amount: Cents) -> HTML { .inLanguage { Formats.euros(amount, $0) } }

    /// `12,5`.
    static func decimal(_ value: Double, digits: Int = 1) -> HTML {
        .inLanguage { value.formatted(.number.precision(.fractionLength(0...digits)).locale(Formats.locale($0))) }
    }

    /// A share of one, as whole percents.
    static func percent(_ share: Double) -> HTML {
        .inLanguage { share.formatted(.percent.precision(.fractionLength(0)).locale(Formats.locale($0))) }
    }

    /// `1e kwartaal 2025`.
    static func quarter(_ quarter: Quarter) -> HTML {
        .text(
            Text(nl: "\(quarter.number)e kwartaal \(quarter.year)", en: "quarter \(quarter.number) of \(quarter.year)")
        )
    }
}

extension Date.VerbatimFormatStyle {
    fileprivate static var amsterdam: Date.VerbatimFormatStyle {
        .init(
            format: "\(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
            timeZone: Amsterdam.timeZone,
            calendar: Calendar(identifier: .gregorian)
        )
    }
}
