import Kernel
import Markup
import Programmes

/// The end of the programme, and back.
struct ClosureSection: Component {
    let programme: Programme

    var body: HTML {
        Markup.section(.class("stack"), .id("afsluiten")) {
            h2 { Text(nl: "Afsluiten", en: "Close") }
            p {
                Text(
                    nl: "Na het afsluiten kan iedereen alles nog zien en uitvoeren naar een bestand, maar niets meer "
                        + "toevoegen of wijzigen. Een coach kan nog wel laten weten hoe het ging. Wat op een tablet nog "
                        + "niet verzonden is, blijft daar staan. U kunt het programma altijd heropenen.",
                    en: "After closing, everybody can still see everything and export it, but add or change nothing. A "
                        + "coach can still say how it went. What was not sent from a tablet yet stays there. You can "
                        + "always reopen the programme."
                )
            }
            PostForm(action: Addresses.programmeClosure.path(programme.id)) {
                if programme.closedOn == nil {
                    button(.class("button danger"), .name("doe"), .value("afsluiten")) {
                        Text(nl: "Sluit het programma af", en: "Close the programme")
                    }
                } else {
                    button(.class("button"), .name("doe"), .value("heropenen")) {
                        Text(nl: "Heropen het programma", en: "Reopen the programme")
                    }
                }
            }
        }
    }
}
