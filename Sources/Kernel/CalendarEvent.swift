package import Foundation

/// Something that stands in an agenda (*afspraak*), to be written as iCalendar.
package struct CalendarEvent: Equatable, Sendable {
    /// The same for ever, so that a calendar that gets it again changes what it has.
    package let id: String
    package let title: String
    package let place: String
    package let note: String
    package let day: Day
    /// Minutes after midnight in Amsterdam; `nil` for a whole day.
    package let startMinute: Int?
    package let minutes: Int
    /// Goes up with every change.
    package let sequence: Int
    package let changedAt: Date
    package let isCancelled: Bool

    package init(
        id: String,
        title: String,
        place: String,
        note: String = "",
        day: Day,
        startMinute: Int?,
        minutes: Int,
        sequence: Int = 0,
        changedAt: Date,
        isCancelled: Bool = false
    ) {
        self.id = id
        self.title = title
        self.place = place
        self.note = note
        self.day = day
        self.startMinute = startMinute
        self.minutes = minutes
        self.sequence = sequence
        self.changedAt = changedAt
        self.isCancelled = isCancelled
    }

    /// When it begins; the beginning of the day for a whole day.
    package var start: Date {
        let asIfUTC = Date(timeIntervalSince1970: Double(day.daysSinceEpoch) * 86400 + Double(startMinute ?? 0) * 60)
        // Twice, because the clock may change between midnight and then.
        let guess = asIfUTC.addingTimeInterval(-Amsterdam.offset(at: asIfUTC))
        return asIfUTC.addingTimeInterval(-Amsterdam.offset(at: guess))
    }
}

/// A file of events as every calendar reads it: RFC 5545, times in UTC.
package enum ICalendar {
    package static func text(_ events: [CalendarEvent], name: String) -> String {
        let lines =
            [
                "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Karavaan//NL", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
                "X-WR-CALNAME:\(escaped(name))",
            ] + events.flatMap(lines) + ["END:VCALENDAR"]
        return lines.map(folded).joined(separator: "\r\n") + "\r\n"
    }

    private static func lines(_ event: CalendarEvent) -> [String] {
        var lines = [
            "BEGIN:VEVENT", "UID:\(event.id)", "SEQUENCE:\(event.sequence)", "DTSTAMP:\(utc(event.changedAt))",
        ]
        if event.startMinute == nil {
            lines.append("DTSTART;VALUE=DATE:\(digits(event.day))")
            lines.append("DTEND;VALUE=DATE:\(digits(event.day.adding(days: 1)))")
        } else {
            lines.append("DTSTART:\(utc(event.start))")
            lines.append("DTEND:\(utc(event.start.addingTimeInterval(Double(event.minutes) * 60)))")
        }
        lines.append("SUMMARY:\(escaped(event.title))")
        if !event.place.isEmpty { lines.append("LOCATION:\(escaped(event.place))") }
        if !event.note.isEmpty { lines.append("DESCRIPTION:\(escaped(event.note))") }
        lines.append("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
        return lines + ["END:VEVENT"]
    }

    private static func digits(_ day: Day) -> String { day.description.filter { $0 != "-" } }

    private static func utc(_ moment: Date) -> String {
        moment.formatted(.iso8601.dateSeparator(.omitted).timeSeparator(.omitted))
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(";", with: "\\;").replacing(",", with: "\\,")
            .replacing("\r\n", with: "\n").replacing("\n", with: "\\n")
    }

    /// No line longer than 75 bytes; the rest goes on after a space.
    private static func folded(_ line: String) -> String {
        var result = ""
        var length = 0
        for character in line {
            let size = String(character).utf8.count
            if length + size > 74 {
                result += "\r\n "
                length = 1
            }
            result.append(character)
            length += size
        }
        return result
    }
}
