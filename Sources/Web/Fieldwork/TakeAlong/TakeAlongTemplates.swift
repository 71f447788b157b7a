import Kernel
import Markup
import Programmes

/// Opening what is kept, the list of what was taken along, and what came back refused.
struct TakeAlongTemplates: Component {
    var body: HTML {
        lock
        list
        newCompany
        refused
        template("melding") { p(.class("notice warning"), .role("status"), .slot("text")) {} }
    }

    @HTMLBuilder private var lock: HTML {
        template("maken") {
            form(.class("card road-card"), .novalidate) {
                h1 { Text(nl: "Kies een code voor dit apparaat", en: "Choose a code for this device") }
                p {
                    Text(
                        nl:
                            "Wat u meeneemt wordt versleuteld bewaard. Alleen met deze code gaat het open. Wij kennen de code niet: vergeet u hem, dan is weg wat nog niet verzonden is.",
                        en:
                            "What you take along is kept encrypted. Only this code opens it. We do not know the code: if you forget it, what was not sent yet is gone."
                    )
                }
                codeField(
                    name: "code",
                    caption: Text(nl: "Code, minstens 6 tekens", en: "Code, at least 6 characters"),
                    "new-password"
                )
                codeField(name: "again", caption: Text(nl: "Nog een keer", en: "Once more"), "new-password")
                problemLine
                button(.class("button big")) { Text(nl: "Begin", en: "Begin") }
            }
        }
        template("openen") {
            form(.class("card road-card"), .novalidate) {
                h1 { Text(nl: "Open met uw code", en: "Open with your code") }
                p(.slot("waiting")) {}
                codeField(name: "code", caption: Text(nl: "Code", en: "Code"), "current-password")
                problemLine
                div(.class("actions")) {
                    button(.class("button big")) { Text(nl: "Open", en: "Open") }
                    button(.class("link"), .value("wissen"), .name("doe")) {
                        Text(nl: "Code vergeten? Wis dit apparaat", en: "Forgot the code? Wipe this device")
                    }
                }
            }
        }
    }

    private func codeField(name: String, caption: Text, _ autocomplete: String) -> HTML {
        TextField(name: name, caption: caption, type: "password", autocomplete: autocomplete).body
    }

    private var problemLine: HTML { p(.class("error"), .role("alert"), .problem, .hidden) {} }

    @HTMLBuilder private var list: HTML {
        template("lijst") {
            div(.class("road-list")) {
                h1 { Text(nl: "Gesprekken op dit apparaat", en: "Conversations on this device") }
                p(.attribute("data-empty"), .hidden) {
                    Text(
                        nl: "Er staat nog niets op dit apparaat. Neem hieronder gesprekken mee zolang u internet hebt.",
                        en: "Nothing is on this device yet. Take conversations along below while you have internet."
                    )
                }
                ul(.class("road-talks"), .attribute("data-list")) {}
                ul(.class("plain"), .attribute("data-programmes")) {}
                form(.class("card road-take"), .novalidate) {
                    h2 { Text(nl: "Meenemen", en: "Take along") }
                    p {
                        Text(
                            nl:
                                "Haalt uw geplande gesprekken op, met de praatplaat en de initiatieven. Ze blijven twee weken bewaard.",
                            en:
                                "Fetches your planned conversations, with the talking sheet and the initiatives. They are kept for two weeks."
                        )
                    }
                    SelectField(
                        name: "dagen",
                        caption: Text(nl: "Welke dagen", en: "Which days"),
                        options: [
                            .init(value: "1", caption: Text(nl: "vandaag", en: "today")),
                            .init(
                                value: "7",
                                caption: Text(nl: "vandaag en de zes dagen erna", en: "today and the six days after")
                            ),
                            .init(value: "14", caption: Text(nl: "twee weken", en: "two weeks")),
                        ],
                        value: "7"
                    )
                    p(.role("status"), .problem, .hidden) {}
                    button(.class("button")) { Text(nl: "Neem mee", en: "Take along") }
                }
            }
        }
        template("regel") {
            li {
                a(.class("road-talk"), .href("#")) {
                    strong(.slot("name")) {}
                    span(.slot("place")) {}
                    span(.class("muted"), .slot("day")) {}
                    span(.class("badge"), .slot("state")) {}
                }
            }
        }
        template("onverwacht") {
            li {
                a(.href("#")) {
                    Text(
                        nl: "Gesprek met een bedrijf dat niet gepland was – ",
                        en: "Conversation with a company that was not planned – "
                    )
                    span(.slot("name")) {}
                }
            }
        }
    }

    private var newCompany: HTML {
        template("nieuw") {
            form(.class("card road-card"), .novalidate) {
                h1 { Text(nl: "Een bedrijf dat niet gepland was", en: "A company that was not planned") }
                TextField(name: "name", caption: Text(nl: "Naam van het bedrijf", en: "Name of the company"))
                SelectField(
                    name: "municipality",
                    caption: Text(nl: "Gemeente", en: "Municipality"),
                    options: [],
                    prompt: Text(nl: "kies", en: "choose")
                )
                TextField(name: "city", caption: Text(nl: "Plaats", en: "Town"), isOptional: true)
                SelectField(
                    name: "sector",
                    caption: Text(nl: "Sector", en: "Sector"),
                    options: [],
                    prompt: Text(nl: "onbekend", en: "unknown"),
                    isOptional: true
                )
                SelectField(
                    name: "size",
                    caption: Text(nl: "Hoeveel mensen werken er?", en: "How many people work there?"),
                    options: SizeClass.allCases.map { .init(value: $0.rawValue, caption: Text(same: $0.rawValue)) },
                    prompt: Text(nl: "onbekend", en: "unknown"),
                    isOptional: true
                )
                SelectField(
                    name: "isMember",
                    caption: Text(nl: "Lid van de brancheorganisatie?", en: "Member of the trade association?"),
                    options: [
                        .init(value: "ja", caption: Text(nl: "ja", en: "yes")),
                        .init(value: "nee", caption: Text(nl: "nee", en: "no")),
                    ],
                    prompt: Text(nl: "onbekend", en: "unknown"),
                    isOptional: true
                )
                problemLine
                div(.class("actions")) {
                    button(.class("button big")) { Text(nl: "Naar het gesprek", en: "To the conversation") }
                    a(.href("#")) { Text(nl: "Terug", en: "Back") }
                }
            }
        }
    }

    @HTMLBuilder private var refused: HTML {
        template("geweigerd") {
            div(.class("road-list")) {
                h1 { Text(nl: "Niet aangenomen", en: "Not accepted") }
                p {
                    Text(
                        nl:
                            "Dit kon de server niet bewaren. Het staat nog op dit apparaat. Los op wat erbij staat en probeer het opnieuw, of vraag de projectleider.",
                        en:
                            "The server could not keep this. It is still on this device. Solve what it says and try again, or ask the project leader."
                    )
                }
                ul(.class("lines"), .attribute("data-list")) {}
                form(.class("actions"), .novalidate) {
                    button(.class("button"), .value("opnieuw"), .name("doe")) {
                        Text(nl: "Probeer opnieuw", en: "Try again")
                    }
                    button(.class("button secondary"), .value("bestand"), .name("doe")) {
                        Text(nl: "Bewaar als bestand", en: "Save as a file")
                    }
                    button(.class("link"), .value("weg"), .name("doe")) { Text(nl: "Gooi weg", en: "Throw away") }
                }
            }
        }
        template("weigering") {
            li {
                strong(.slot("company")) {}
                " – "
                span(.slot("what")) {}
                p(.slot("message")) {}
            }
        }
    }
}
