import Governance
import Kernel
import Markup
import Programmes

/// What was decided, by whom, and what it touches.
struct DecisionCard: Component {
    let programme: Programme
    let plan: ActionPlan
    let decision: Decision
    let all: [Decision]

    var body: HTML {
        let successor = all.first { $0.supersedes == decision.id }
        article(.class(successor == nil ? "card" : "card superseded")) {
            p(.class("eyebrow"), .id("besluit-\(decision.number)")) {
                Text(nl: "Besluit \(decision.number), ", en: "Decision \(decision.number), ")
                HTML.day(decision.decidedOn)
                ", "
                plan.bodyName(decision.body)
            }
            if let successor {
                p(.class("notice info")) {
                    a(.href("#besluit-\(successor.number)")) {
                        Text(
                            nl: "Vervangen door besluit \(successor.number)",
                            en: "Replaced by decision \(successor.number)"
                        )
                    }
                }
            }
            Paragraphs(text: decision.words)
            dl(.class("facts")) {
                if !decision.lines.isEmpty {
                    dt { Text(nl: "Raakt", en: "Touches") }
                    dd {
                        for (index, line) in decision.lines.enumerated() {
                            if index > 0 { ", " }
                            a(.href(Addresses.actionLine.path(programme.id, line))) {
                                "\(line) "
                                plan.line(line)?.name ?? Text(same: "")
                            }
                        }
                        if let result = plan.lines.flatMap(\.results).first(where: { $0.code == decision.result }) {
                            ": "
                            result.text
                        }
                    }
                }
                if let payer = decision.payer {
                    dt { Text(nl: "Betaalt", en: "Pays") }
                    dd { programme.partyName(payer) }
                }
                if !decision.informed.isEmpty {
                    dt { Text(nl: "Horen het", en: "Are told") }
                    dd { decision.informed }
                }
                if let older = all.first(where: { $0.id == decision.supersedes }) {
                    dt { Text(nl: "Vervangt", en: "Replaces") }
                    dd {
                        a(.href("#besluit-\(older.number)")) {
                            Text(nl: "besluit \(older.number)", en: "decision \(older.number)")
                        }
                    }
                }
            }
        }
    }
}

/// What somebody still has to do, or did.
struct ActionPointList: Component {
    let programme: Programme
    let points: [ActionPoint]
    let today: Day
    let isSecretary: Bool
    var issues: [InvalidGovernance.Issue] = []

    var body: HTML {
        if points.isEmpty { p(.class("muted")) { Text(nl: "Geen.", en: "None.") } }
        ul(.class("points")) { for point in points { li(.class("card")) { card(point) } } }
    }

    @HTMLBuilder private func card(_ point: ActionPoint) -> HTML {
        Paragraphs(text: point.words)
        p(.class("small")) {
            "\(point.number). \(point.owner), "
            Text(nl: "uiterlijk ", en: "by ")
            HTML.shortDay(point.due)
            if let line = point.line { ", \(line)" }
            " "
            if let closed = point.closedOn {
                span(.class("badge done")) { Text(nl: "klaar", en: "done") }
                " "
                HTML.shortDay(closed)
                ": \(point.outcome)"
            } else if point.isLate(on: today) {
                span(.class("badge attention")) { Text(nl: "te laat", en: "late") }
            }
        }
        if isSecretary, point.closedOn == nil {
            PostForm(action: Addresses.closePoint.path(programme.id, point.id), .class("move")) {
                label(.for("opbrengst-\(point.id)"), .class("visually-hidden")) {
                    Text(nl: "Wat actiepunt \(point.number) opleverde", en: "What came of action point \(point.number)")
                }
                input(
                    .id("opbrengst-\(point.id)"),
                    .name("opbrengst"),
                    .attribute("maxlength", "300"),
                    .attribute("placeholder", Text(nl: "Wat het opleverde", en: "What came of it"))
                )
                button(.class("button secondary")) {
                    Text(nl: "Klaar", en: "Done")
                    span(.class("visually-hidden")) { " \(point.number)" }
                }
            }
        }
    }
}
