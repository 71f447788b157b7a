import Fieldwork
import Kernel

extension Conversation.State {
    var name: Text {
        switch self {
        case .planned: Text(nl: "gepland", en: "planned")
        case .underway: Text(nl: "bezig", en: "under way")
        case .paused: Text(nl: "gepauzeerd", en: "paused")
        case .finished: Text(nl: "afgerond", en: "finished")
        case .correcting: Text(nl: "in correctie", en: "being corrected")
        case .cancelled: Text(nl: "geannuleerd", en: "cancelled")
        }
    }

    /// The badge of the design system.
    var badge: String {
        switch self {
        case .planned: "badge"
        case .underway: "badge busy"
        case .paused, .correcting: "badge attention"
        case .finished: "badge done"
        case .cancelled: "badge stopped"
        }
    }
}

extension Conversation.Measurement {
    var name: Text {
        switch self {
        case .start: Text(nl: "startmeting", en: "first measurement")
        case .followUp: Text(nl: "vervolgmeting", en: "follow-up measurement")
        case .final: Text(nl: "eindmeting", en: "final measurement")
        }
    }
}

extension ConversationEvent.Kind {
    var name: Text {
        switch self {
        case .planned: Text(nl: "Afspraak gemaakt", en: "Appointment made")
        case .started: Text(nl: "Gesprek begonnen", en: "Conversation started")
        case .paused: Text(nl: "Gepauzeerd", en: "Paused")
        case .resumed: Text(nl: "Weer verder", en: "Resumed")
        case .finished: Text(nl: "Afgerond", en: "Finished")
        case .reopened: Text(nl: "Geopend voor een correctie", en: "Opened for a correction")
        case .cancelled: Text(nl: "Geannuleerd", en: "Cancelled")
        }
    }
}

extension Mark {
    /// As it stands on a button, said by the company.
    var name: Text {
        switch self {
        case .doing: Text(nl: "doen we", en: "we do this")
        case .ambition: Text(nl: "willen we", en: "we want this")
        case .notApplicable: Text(nl: "n.v.t.", en: "n/a")
        case .unknown: Text(nl: "weet niet", en: "don’t know")
        }
    }
}

extension GoodExample.Effort {
    var name: Text {
        switch self {
        case .small: Text(nl: "Klein: kan deze week", en: "Small: can be done this week")
        case .medium: Text(nl: "Gemiddeld: kost enkele weken", en: "Medium: takes some weeks")
        case .large: Text(nl: "Groot: vraagt een project", en: "Large: asks for a project")
        }
    }
}

extension ConsentRecord.Audience {
    var name: Text {
        switch self {
        case .nobody: Text(nl: "Nee, met niemand", en: "No, with nobody")
        case .sessions:
            Text(nl: "Ja, met andere bedrijven op bijeenkomsten", en: "Yes, with other companies at sessions")
        case .everyone: Text(nl: "Ja, met iedereen, ook op internet", en: "Yes, with everybody, on the internet too")
        }
    }
}

extension ConsentRecord {
    /// The question as it was read out. A changed wording is a new version; the old ones stay.
    static func question(version: Int) -> Text {
        switch version {
        default:
            Text(
                nl: "Mogen wij dit voorbeeld, met de naam van uw bedrijf erbij, delen met anderen? "
                    + "U kunt dit altijd weer intrekken. Dan halen wij het weg.",
                en: "May we share this example, with the name of your company, with others? "
                    + "You can always take this back. Then we remove it."
            )
        }
    }
}

extension ConversationProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound:
            Text(
                nl: "Dit gesprek bestaat niet. Misschien is de link niet meer goed.",
                en: "There is no such conversation. The link may be out of date."
            )
        case .alreadyOpen:
            Text(
                nl: "Met dit bedrijf staat al een gesprek open. Rond dat eerst af of annuleer het.",
                en: "This company already has an open conversation. Finish or cancel that one first."
            )
        case .notPossible(let kind, let state):
            Text(
                nl: "Dit kan nu niet (\(kind.name.nl.lowercased())): het gesprek is \(state.name.nl).",
                en: "This is not possible now (\(kind.name.en.lowercased())): the conversation is \(state.name.en)."
            )
        case .closed(.planned):
            Text(
                nl: "Het gesprek is nog niet begonnen. Kies eerst: beginnen.",
                en: "The conversation has not started yet. Choose start first."
            )
        case .closed(let state):
            Text(
                nl:
                    "Het gesprek is \(state.name.nl), dus de plaat is dicht. Wilt u iets verbeteren? Kies dan: corrigeren.",
                en:
                    "The conversation is \(state.name.en), so the sheet is closed. To put something right, choose: correct."
            )
        case .notOnSheet:
            Text(
                nl: "Dit staat niet op de praatplaat van dit gesprek. Herlaad de pagina.",
                en: "This is not on the sheet of this conversation. Reload the page."
            )
        case .identifierTaken:
            Text(
                nl: "Dit is al eens anders verstuurd. Herlaad de pagina en doe het opnieuw.",
                en: "This was sent before in another form. Reload the page and do it again."
            )
        case .exampleNotFound:
            Text(nl: "Dit voorbeeld is er niet meer.", en: "This example is no longer here.")
        case .tooManyTicks:
            Text(nl: "Dit zijn te veel vinkjes tegelijk.", en: "These are too many ticks at once.")
        }
    }
}

