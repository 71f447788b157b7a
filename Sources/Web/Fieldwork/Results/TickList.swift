import Fieldwork
import Kernel
import Markup
import Programmes

/// Everything that was ticked, by theme: where each number can be checked.
struct TickList: Component {
    let record: ConversationRecord

    var body: HTML {
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Dit is aangevinkt", en: "This was ticked") }
            div(.class("grid tick-list")) {
                for theme in record.sheet.themes { card(theme) }
            }
        }
    }

    private func card(_ theme: Theme) -> HTML {
        let ticked = record.sheet.activities(in: theme.code).filter {
            record.answers.doing.contains($0.code) || record.answers.ambition.contains($0.code)
        }
        return div(.class("card")) {
            h3 { theme.name }
            if ticked.isEmpty {
                p(.class("muted")) { Text(nl: "Nog niets.", en: "Nothing yet.") }
            } else {
                ul(.class("marks")) {
                    for activity in ticked { line(activity) }
                }
            }
        }
    }

    private func line(_ activity: Activity) -> HTML {
        let (does, wants) = (
            record.answers.doing.contains(activity.code), record.answers.ambition.contains(activity.code)
        )
        return li {
            if does {
                i(.class("mark-doing"), .ariaHidden)
            } else {
                i(.class("mark-ambition"), .ariaHidden)
            }
            span {
                span(.class("visually-hidden")) { (does ? Mark.doing.name : Mark.ambition.name) + Text(same: ": ") }
                activity.text
                if does, wants {
                    " "
                    span(.class("muted")) { Text(nl: "(en wil meer)", en: "(and wants more)") }
                }
                if let remark = record.remarks[activity.code] {
                    " "
                    span(.class("muted")) { "– \(remark)" }
                }
            }
        }
    }
}
