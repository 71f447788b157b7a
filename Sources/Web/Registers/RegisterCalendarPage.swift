import Kernel
import Markup
import Programmes
import Registers

/// The items of a register in a month.
struct RegisterCalendarPage: Page {
    let programme: Programme
    let register: Register
    let isKeeper: Bool
    /// The first day of the month.
    let month: Day
    let items: [RegisterItem]
    let today: Day

    var title: Text { register.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }
    private var last: Day { month.adding(months: 1).adding(days: -1) }

    var body: HTML {
        RegisterHead(programme: programme, register: register, isKeeper: isKeeper, view: .calendar)
        div(.class("page-head")) {
            h2 { HTML.inLanguage { Formats.month(month, $0) } }
            div(.class("actions no-print")) {
                step(-1, Text(nl: "Vorige maand", en: "Previous month"))
                step(1, Text(nl: "Volgende maand", en: "Next month"))
            }
        }
        let byDay = itemsByDay
        if byDay.isEmpty {
            div(.class("empty")) { p { Text(nl: "Niets in deze maand.", en: "Nothing in this month.") } }
        }
        ol(.class("month")) {
            for offset in 0..<(month.weekday - 1) {
                li(.class("month-gap"), .ariaHidden, .attribute("data-gap", "\(offset)")) {}
            }
            for number in 0..<(last.daysSinceEpoch - month.daysSinceEpoch + 1) {
                let day = month.adding(days: number)
                let items = byDay[day] ?? []
                li(.class(items.isEmpty ? "month-day none" : "month-day"), .attribute("data-today", if: day == today)) {
                    p(.class("month-number")) {
                        time(.attribute("datetime", day.description)) {
                            HTML.inLanguage { Formats.weekday(day, $0) }
                        }
                    }
                    if !items.isEmpty {
                        ul {
                            for item in items {
                                li {
                                    a(.href(Addresses.registerItem.path(programme.id, register.code, item.id))) {
                                        item.title
                                    }
                                    " "
                                    span(.class("muted small")) {
                                        RegisterNames(programme: programme).state(item.state, of: register)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private func step(_ months: Int, _ name: Text) -> HTML {
        let other = month.adding(months: months)
        let text = other.description.prefix(7)
        return a(
            .class("button secondary"),
            .href(Addresses.registerCalendar.path(programme.id, register.code) + "?maand=\(text)")
        ) { name }
    }

    /// Something that takes longer is shown on its first day in the month.
    private var itemsByDay: [Day: [RegisterItem]] {
        var found: [Day: [RegisterItem]] = [:]
        for item in items {
            guard let days = register.fields.lazy.compactMap({ item.value($0)?.days }).first else { continue }
            if days.first <= last, days.last >= month { found[max(days.first, month), default: []].append(item) }
        }
        return found
    }
}

extension Formats {
    /// `maart 2026`.
    static func month(_ day: Day, _ language: Language) -> String {
        let words = long(day, language).split(separator: " ").dropFirst()
        return words.joined(separator: " ")
    }
}
