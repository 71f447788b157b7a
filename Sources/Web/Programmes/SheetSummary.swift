import Kernel
import Markup
import Programmes

/// The sheet in use: its version, and behind each theme what can be ticked.
struct SheetSummary: Component {
    let programme: Programme

    private var sheet: TalkSheet { programme.sheet }

    var body: HTML {
        let core = sheet.activities.count(where: \.isCore)
        p {
            Text(
                nl: "Versie \(sheet.version): \(sheet.themes.count) thema's en \(sheet.activities.count) activiteiten, "
                    + "waarvan \(core) op de plaat zelf. Elk gesprek houdt de versie waarop het is gevoerd.",
                en: "Version \(sheet.version): \(sheet.themes.count) themes and \(sheet.activities.count) activities, "
                    + "of which \(core) on the sheet itself. Every conversation keeps the version it was held on."
            )
        }
        p {
            a(.href(Addresses.emptySheet.path(programme.id))) {
                Text(nl: "Lege praatplaat om te printen (PDF, A3)", en: "Empty talk sheet to print (PDF, A3)")
            }
        }
        div(.class("card")) {
            for theme in sheet.themes { ThemeDetails(programme: programme, theme: theme) }
            details {
                summary { Text(nl: "De ladder", en: "The ladder") }
                dl(.class("facts")) {
                    for rung in programme.ladder {
                        dt { "\(rung.step.rawValue) (RVO \(rung.step.rvo))" }
                        dd {
                            strong { rung.word }
                            ": "
                            rung.explanation
                        }
                    }
                }
            }
        }
    }
}

private struct ThemeDetails: Component {
    let programme: Programme
    let theme: Theme

    var body: HTML {
        let activities = programme.sheet.activities(in: theme.code)
        details {
            summary {
                theme.name
                small(.class("muted")) {
                    Text(nl: "\(activities.count) activiteiten", en: "\(activities.count) activities")
                    if theme.isApart { Text(nl: ", telt apart", en: ", counted apart") }
                }
            }
            p { em { theme.question } }
            ul {
                for activity in activities {
                    li {
                        activity.text
                        " "
                        small(.class("muted")) {
                            activity.step.rawValue
                            if !activity.isCore { Text(nl: ", achter “meer”", en: ", behind “more”") }
                        }
                    }
                }
            }
        }
    }
}
