import Fieldwork
import Foundation
import Kernel
import Markup
import Programmes

/// Who did what when in a conversation, and what was put right afterwards (*verloop*).
struct ConversationHistoryPage: Page {
    let programme: Programme
    let record: ConversationRecord
    let history: ConversationHistory

    var title: Text { Text(nl: "Verloop: ", en: "History: ") + Text(same: record.company.name) }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["sheet.css"] }
    var width: PageWidth { .text }

    /// A line of the history, whatever it is about.
    private struct Line {
        let moment: Date
        let order: Int
        let by: String
        let what: HTML
        let isEvent: Bool
        var isAfterEnd = false
    }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.conversation.path(programme.id, record.conversation.id))) {
                Text(nl: "Het gesprek", en: "The conversation")
            }
        }
        h1 { title }
        p(.class("muted")) {
            Text(
                nl: "Niets wordt overschreven: een verbetering komt erbij, met wie en wanneer.",
                en: "Nothing is overwritten: a correction is added, with who and when."
            )
        }
        ol(.class("timeline history")) {
            for line in lines {
                li(.class(line.isEvent ? "done" : "tick-line")) {
                    HTML.moment(line.moment)
                    line.what
                    span(.class("muted")) { " · \(line.by)" }
                    if line.isAfterEnd {
                        " "
                        span(.class("badge attention")) { Text(nl: "correctie", en: "correction") }
                    }
                }
            }
        }
    }

    private var lines: [Line] {
        let end = history.events.first { $0.kind == .finished }?.happenedAt
        var lines: [Line] = []
        for event in history.events {
            lines.append(
                Line(moment: event.happenedAt, order: 0, by: event.by, what: text(of: event), isEvent: true)
            )
        }
        for tick in history.ticks { lines.append(self.line(tick)) }
        for remark in history.remarks {
            lines.append(
                Line(moment: remark.madeAt, order: 1, by: remark.by, what: text(of: remark), isEvent: false)
            )
        }
        for need in history.needs where need.isOn || history.needs.contains(where: { $0.kind == need.kind && $0.isOn })
        {
            lines.append(Line(moment: need.madeAt, order: 1, by: need.by, what: text(of: need), isEvent: false))
        }
        for index in lines.indices where !lines[index].isEvent {
            lines[index].isAfterEnd = end.map { lines[index].moment > $0 } ?? false
        }
        return lines.sorted { ($0.moment, $0.order) < ($1.moment, $1.order) }
    }

    private func line(_ tick: Tick) -> Line {
        let isLate = tick.receivedAt.timeIntervalSince(tick.madeAt) > 60
        let what = HTML.text(
            tick.isOn ? Text(nl: "Gezet: ", en: "Set: ") : Text(nl: "Weggehaald: ", en: "Taken back: ")
        )
        var text = what
        text.append(strong { tick.mark.name })
        text.append(.text(Text(same: " – ") + name(of: tick.activity)))
        if isLate {
            text.append(
                span(.class("muted")) {
                    Text(nl: " (binnengekomen ", en: " (received ")
                    HTML.moment(tick.receivedAt)
                    ")"
                }
            )
        }
        return Line(moment: tick.madeAt, order: 1, by: tick.by, what: text, isEvent: false)
    }

    private func text(of event: ConversationEvent) -> HTML {
        var text = strong { event.kind.name }
        if event.kind == .planned {
            text.append(.text(Text(nl: " voor ", en: " for ")))
            text.append(HTML.shortDay(event.after.plan.day))
        }
        if let version = event.after.sheetVersion, event.kind == .started {
            text.append(.text(Text(nl: " op praatplaat versie \(version)", en: " on sheet version \(version)")))
        }
        if let reason = event.reason { text.append(.escaped(": \(reason)")) }
        return text
    }

    private func text(of remark: Remark) -> HTML {
        var text = HTML.text(Text(nl: "Opmerking bij ", en: "Remark about ") + name(of: remark.activity))
        text.append(
            remark.text.isEmpty ? .text(Text(nl: " weggehaald", en: " taken back")) : .escaped(": \(remark.text)")
        )
        return text
    }

    private func text(of need: NeedAnswer) -> HTML {
        let name = programme.need(need.kind)?.name ?? Text(same: need.kind.description)
        var text = HTML.text(
            need.isOn
                ? Text(nl: "Hulp gevraagd: ", en: "Help asked: ")
                : Text(nl: "Geen hulp meer: ", en: "No help any more: ")
        )
        text.append(.text(name))
        if let note = need.note { text.append(.escaped(" (\(note))")) }
        return text
    }

    private func name(of activity: Activity.ID) -> Text {
        record.sheet.activity(activity)?.text ?? Text(same: activity.description)
    }
}
