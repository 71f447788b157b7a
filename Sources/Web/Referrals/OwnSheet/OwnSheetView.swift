import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// A company's own praatplaat (*eigen praatplaat*) on a screen; holds the `h1` of its page. Needs `own-sheet.css`.
struct OwnSheetView: Component {
    struct Download {
        let caption: Text
        let href: String
    }

    let sheet: OwnSheet
    /// The PDFs.
    var downloads: [Download] = []

    var body: HTML {
        let summary = OwnSheetSummary(sheet)
        article(.class("own-sheet")) {
            header(.class("own-sheet-head")) {
                div {
                    p(.class("eyebrow")) { Text(nl: "De praatplaat van", en: "The talk sheet of") }
                    h1 { sheet.companyName }
                    p(.class("muted")) {
                        if let municipality = sheet.municipalityName { municipality + " · " }
                        HTML.day(sheet.heldOn)
                    }
                }
                OwnSheetNumbers(count: summary.result.total)
            }
            if !downloads.isEmpty {
                p(.class("actions no-print")) {
                    for download in downloads {
                        a(.class("button secondary"), .href(download.href)) { download.caption }
                    }
                }
            }
            figure(.class("own-sheet-scene")) {
                sheet.talkPicture.view(description: sheet.sceneDescription)
                figcaption {
                    SceneLegend()
                    ThemeCounts(themes: summary.result.themes)
                }
            }
            div(.class("own-sheet-cards")) {
                OwnSheetSteps(sheet: sheet)
                OwnSheetHelpers(helpers: sheet.helpers)
                section(.class("card doing")) {
                    h2 { Text(nl: "Dit doen we al", en: "What we do already") }
                    ActivityMarks(
                        activities: summary.doing,
                        mark: "mark-doing",
                        nothing: Text(
                            nl: "Er is nog niets aangekruist. Elke stap hieronder is er één.",
                            en: "Nothing is ticked yet. Every step below is a start."
                        )
                    )
                }
                section(.class("card ambition")) {
                    h2 { Text(nl: "Dit willen we binnen drie jaar", en: "What we want within three years") }
                    ActivityMarks(
                        activities: summary.ambitions,
                        mark: "mark-ambition",
                        nothing: Text(nl: "Nog geen wensen genoemd.", en: "No wishes named yet.")
                    )
                }
                if !sheet.goodExamples.isEmpty {
                    section(.class("card")) {
                        h2 { Text(nl: "Hier zijn we trots op", en: "What we are proud of") }
                        ul { for example in sheet.goodExamples { li { example } } }
                    }
                }
            }
            LadderTable(columns: summary.columns)
            footer(.class("own-sheet-foot muted")) {
                p {
                    if let day = sheet.followUpOn {
                        Text(nl: "We bellen weer op ", en: "We call again on ")
                        HTML.day(day)
                        Text(
                            nl: ": wat is gelukt, wat hielp, wat is er nog nodig?",
                            en: ": what worked, what helped, what is still needed?"
                        )
                    } else {
                        Text(
                            nl: "We spreken nog af wanneer we weer bellen.",
                            en: "We will agree on when to call again."
                        )
                    }
                }
                p {
                    sheet.programmeName
                    Text(nl: " · gesprek met ", en: " · conversation with ")
                    sheet.interviewerName
                }
            }
        }
    }
}

/// The one number that matters, large, with what it counts.
private struct OwnSheetNumbers: Component {
    let count: SheetResult.Count

    var body: HTML {
        div(.class("own-sheet-numbers")) {
            p {
                strong(.class("big-number doing")) { HTML.number(count.doing) }
                count.doing == 1
                    ? Text(nl: "ding doen we al", en: "thing we do already")
                    : Text(nl: "dingen doen we al", en: "things we do already")
                small(.class("muted")) {
                    Text(
                        nl: "van de \(count.applicable) die bij ons passen",
                        en: "of the \(count.applicable) that fit us"
                    )
                }
            }
            p {
                strong(.class("big-number ambition")) { HTML.number(count.ambition) }
                Text(nl: "willen we binnen drie jaar", en: "we want within three years")
            }
        }
    }
}

/// What stands on the labels of the picture, as a list.
private struct ThemeCounts: Component {
    let themes: [SheetResult.ThemeCount]

