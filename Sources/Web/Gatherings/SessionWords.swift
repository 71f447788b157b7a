import Gatherings
import Kernel
import Markup
import Programmes

extension KnowledgeSession.State {
    var name: Text {
        switch self {
        case .draft: Text(nl: "concept", en: "draft")
        case .open: Text(nl: "aanmelden kan", en: "open for sign-up")
        case .cancelled: Text(nl: "afgezegd", en: "cancelled")
        case .held: Text(nl: "geweest", en: "took place")
        }
    }

    var badge: String {
        switch self {
        case .draft: "badge"
        case .open: "badge busy"
        case .cancelled: "badge attention"
        case .held: "badge done"
        }
    }
}

extension SessionBoard.Standing {
    /// For who organises.
    var name: Text {
        switch self {
        case .invited: Text(nl: "uitgenodigd", en: "invited")
        case .declined: Text(nl: "komt niet", en: "does not come")
        case .left: Text(nl: "afgemeld", en: "left")
        case .placed: Text(nl: "komt", en: "comes")
        case .waiting(let number): Text(nl: "wachtlijst, nummer \(number)", en: "waiting list, number \(number)")
        }
    }
}

extension CandidateFilter.Interest {
    var name: Text {
        switch self {
        case .ambition: Text(nl: "bedrijven die hier iets willen", en: "companies that want something here")
        case .doing: Text(nl: "bedrijven die hier al iets doen", en: "companies that do something here already")
        case .either: Text(nl: "allebei", en: "both")
        }
    }
}

extension SessionProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Deze kennissessie is er niet.", en: "There is no such session.")
        case .doesNotWork:
            Text(
                nl: "Deze link werkt niet (meer). Vraag een nieuwe op de pagina van de kennissessie.",
                en: "This link does not work (any more). Ask for a new one on the page of the session."
            )
        case .tooLate(.cancelled):
            Text(nl: "Deze kennissessie gaat niet door.", en: "This session does not take place.")
        case .tooLate(.held):
            Text(nl: "Deze kennissessie is geweest.", en: "This session took place already.")
        case .tooLate:
            Text(
                nl: "Dat kan nu niet bij deze kennissessie. Kijk op de pagina hoe het staat.",
                en: "That is not possible for this session now. See on the page how it stands."
            )
        case .notPresent:
            Text(
                nl: "Een reactie geven kan alleen wie er was, na afloop.",
                en: "Only who was there can say how it was, afterwards."
            )
        case .tooManyRequests:
            Text(
                nl: "Er zijn vandaag te veel links gevraagd. Probeer het morgen weer.",
                en: "Too many links were asked for today. Try again tomorrow."
            )
        }
    }
}

extension InvalidSession: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Nog niet alles is goed ingevuld.", en: "Not everything is filled in well yet.")
    }
}

extension InvalidSession.Field {
    /// The name of the field in a form.
    var input: String {
        switch self {
        case .title: "titel"
        case .summary: "samenvatting"
        case .start: "begin"
        case .end: "einde"
        case .venue: "locatie"
        case .street: "adres"
        case .municipality: "gemeente"
        case .host: "gastheer"
        case .agenda: "programma"
        }
    }

    fileprivate var request: Text {
        switch self {
        case .title: Text(nl: "Geef de sessie een titel.", en: "Give the session a title.")
        case .summary: Text(nl: "Schrijf waar het over gaat.", en: "Write what it is about.")
        case .start, .end: Text(nl: "Vul een tijd in, zoals 16:00.", en: "Fill in a time, such as 16:00.")
        case .venue: Text(nl: "Schrijf bij wie of in welk gebouw.", en: "Write at whose place or in which building.")
        case .street: Text(nl: "Schrijf de straat en de plaats.", en: "Write the street and the town.")
        case .municipality: Text(nl: "Kies de gemeente.", en: "Choose the municipality.")
        case .host: Text(nl: "Schrijf wie de gasten ontvangt.", en: "Write who receives the guests.")
        case .agenda: Text(nl: "Schrijf het programma op.", en: "Write down the programme.")
        }
    }
}

