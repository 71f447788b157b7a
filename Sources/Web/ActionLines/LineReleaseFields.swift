import ActionLines
import Kernel
import Markup
import Programmes

/// To say what everybody may see of a line.
struct LineReleaseFields: Component {
    let programme: ProgrammeID
    let line: ActionLine.ID
    let released: LineRelease?
    let freshID: String
    /// What was sent and not accepted.
    let entered: LineReleaseForm?
    let issues: [InvalidUpdate.Issue]

    var body: HTML {
        details(.class("card"), .attribute("open", if: entered != nil)) {
            summary { Text(nl: "Wat iedereen mag zien", en: "What everybody may see") }
            if let released {
                p {
                    Text(nl: "Nu openbaar, sinds ", en: "Public now, since ")
                    HTML.day(released.releasedOn)
                    Text(nl: ", met de resultaten van die dag:", en: ", with the results of that day:")
                }
                Paragraphs(text: released.words)
            } else {
                p { Text(nl: "Deze lijn is nog niet openbaar.", en: "This line is not public yet.") }
            }
            PostForm(action: Addresses.lineRelease.path(programme, line)) {
                input(.type("hidden"), .name("id"), .value(entered?.id ?? freshID))
                TextArea(
                    name: "openbaar",
                    caption: Text(nl: "Schrijf het voor inwoners", en: "Write it for residents"),
                    value: entered?.words ?? released?.words ?? "",
                    rows: 3,
                    hint: Text(
                        nl: "Gewone woorden, geen namen van mensen. De resultaten komen erbij.",
                        en: "Plain words, no names of people. The results are added."
                    ),
                    issues: issues
                )
                div(.class("actions")) {
                    button(.class("button secondary"), .name("doe"), .value("openbaar")) {
                        Text(nl: "Openbaar maken", en: "Make public")
                    }
                    if released != nil {
                        button(.class("button danger"), .name("doe"), .value("intrekken")) {
                            Text(nl: "Niet meer tonen", en: "Show no more")
                        }
                    }
                }
            }
        }
    }
}