    var body: HTML {
        ul(.class("theme-counts")) {
            for entry in themes {
                li {
                    span { entry.theme.name }
                    i(.class("mark-doing"), .ariaHidden)
                    "\(entry.count.doing)"
                    span(.class("visually-hidden")) { Text(nl: "doen we al,", en: "done already,") }
                    i(.class("mark-ambition"), .ariaHidden)
                    "\(entry.count.ambition)"
                    span(.class("visually-hidden")) { Text(nl: "willen we", en: "wanted") }
                }
            }
        }
    }
}

private struct OwnSheetSteps: Component {
    let sheet: OwnSheet

    var body: HTML {
        section(.class("card")) {
            h2 { Text(nl: "Onze volgende stappen", en: "Our next steps") }
            if sheet.nextSteps.isEmpty {
                p(.class("muted")) { Text(nl: "Nog niets afgesproken.", en: "Nothing agreed yet.") }
            } else {
                ol { for step in sheet.nextSteps { li { step } } }
            }
        }
    }
}

private struct OwnSheetHelpers: Component {
    let helpers: [OwnSheet.Helper]

    var body: HTML {
        section(.class("card")) {
            h2 { Text(nl: "Wie ons helpt, en wanneer", en: "Who helps us, and when") }
            if helpers.isEmpty {
                p(.class("muted")) { Text(nl: "Nog geen afspraken.", en: "No appointments yet.") }
            } else {
                ul(.class("lines")) {
                    for helper in helpers {
                        li {
                            p {
                                strong { helper.name }
                                if helper.isToBeConfirmed {
                                    " "
                                    span(.class("badge attention")) { OwnSheet.Helper.toBeConfirmed }
                                }
                            }
                            p { helper.agreement }
                            p(.class("muted small")) { HTML.inLanguage { helper.details(in: $0) } }
                        }
                    }
                }
            }
        }
    }
}

/// A list of activities with a mark; what does not fit on a glance is behind one line.
private struct ActivityMarks: Component {
    let activities: [Activity]
    let mark: String
    let nothing: Text

    private static let glance = 8

    var body: HTML {
        if activities.isEmpty {
            p(.class("muted")) { nothing }
        } else {
            list(activities.prefix(activities.count == Self.glance + 1 ? Self.glance + 1 : Self.glance))
            if activities.count > Self.glance + 1 {
                details {
                    summary {
                        Text(
                            nl: "en nog \(activities.count - Self.glance)",
                            en: "and \(activities.count - Self.glance) more"
                        )
                    }
                    list(activities.dropFirst(Self.glance))
                }
            }
        }
    }

    private func list(_ part: ArraySlice<Activity>) -> HTML {
        ul(.class("marks")) {
            for activity in part {
                li {
                    i(.class(mark), .ariaHidden)
                    span { activity.text }
                }
            }
        }
    }
}

/// The ladder in the words of a metal shop, with a mark for each thing.
private struct LadderTable: Component {
    let columns: [LadderColumn]

    var body: HTML {
        section {
            h2 { Text(nl: "Waar staan we op de ladder?", en: "Where are we on the ladder?") }
            p(.class("muted")) {
                Text(
                    nl: "Hoe hoger, hoe meer waarde u vasthoudt. Elk blokje is één ding.",
                    en: "The higher up, the more value is kept. Each mark is one thing."
                )
            }
            div(.class("table-scroll")) {
                table(.class("ladder")) {
                    thead {
                        tr {
                            th(.scope("col")) { Text(nl: "Stap", en: "Step") }
                            th(.scope("col")) { Text(nl: "Doen we al", en: "Done already") }
                            th(.scope("col")) { Text(nl: "Willen we", en: "Wanted") }
                        }
                    }
                    tbody {
                        for column in columns {
                            tr(.class(column.isApart ? "apart" : "step")) {
                                th(.scope("row")) {
                                    column.word
                                    if column.isApart {
                                        " "
                                        small(.class("muted")) { Text(nl: "(telt apart)", en: "(counted apart)") }
                                    }
                                }
                                cell(column.count.doing, "mark-doing")
                                cell(column.count.ambition, "mark-ambition")
                            }
                        }
                    }
                }
            }
        }
    }

    private func cell(_ count: Int, _ mark: String) -> HTML {
        td {
            span(.class("ladder-count")) {
                span(.class(count == 0 ? "muted number" : "number")) { "\(count)" }
                span(.class("ladder-marks"), .ariaHidden) {
                    for _ in 0..<min(count, 20) { i(.class(mark)) }
                }
            }
        }
    }
}
