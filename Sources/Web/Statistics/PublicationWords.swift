import Kernel
import Markup
import Statistics

extension Publication.State {
    var name: Text {
        switch self {
        case .computing: Text(nl: "wordt berekend", en: "being computed")
        case .draft: Text(nl: "klaar om te bekijken", en: "ready to look at")
        case .failed: Text(nl: "mislukt", en: "failed")
        case .published: Text(nl: "gepubliceerd", en: "published")
        case .discarded: Text(nl: "teruggenomen", en: "taken back")
        }
    }

    var badge: String {
        switch self {
        case .computing: "badge busy"
        case .draft: "badge attention"
        case .failed: "badge attention"
        case .published: "badge done"
        case .discarded: "badge"
        }
    }
}

extension Publication.Kind {
    var name: Text {
        switch self {
        case .regular: Text(nl: "gewone publicatie", en: "regular publication")
        case .last: Text(nl: "laatste publicatie: niemand wacht meer", en: "last publication: nobody waits any more")
        case .correction: Text(nl: "correctie van wat eerder is gepubliceerd", en: "correction of what was published")
        }
    }
}

extension FigureTables.Detail {
    var name: Text {
        switch self {
        case .municipalities: Text(nl: "tot en met gemeenten", en: "down to municipalities")
        case .regions: Text(nl: "alleen regio's en groter", en: "regions and larger only")
        }
    }
}

extension PublicationPreview.Level.Kind {
    var name: Text {
        switch self {
        case .whole: Text(nl: "Alle gebieden samen", en: "All areas together")
        case .regions: Text(nl: "Regio's", en: "Regions")
        case .others:
            Text(nl: "Andere gebieden, zoals de dealgemeenten", en: "Other areas, such as the deal municipalities")
        case .municipalities: Text(nl: "Gemeenten", en: "Municipalities")
        case .rests: Text(nl: "Overige gemeenten in een gebied", en: "Other municipalities in an area")
        }
    }
}

/// Why a figure is hidden.
enum HiddenWords {
    static func of(_ reason: String) -> Text {
        switch reason {
        case PublicationPreview.leftOut:
            Text(
                nl: "de hele tabel blijft weg: naast eerdere publicaties was zij niet te beschermen",
                en: "the whole table is left out: it could not be protected beside earlier publications"
            )
        case "few": Text(nl: "te weinig bedrijven", en: "too few companies")
        case "sameAnswer": Text(nl: "alle bedrijven gaven hetzelfde antwoord", en: "all companies gave the same answer")
        case "earlier":
            Text(
                nl: "naast een eerdere publicatie zegt het wie erbij kwamen",
                en: "beside an earlier publication it says who joined"
            )
        default:
            Text(nl: "een ander verborgen cijfer zou eruit volgen", en: "another hidden figure would follow from it")
        }
    }
}

extension PublicationProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Deze publicatie is er niet.", en: "There is no such publication.")
        case .anotherInTheMaking:
            Text(
                nl: "Er is al een publicatie in de maak. Publiceer die eerst, of neem haar terug.",
                en: "There is a publication in the making already. Publish it first, or take it back."
            )
        case .notReady:
            Text(
                nl: "Dat kan nu niet met deze publicatie. Herlaad de pagina om te zien hoe ver zij is.",
                en: "That is not possible with this publication now. Reload the page to see how far it is."
            )
        case .needsSecondPerson:
            Text(
                nl: "U maakte deze publicatie zelf. Vraag een ander om ernaar te kijken en haar te publiceren.",
                en: "You made this publication yourself. Ask somebody else to look at it and to publish it."
            )
        case .outdated:
            Text(
                nl: "Er is intussen iets anders gepubliceerd. Neem deze terug en maak haar opnieuw.",
                en: "Something else was published meanwhile. Take this one back and make it again."
            )
        }
    }
}

extension InvalidPublication: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Nog niet alles is goed ingevuld.", en: "Not everything is filled in well yet.")
    }
}

extension InvalidPublication.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .dayUnreadable, .dayInFuture, .dayBeforeLast: "dag"
        case .kindMissing, .nothingToCorrect: "soort"
        case .explanationMissing, .explanationTooLong: "toelichting"
        }
    }

    var explanation: Text {
        switch self {
        case .dayUnreadable: Text(nl: "Vul een dag in.", en: "Enter a day.")
        case .dayInFuture: Text(nl: "Deze dag is nog niet voorbij.", en: "This day is not over yet.")
        case .dayBeforeLast(let day):
            Text(
                nl: "Kies een dag op of na \(Formats.long(day, .dutch)): van die dag is al gepubliceerd.",
                en: "Choose a day on or after \(Formats.long(day, .english)): that day was published already."
            )
        case .kindMissing: Text(nl: "Kies wat voor publicatie het is.", en: "Choose what kind of publication it is.")
        case .nothingToCorrect:
            Text(nl: "Er is nog niets gepubliceerd om te corrigeren.", en: "Nothing was published yet to correct.")
        case .explanationMissing:
            Text(nl: "Schrijf op wat er niet klopte.", en: "Write down what was wrong.")
        case .explanationTooLong(let limit):
            Text(nl: "Gebruik hoogstens \(limit) tekens.", en: "Use at most \(limit) characters.")
        }
    }
}
