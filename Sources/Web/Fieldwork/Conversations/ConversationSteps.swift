import Fieldwork
import Kernel
import Markup

/// What can be done with a conversation as it stands.
struct ConversationSteps: Component {
    let programme: ProgrammeID
    let talk: Conversation
    let mayCorrect: Bool
    var issues: [InvalidAnswer.Issue] = []

    var body: HTML {
        div(.class("card stack steps")) {
            switch talk.state {
            case .planned: planned
            case .underway: underway
            case .paused: paused
            case .finished: finished
            case .correcting: correcting
            case .cancelled: cancelled
            }
        }
    }

    private var planned: HTML {
        var result = h2 { Text(nl: "Klaar om te beginnen?", en: "Ready to start?") }
        result.append(
            div(.class("actions")) {
                step("beginnen") {
                    button(.class("button big")) { Text(nl: "Begin het gesprek", en: "Start the conversation") }
                }
                changePlan(Text(nl: "Afspraak wijzigen", en: "Change the appointment"))
            }
        )
        result.append(
            details(.attribute("open", if: issues.contains { $0.field == "gehouden" })) {
                summary { Text(nl: "Het gesprek was op een andere dag", en: "The conversation was on another day") }
                step("beginnen") {
                    TextField(
                        name: "gehouden",
                        caption: Text(nl: "Gehouden op", en: "Held on"),
                        type: "date",
                        hint: Text(
                            nl: "Voor een gesprek dat u eerst op papier hield.",
                            en: "For a conversation that you held on paper first."
                        ),
                        issues: issues
                    )
                    div(.class("actions")) {
                        button(.class("button secondary")) { Text(nl: "Vul de plaat in", en: "Fill in the sheet") }
                        button(.class("button secondary"), .name("naar"), .value("papier")) {
                            Text(nl: "Typ de papieren plaat over", en: "Type in the paper sheet")
                        }
                    }
                }
            }
        )
        result.append(cancel)
        return result
    }

    private var underway: HTML {
        var result = h2 { Text(nl: "Het gesprek is bezig", en: "The conversation is under way") }
        result.append(
            div(.class("actions")) {
                toSheet(Text(nl: "Naar de praatplaat", en: "To the sheet"))
                step("pauze") { button(.class("button secondary")) { Text(nl: "Pauze", en: "Pause") } }
                step("afronden") { button(.class("button secondary")) { Text(nl: "Afronden", en: "Finish") } }
            }
        )
        result.append(fromPaper)
        result.append(cancel)
        return result
    }

    private var paused: HTML {
        var result = h2 { Text(nl: "Het gesprek is gepauzeerd", en: "The conversation is paused") }
        result.append(
            div(.class("actions")) {
                step("verder") { button(.class("button big")) { Text(nl: "Ga verder", en: "Go on") } }
                step("afronden") { button(.class("button secondary")) { Text(nl: "Afronden", en: "Finish") } }
            }
        )
        result.append(fromPaper)
        result.append(cancel)
        return result
    }

    private var finished: HTML {
        var result = h2 { Text(nl: "Het gesprek is afgerond", en: "The conversation is finished") }
        result.append(
            div(.class("actions")) {
                a(.class("button big"), .href(Addresses.result.path(programme, talk.id))) {
                    Text(nl: "Bekijk de uitslag", en: "See the result")
                }
            }
        )
        if mayCorrect {
            result.append(
                withReason(
                    "corrigeren",
                    Text(nl: "Iets verbeteren", en: "Put something right"),
                    hint: Text(
                        nl: "De plaat gaat weer open. Wat er stond, blijft zichtbaar in het verloop.",
                        en: "The sheet opens again. What was there stays visible in the history."
                    ),
                    button: Text(nl: "Corrigeren", en: "Correct")
                )
            )
        }
        return result
    }

    private var correcting: HTML {
        var result = h2 { Text(nl: "De plaat is open voor een correctie", en: "The sheet is open for a correction") }
        result.append(
            div(.class("actions")) {
                toSheet(Text(nl: "Naar de praatplaat", en: "To the sheet"))
                step("afronden") {
                    button(.class("button secondary")) { Text(nl: "Correctie afronden", en: "Finish the correction") }
                }
            }
        )
        result.append(fromPaper)
        return result
    }

    private var cancelled: HTML {
        var result = h2 { Text(nl: "Dit gesprek gaat niet door", en: "This conversation does not take place") }
        result.append(
            div(.class("actions")) { changePlan(Text(nl: "Toch weer plannen", en: "Plan it again after all")) }
        )
        return result
    }

    private var cancel: HTML {
        withReason(
            "annuleren",
            Text(nl: "Het gesprek gaat niet door", en: "The conversation does not take place"),
            hint: nil,
            button: Text(nl: "Annuleren", en: "Cancel")
        )
    }

    private func withReason(_ name: String, _ caption: Text, hint: Text?, button text: Text) -> HTML {
        details(.attribute("open", if: issues.contains { $0.field == "reden" })) {
            summary { caption }
            step(name) {
                TextField(
                    name: "reden",
                    caption: Text(nl: "Waarom?", en: "Why?"),
                    hint: hint,
                    issues: issues
                )
                button(.class("button secondary")) { text }
            }
        }
    }

    private var fromPaper: HTML {
        p {
            a(.href(Addresses.quickEntry.path(programme, talk.id))) {
                Text(nl: "Typ een papieren plaat over", en: "Type in a paper sheet")
            }
        }
    }

    private func toSheet(_ text: Text) -> HTML {
        a(.class("button big"), .href(Addresses.sheet.path(programme, talk.id))) { text }
    }

    private func changePlan(_ text: Text) -> HTML {
        a(.class("button secondary"), .href(Addresses.conversationPlan.path(programme, talk.id))) { text }
    }

    private func step(_ name: String, @HTMLBuilder _ content: () -> HTML) -> HTML {
        PostForm(action: Addresses.conversationState.path(programme, talk.id)) {
            input(.type("hidden"), .name("stap"), .value(name))
            content()
        }.body
    }
}
