import Fieldwork
import Kernel
import Markup
import Programmes

/// One theme: its question, and a row for each activity.
struct ThemeStep: Component {
    let programme: Programme
    let record: ConversationRecord
    let theme: Theme
    let mayFill: Bool

    var body: HTML {
        h1 { theme.question }
        p(.class("sub")) {
            Text(
                nl: "Tik aan wat u al doet, en wat u binnen drie jaar wilt.",
                en: "Tick what you do already, and what you want within three years."
            )
        }
        PostForm(action: Addresses.sheet.path(programme.id, record.conversation.id), .id("plaat")) {
            input(.type("hidden"), .name("thema"), .value(theme.code.description))
            ThemeRows(
                programme: programme,
                activities: record.sheet.activities(in: theme.code),
                answers: record.answers,
                remarks: record.remarks,
                mayFill: mayFill
            )
        }
        NextStep(programme: programme.id, record: record, step: .theme(theme.code))
        if mayFill { keys }
    }

    private var keys: HTML {
        details(.class("keys")) {
            summary { Text(nl: "Met het toetsenbord", en: "With the keyboard") }
            dl(.class("facts")) {
                dt { "↑ ↓" }
                dd { Text(nl: "vorige en volgende activiteit", en: "previous and next activity") }
                dt { "d" }
                dd { Text(nl: "doen we", en: "we do this") }
                dt { "w" }
                dd { Text(nl: "willen we", en: "we want this") }
                dt { "n" }
                dd { Text(nl: "niet van toepassing", en: "not applicable") }
            }
            p {
                Text(
                    nl: "De toetsen werken als een activiteit de focus heeft: kies er een met Tab of met een tik.",
                    en: "The keys work when an activity has the focus: choose one with Tab or with a tap."
                )
            }
        }
    }
}

/// The activities of a theme: those of the printed sheet, and the others behind "more".
struct ThemeRows: Component {
    let programme: Programme
    let activities: [Activity]
    var answers = SheetAnswers()
    var remarks: [Activity.ID: String] = [:]
    let mayFill: Bool

    var body: HTML {
        let more = activities.filter { !$0.isCore }
        rows(activities.filter(\.isCore))
        if !more.isEmpty {
            details(
                .class("more-activities"),
                .attribute("open", if: more.contains { !answers.marks(of: $0.code).isEmpty })
            ) {
                summary { Text(nl: "Meer activiteiten (\(more.count))", en: "More activities (\(more.count))") }
                rows(more)
            }
        }
    }

    private func rows(_ activities: [Activity]) -> HTML {
        ul(.class("activities"), .attribute("data-activities")) {
            for activity in activities {
                ActivityRow(
                    activity: activity,
                    rung: programme.rung(activity.step),
                    marks: answers.marks(of: activity.code),
                    remark: remarks[activity.code] ?? "",
                    mayFill: mayFill
                )
            }
        }
    }
}

/// One activity: two big buttons, and the rest behind "more".
private struct ActivityRow: Component {
    let activity: Activity
    let rung: LadderRung?
    let marks: Set<Mark>
    let remark: String
    let mayFill: Bool

    var body: HTML {
        let code = activity.code.description
        li(
            .class("activity"),
            .id("a-\(code)"),
            .attribute("data-activity", code),
            .attribute("data-core", if: activity.isCore)
        ) {
            div(.class("activity-text")) {
                p(.id("t-\(code)")) { activity.text }
                p(.class("activity-step")) {
                    if let rung {
                        rung.word
                        " · "
                    }
                    activity.step.rawValue
                    span(.class("standing")) { standing }
                }
            }
            div(.class("tick-pair"), .role("group"), .attribute("aria-labelledby", "t-\(code)")) {
                TickButton(code: code, mark: .doing, isOn: marks.contains(.doing), mayFill: mayFill)
                TickButton(code: code, mark: .ambition, isOn: marks.contains(.ambition), mayFill: mayFill)
            }
            details(.class("activity-more"), .attribute("open", if: !remark.isEmpty)) {
                summary {
                    Text(nl: "meer", en: "more")
                    span(.class("visually-hidden")) {
                        Text(nl: " bij: ", en: " about: ") + activity.text
                    }
                }
                div(.class("more-body")) {
                    div(.class("tick-pair"), .role("group"), .attribute("aria-labelledby", "t-\(code)")) {
                        TickButton(
                            code: code,
                            mark: .notApplicable,
                            isOn: marks.contains(.notApplicable),
                            mayFill: mayFill
                        )
                        TickButton(code: code, mark: .unknown, isOn: marks.contains(.unknown), mayFill: mayFill)
                    }
                    if mayFill {
                        div(.class("remark")) {
                            label(.for("o-\(code)")) { Text(nl: "Opmerking", en: "Remark") }
                            input(.type("hidden"), .name("gezien-\(code)"), .value(remark))
                            textarea(.id("o-\(code)"), .name("opmerking-\(code)"), .attribute("rows", "2")) { remark }
                            button(.class("button secondary small"), .name("bewaar"), .value(code)) {
                                Text(nl: "Bewaar opmerking", en: "Save remark")
                            }
                        }
                    } else if !remark.isEmpty {
                        p { remark }
                    }
                }
            }
        }
    }

    /// The marks that are not on the two big buttons, said in the row itself.
    private var standing: HTML {
        if marks.contains(.notApplicable) { return .text(Text(same: " · ") + Mark.notApplicable.name) }
        if marks.contains(.unknown) { return .text(Text(same: " · ") + Mark.unknown.name) }
        return .empty
    }
}

/// A button that sets or takes back one mark.
private struct TickButton: Component {
    let code: String
    let mark: Mark
    let isOn: Bool
    let mayFill: Bool

    var body: HTML {
        button(
            .class("tick tick-\(mark.rawValue)"),
            .name("vink"),
            .value("\(code):\(mark.rawValue):\(isOn ? 0 : 1)"),
            .attribute("data-mark", mark.rawValue),
            .attribute("aria-pressed", isOn ? "true" : "false"),
            .attribute("disabled", if: !mayFill)
        ) {
            i(.ariaHidden)
            mark.name
        }
    }
}
