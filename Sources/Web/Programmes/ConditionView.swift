import Kernel
import Markup
import Programmes

/// A condition of a rule, in words.
struct ConditionView: Component {
    let programme: Programme
    let condition: Condition
    /// What must all hold needs no heading then: the list says it.
    var isOutermost = false

    var body: HTML {
        switch condition {
        case .all(let parts) where isOutermost: list(parts)
        case .all(let parts): group(Text(nl: "Dit alles geldt:", en: "All of this holds:"), parts)
        case .any(let parts):
            group(Text(nl: "Ten minste een van deze geldt:", en: "At least one of these holds:"), parts)
        case .not(.any(let parts)): group(Text(nl: "Geen van deze geldt:", en: "None of these holds:"), parts)
        case .not(let part): group(Text(nl: "Dit geldt niet:", en: "This does not hold:"), [part])
        case .ambition(let selection, let count):
            chosen(Text(nl: "Heeft een ambitie bij", en: "Has an ambition for"), selection, count)
        case .doing(let selection, let count):
            chosen(Text(nl: "Doet al", en: "Does already"), selection, count)
        case .need(let codes):
            line(Text(nl: "Vraagt hulp bij", en: "Asks for help with"), codes.compactMap { programme.need($0)?.name })
        case .sector(let codes):
            line(Text(nl: "Sector", en: "Sector"), codes.compactMap { programme.sector($0)?.name })
        case .area(let codes):
            line(
                Text(nl: "Ligt in", en: "Lies in"),
                codes.map { Text(same: programme.area($0)?.name ?? $0.description) }
            )
        case .size(let classes):
            line(Text(nl: "Werkzame personen", en: "People working there"), classes.map { Text(same: $0.rawValue) })
        case .member(true): p { Text(nl: "Is aangesloten bij de branche", en: "Is a member of the association") }
        case .member(false):
            p { Text(nl: "Is niet aangesloten bij de branche", en: "Is not a member of the association") }
        case .goodExample:
            p {
                Text(nl: "Heeft een goed voorbeeld dat gedeeld mag worden", en: "Has a good example that may be shared")
            }
        }
    }

    private func group(_ name: Text, _ parts: [Condition]) -> HTML {
        div {
            p { name }
            list(parts)
        }
    }

    private func list(_ parts: [Condition]) -> HTML {
        ul { for part in parts { li { ConditionView(programme: programme, condition: part) } } }
    }

    private func line(_ name: Text, _ values: [Text]) -> HTML {
        p {
            name
            ": "
            values.alternatives
        }
    }

    private func chosen(_ name: Text, _ selection: Selection, _ count: Int) -> HTML {
        let named = selection.activities.compactMap { programme.sheet.activity($0)?.text }
        let themes = selection.themes.compactMap { programme.sheet.theme($0)?.name }
        let steps = selection.steps.map { step in
            programme.rung(step).map { $0.word.map { "\(step.rawValue) \($0)" } } ?? Text(same: step.rawValue)
        }
        return div {
            p {
                name + Text(nl: " ten minste \(count) ", en: " at least \(count) ")
                if !named.isEmpty {
                    Text(nl: "van deze", en: "of these")
                } else {
                    count == 1 ? Text(nl: "activiteit", en: "activity") : Text(nl: "activiteiten", en: "activities")
                }
                if !themes.isEmpty { Text(nl: " van ", en: " of ") + themes.alternatives }
                if !steps.isEmpty { Text(nl: " op trede ", en: " on step ") + steps.alternatives }
            }
            if !named.isEmpty { ul { for text in named { li { text } } } }
        }
    }
}

extension [Text] {
    /// `a, b en c`.
    var listed: Text { joined(Text(nl: " en ", en: " and ")) }

    /// `a, b of c`.
    var alternatives: Text { joined(Text(nl: " of ", en: " or ")) }

    private func joined(_ last: Text) -> Text {
        guard let final = self.last, count > 1 else { return first ?? Text(same: "") }
        let start = dropLast()
        return Text(nl: start.map(\.nl).joined(separator: ", "), en: start.map(\.en).joined(separator: ", ")) + last
            + final
    }
}
