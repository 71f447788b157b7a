import Fieldwork
import Kernel
import Markup
import Programmes

/// What changed since an earlier measurement, activity by activity.
struct ComparisonSection: Component {
    let programme: Programme
    let comparison: ResultPage.Comparison

    private var changes: SheetComparison { comparison.changes }

    var body: HTML {
        Markup.section(.class("stack comparison")) {
            h2 {
                Text(nl: "Sinds de ", en: "Since the ")
                comparison.earlier.measurement.name
                Text(nl: " van ", en: " of ")
                HTML.day(comparison.earlier.day)
            }
            p(.class("from-to")) {
                span(.class("big-number")) { HTML.number(changes.doingBefore) }
                span(.ariaHidden) { "→" }
                span(.class("visually-hidden")) { Text(nl: " toen, nu ", en: " then, now ") }
                span(.class("big-number doing")) { HTML.number(changes.doingNow) }
                span { Text(nl: "dingen die u doet", en: "things that you do") }
            }
            if changes.lines.contains(where: { $0.change == .newOnSheet }) || !changes.gone.isEmpty { versions }
            div(.class("grid")) {
                group(.fulfilled, "card doing")
                group(.started, "card doing")
                group(.newAmbition, "card ambition")
                group(.droppedAmbition, "card")
                group(.stopped, "card")
            }
            details {
                summary { Text(nl: "Alles naast elkaar", en: "Everything side by side") }
                side
            }
        }
    }

    private var versions: HTML {
        p(.class("muted")) {
            Text(
                nl: "De praatplaat is vernieuwd. Dit telt alleen wat op beide platen staat; "
                    + "op de hele plaat kan het getal dus anders zijn.",
                en: "The sheet was renewed. This counts only what is on both; "
                    + "the number of the whole sheet may differ."
            )
        }
    }

    private func group(_ change: SheetComparison.Change, _ style: String) -> HTML {
        let lines = changes.lines(change)
        guard !lines.isEmpty, let name = change.name else { return .empty }
        return div(.class(style)) {
            h3 {
                name
                " "
                span(.class("muted")) { HTML.number(lines.count) }
            }
            ul(.class("plain")) { for line in lines { li { line.activity.text } } }
        }
    }

    private var side: HTML {
        div(
            .class("table-scroll"),
            .attribute("tabindex", "0"),
            .role("region"),
            .ariaLabel(Text(nl: "Alles naast elkaar", en: "Everything side by side"))
        ) {
            table {
                caption(.class("visually-hidden")) { Text(nl: "Toen en nu", en: "Then and now") }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Activiteit", en: "Activity") }
                        th(.scope("col")) { Text(nl: "Toen", en: "Then") }
                        th(.scope("col")) { Text(nl: "Nu", en: "Now") }
                    }
                }
                tbody {
                    for line in changes.lines where line.activity.isCore || line.change != .same {
                        tr(.class(line.change == .same ? "same" : "changed")) {
                            th(.scope("row")) { line.activity.text }
                            td {
                                if line.change == .newOnSheet {
                                    span(.class("muted")) { Text(nl: "stond er niet op", en: "was not on it") }
                                } else {
                                    marks(line.before)
                                }
                            }
                            td { marks(line.now) }
                        }
                    }
                    for activity in changes.gone {
                        tr(.class("changed")) {
                            th(.scope("row")) { activity.text }
                            td { Text(nl: "aangevinkt", en: "ticked") }
                            td { span(.class("muted")) { Text(nl: "staat er niet meer op", en: "no longer on it") } }
                        }
                    }
                }
            }
        }
    }

    private func marks(_ marks: Set<Mark>) -> HTML {
        let names = Mark.allCases.filter(marks.contains).map(\.name)
        guard !names.isEmpty else { return span(.class("muted")) { Text(nl: "nee", en: "no") } }
        return .text(
            Text(nl: names.map(\.nl).joined(separator: ", "), en: names.map(\.en).joined(separator: ", "))
        )
    }
}

extension SheetComparison.Change {
    /// `nil` for what is no change.
    fileprivate var name: Text? {
        switch self {
        case .fulfilled: Text(nl: "Gelukt: van willen naar doen", en: "Done: from wanting to doing")
        case .started: Text(nl: "Nieuw: doet u nu ook", en: "New: you do this too now")
        case .newAmbition: Text(nl: "Wilt u er nu bij", en: "You want this now")
        case .droppedAmbition: Text(nl: "Wilt u niet meer", en: "You no longer want this")
        case .stopped: Text(nl: "Doet u niet meer", en: "You no longer do this")
        case .same, .newOnSheet: nil
        }
    }
}
