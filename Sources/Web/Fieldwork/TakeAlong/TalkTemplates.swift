import Kernel
import Markup

/// The conversation itself, in pieces (`Assets/talk.js`). The rows of the themes come with the package.
struct TalkTemplates: Component {
    var body: HTML {
        frame
        themes
        lastSteps
        end
    }

    @HTMLBuilder private var frame: HTML {
        template("gesprek") {
            div(.class("talk")) {
                div(.class("talk-bar")) {
                    a(.class("talk-company"), .href("#"), .slot("company")) {}
                    span(.class("talk-with"), .slot("with")) {}
                }
                div(.attribute("data-notes")) {}
                div(.class("talk-columns")) {
                    div(.class("talk-side")) {
                        div(.class("talk-scene scene-frame")) {}
                        nav(
                            .class("talk-nav"),
                            .ariaLabel(Text(nl: "Onderdelen van de plaat", en: "Parts of the sheet"))
                        ) {
                            ol {}
                        }
                    }
                    div(.class("talk-card")) {}
                }
            }
        }
        template("deel") {
            li {
                a(.href("#")) {
                    span(.class("part")) {}
                    span(.class("count")) {
                        span(.slot("doing")) {}
                        "/"
                        span(.slot("applicable")) {}
                        span(.class("visually-hidden")) { Text(nl: " doen we", en: " we do") }
                    }
                }
            }
        }
        template("volgende") {
            div(.class("actions talk-next")) {
                a(.class("button big"), .href("#")) { Text(nl: "Volgende: ", en: "Next: ") }
            }
        }
        template("begin") {
            h1 { Text(nl: "Klaar om te beginnen?", en: "Ready to begin?") }
            p {
                Text(
                    nl:
                        "Leg de plaat op tafel. Vanaf nu wordt alles op dit apparaat bewaard, en verzonden zodra er internet is.",
                    en:
                        "Put the sheet on the table. From now on everything is kept on this device, and sent when there is internet."
                )
            }
            form(.novalidate) {
                button(.class("button big")) { Text(nl: "Begin het gesprek", en: "Begin the conversation") }
            }
        }
    }

    @HTMLBuilder private var themes: HTML {
        template("overzicht") { PictureIntroduction() }
        template("thema") {
            h1(.slot("question")) {}
            p(.class("sub")) {
                Text(
                    nl: "Tik aan wat u al doet, en wat u binnen drie jaar wilt.",
                    en: "Tick what you do already, and what you want within three years."
                )
            }
            form(.novalidate, .id("plaat")) {}
        }
    }

    @HTMLBuilder private var lastSteps: HTML {
        template("behoeften") {
            h1 { Text(nl: "Waar wilt u hulp bij?", en: "What would you like help with?") }
            p(.class("sub")) {
                Text(
                    nl: "Om te doen wat u wilt. Kies alles wat past, of niets.",
                    en: "To do what you want. Choose everything that fits, or nothing."
                )
            }
            form(.novalidate) {}
        }
        template("voorbeelden") {
            h1 { Text(nl: "Waar kan een ander van leren?", en: "What can others learn from?") }
            p(.class("sub")) {
                Text(
                    nl: "Wat gaat hier goed? Wat kost het, en wat brengt het op?",
                    en: "What goes well here? What does it cost, and what does it bring?"
                )
            }
            ul(.class("lines"), .attribute("data-list")) {}
            form(.class("card road-example"), .novalidate) {
                PhotoField()
                p(.class("error"), .role("alert"), .problem, .hidden) {}
                button(.class("button")) { Text(nl: "Bewaar het voorbeeld", en: "Save the example") }
            }
        }
        template("voorbeeld") {
            li {
                strong(.slot("title")) {}
                p(.slot("story")) {}
            }
        }
    }

    @HTMLBuilder private var end: HTML {
        template("klaar") {
            h1 { Text(nl: "Hebben we alles gehad?", en: "Have we had everything?") }
            p(.class("notice info"), .attribute("data-finished"), .hidden) {
                Text(
                    nl: "Dit gesprek is afgerond. Zodra alles verzonden is, vindt u de uitslag in Karavaan.",
                    en: "This conversation is finished. Once everything is sent, you find the result in Karavaan."
                )
            }
            ul(.class("stats")) {
                stat("doing", "doing", Text(nl: "doen we al", en: "we do already"))
                stat(
                    "ambition",
                    "wanted",
                    Text(nl: "willen we erbij, binnen drie jaar", en: "more we want within three years")
                )
                stat("", "needs", Text(nl: "keer hulp gevraagd", en: "times help asked"))
                stat("", "examples", Text(nl: "goede voorbeelden", en: "good examples"))
            }
            p {
                Text(nl: "Van de ", en: "Of the ")
                span(.slot("applicable")) {}
                Text(nl: " activiteiten die hier kunnen.", en: " activities that are possible here.")
            }
            ul(.class("lines"), .attribute("data-themes")) {}
            h2 { Text(nl: "Wie kan helpen?", en: "Who can help?") }
            p(.attribute("data-none"), .hidden) {
                Text(nl: "Nog geen voorstel: tik aan wat u wilt.", en: "No suggestion yet: tick what you want.")
            }
            ul(.class("lines"), .attribute("data-suggested")) {}
            form(.class("actions talk-next"), .novalidate) {
                button(.class("button big"), .name("doe"), .value("afronden")) { Text(nl: "Rond af", en: "Finish") }
                button(.class("button secondary"), .name("doe"), .value("pauze")) { Text(nl: "Pauze", en: "Pause") }
            }
        }
        template("stand") {
            li {
                strong(.slot("name")) {}
                ": "
                span(.slot("doing")) {}
                Text(nl: " van ", en: " of ")
                span(.slot("applicable")) {}
                Text(nl: ", en willen erbij: ", en: ", and want more: ")
                span(.slot("wanted")) {}
            }
        }
        template("voorstel") {
            li {
                strong(.slot("name")) {}
                span(.class("muted")) {
                    " · "
                    span(.slot("points")) {}
                    Text(nl: " punten", en: " points")
                }
                p(.slot("offers")) {}
                ul(.attribute("data-reasons")) {}
            }
        }
        template("reden") { li(.slot("text")) {} }
    }

    private func stat(_ kind: String, _ name: String, _ caption: Text) -> HTML {
        li(.class("stat \(kind)")) {
            strong(.slot(name)) {}
            small { caption }
        }
    }
}