extension InvalidConversationPlan: ExplainedProblem {
    var explanation: Text { Text(nl: "De afspraak is nog niet goed ingevuld.", en: "The appointment is not complete.") }
}

extension InvalidConversationPlan.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .dayMissing, .dayUnreadable: "dag"
        case .timeUnreadable: "tijd"
        case .measurementMissing: "meting"
        case .interviewerMissing: "interviewer"
        }
    }

    var explanation: Text {
        switch self {
        case .dayMissing: Text(nl: "Vul de dag in.", en: "Enter the day.")
        case .dayUnreadable:
            Text(nl: "Deze dag bestaat niet. Kies een dag.", en: "There is no such day. Choose a day.")
        case .timeUnreadable: Text(nl: "Vul de tijd in als 09:30.", en: "Enter the time as 09:30.")
        case .measurementMissing: Text(nl: "Kies wat u meet.", en: "Choose what you measure.")
        case .interviewerMissing: Text(nl: "Kies wie het gesprek voert.", en: "Choose who holds the conversation.")
        }
    }
}

extension InvalidAnswer: ExplainedProblem {
    var explanation: Text { issues.first?.explanation ?? ProblemWords.incomplete }
}

extension InvalidAnswer.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .textTooLong, .reasonMissing: "reden"
        case .dayUnreadable, .dayInFuture: "gehouden"
        }
    }

    var explanation: Text {
        switch self {
        case .textTooLong: Text(nl: "Deze tekst is te lang. Maak hem korter.", en: "This text is too long. Shorten it.")
        case .reasonMissing: Text(nl: "Schrijf op waarom.", en: "Write down why.")
        case .dayUnreadable: Text(nl: "Deze dag bestaat niet. Kies een dag.", en: "There is no such day. Choose a day.")
        case .dayInFuture: Text(nl: "Deze dag moet nog komen.", en: "This day is still to come.")
        }
    }
}

extension InvalidGoodExample: ExplainedProblem {
    var explanation: Text { ProblemWords.incomplete }
}

extension InvalidGoodExample.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .titleMissing, .titleTooLong: "titel"
        case .storyMissing, .storyTooLong: "verhaal"
        case .costsTooLong: "kosten"
        case .bringsTooLong: "opbrengst"
        case .audienceMissing: "delen"
        case .untilUnreadable, .untilInPast: "tot"
        case .giverMissing: "door"
        }
    }

    var explanation: Text {
        switch self {
        case .titleMissing: Text(nl: "Geef het voorbeeld een naam.", en: "Give the example a name.")
        case .titleTooLong: Text(nl: "Houd de naam onder de 120 tekens.", en: "Keep the name under 120 characters.")
        case .storyMissing: Text(nl: "Schrijf op wat het bedrijf doet.", en: "Write down what the company does.")
        case .storyTooLong, .costsTooLong, .bringsTooLong:
            Text(nl: "Deze tekst is te lang. Maak hem korter.", en: "This text is too long. Shorten it.")
        case .audienceMissing: Text(nl: "Kies of we dit mogen delen.", en: "Choose whether we may share this.")
        case .untilUnreadable:
            Text(nl: "Deze dag bestaat niet. Kies een dag.", en: "There is no such day. Choose a day.")
        case .untilInPast: Text(nl: "Deze dag is al voorbij.", en: "This day is over.")
        case .giverMissing:
            Text(nl: "Vul in wie bij het bedrijf dit goed vindt.", en: "Enter who at the company agrees.")
        }
    }
}

private enum ProblemWords {
    static let incomplete = Text(nl: "Nog niet alles is goed ingevuld.", en: "Not everything is filled in correctly.")
}