extension InvalidSession.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .missing(let field), .tooLong(let field, _), .timeUnreadable(let field): field.input
        case .dayUnreadable, .dayPast: "dag"
        case .endBeforeStart: "einde"
        case .capacityUnreadable, .capacityTaken: "plaatsen"
        case .wordsMissing, .wordsTooLong, .notOver: "tekst"
        case .nameMissing, .nameTooLong: "naam"
        case .emailInvalid: "mail"
        case .companyTooLong: "bedrijf"
        case .nobodyChosen: "bedrijven"
        case .usefulnessMissing: "cijfer"
        }
    }

    var explanation: Text {
        switch self {
        case .missing(let field): field.request
        case .tooLong(_, let limit):
            Text(nl: "Houd het bij \(limit) tekens.", en: "Keep it within \(limit) characters.")
        case .timeUnreadable: Text(nl: "Vul een tijd in, zoals 16:00.", en: "Fill in a time, such as 16:00.")
        case .dayUnreadable: Text(nl: "Vul een dag in, zoals 2026-03-20.", en: "Fill in a day, such as 2026-03-20.")
        case .dayPast: Text(nl: "Deze dag is voorbij. Kies een latere.", en: "This day is over. Choose a later one.")
        case .endBeforeStart:
            Text(nl: "Het einde moet na het begin komen.", en: "The end must come after the beginning.")
        case .capacityUnreadable:
            Text(nl: "Vul een getal in van 1 tot 2000.", en: "Fill in a number from 1 to 2000.")
        case .capacityTaken(let placed):
            Text(
                nl: "Er hebben al \(placed) mensen een plaats. Kies ten minste zo veel plaatsen.",
                en: "\(placed) people have a place already. Choose at least so many places."
            )
        case .wordsMissing: Text(nl: "Schrijf hier iets.", en: "Write something here.")
        case .wordsTooLong: Text(nl: "Dit is te lang. Maak het korter.", en: "This is too long. Make it shorter.")
        case .notOver:
            Text(nl: "De sessie is nog niet geweest.", en: "The session did not take place yet.")
        case .nameMissing: Text(nl: "Vul een naam in.", en: "Fill in a name.")
        case .nameTooLong, .companyTooLong:
            Text(nl: "Houd het bij 150 tekens.", en: "Keep it within 150 characters.")
        case .emailInvalid:
            Text(
                nl: "Vul een e-mailadres in, zoals naam@bedrijf.nl.",
                en: "Fill in an e-mail address, such as name@company.nl."
            )
        case .nobodyChosen:
            Text(
                nl: "Kies ten minste één bedrijf met een e-mailadres dat nog niet is uitgenodigd.",
                en: "Choose at least one company with an e-mail address that was not invited yet."
            )
        case .usefulnessMissing: Text(nl: "Kies een cijfer van 1 tot 5.", en: "Choose a mark from 1 to 5.")
        }
    }
}

/// When and where, as everybody reads it.
struct SessionFacts: Component {
    let session: KnowledgeSession
    let programme: Programme

    var body: HTML {
        let plan = session.plan
        dl(.class("facts")) {
            dt { Text(nl: "Wanneer", en: "When") }
            dd {
                HTML.day(plan.day)
                Text(nl: ", \(plan.start) tot \(plan.end) uur", en: ", \(plan.start) to \(plan.end)")
            }
            dt { Text(nl: "Waar", en: "Where") }
            dd { "\(plan.venue), \(plan.street)" }
            dt { Text(nl: "Gemeente", en: "Municipality") }
            dd { programme.area(plan.municipality)?.name ?? plan.municipality.description }
            dt { Text(nl: "Gastheer", en: "Host") }
            dd { plan.host }
            if let theme = plan.theme.flatMap(programme.sheet.theme) {
                dt { Text(nl: "Thema", en: "Theme") }
                dd { theme.name }
            }
        }
    }
}

/// A text of several lines, each paragraph by itself.
struct Paragraphs: Component {
    let text: String

    var body: HTML {
        if text.utf8.contains(UInt8(ascii: "\n")) { several } else if !text.isEmpty { p { text } }
    }

    @HTMLBuilder private var several: HTML {
        for paragraph in text.split(separator: "\n\n") {
            p {
                for (index, line) in paragraph.split(separator: "\n").enumerated() {
                    if index > 0 { br() }
                    String(line)
                }
            }
        }
    }
}
