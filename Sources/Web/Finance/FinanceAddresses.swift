import Finance
import Kernel
import Markup
import Programmes

extension Addresses {
    static let finance = Address("/werk/{programme}/geld")
    static let newBooking = Address("/werk/{programme}/geld/boeken")
    static let bookings = Address("/werk/{programme}/geld/boekingen")
    static let booking = Address("/werk/{programme}/geld/boekingen/{entry}")
    static let decideBooking = Address("/werk/{programme}/geld/boekingen/{entry}/akkoord")
    static let reverseBooking = Address("/werk/{programme}/geld/boekingen/{entry}/tegenboeken")
    static let approveBookings = Address("/werk/{programme}/geld/akkoord")
    static let financeSettings = Address("/werk/{programme}/geld/begroting")
    static let setRate = Address("/werk/{programme}/geld/begroting/tarief")
    static let statementPDF = Address("/werk/{programme}/geld/verantwoording.pdf")
    static let statementXLSX = Address("/werk/{programme}/geld/verantwoording.xlsx")
}

extension FinanceEntry.Kind {
    var name: Text {
        switch self {
        case .commitment: Text(nl: "Verplichting", en: "Commitment")
        case .payment: Text(nl: "Betaling", en: "Payment")
        case .cash: Text(nl: "Bijdrage in geld", en: "Contribution in cash")
        case .hours: Text(nl: "Uren", en: "Hours")
        case .inKind: Text(nl: "Bijdrage in natura", en: "Contribution in kind")
        }
    }
}

extension FinanceEntry.Standing {
    var name: Text {
        switch self {
        case .waiting: Text(nl: "wacht op akkoord", en: "waits for approval")
        case .approved: Text(nl: "telt mee", en: "counts")
        case .refused: Text(nl: "niet akkoord", en: "refused")
        }
    }

    var look: String {
        switch self {
        case .waiting: "busy"
        case .approved: "done"
        case .refused: "attention"
        }
    }
}

extension InvalidBooking.Issue: ExplainedIssue {
    var field: String { place.input }

    var explanation: Text {
        switch (place, fault) {
        case (.kind, _): Text(nl: "Kies wat u boekt.", en: "Choose what you book.")
        case (.organisation, _): Text(nl: "Kies een organisatie.", en: "Choose an organisation.")
        case (.post, _): Text(nl: "Kies waarvoor het is.", en: "Choose what it is for.")
        case (.source, _): Text(nl: "Kies waar het geld vandaan komt.", en: "Choose where the money comes from.")
        case (.role, .noRate(let year)):
            Text(
                nl: "Voor \(year) is nog geen tarief gekozen. Vraag de projectleider.",
                en: "No rate was chosen for \(year) yet. Ask the project leader."
            )
        case (.role, _): Text(nl: "Kies wat u deed.", en: "Choose what you did.")
        case (.words, .missing): Text(nl: "Schrijf kort op waar het om gaat.", en: "Write briefly what it is about.")
        case (.reference, .missing):
            Text(nl: "Vul het nummer van de factuur in.", en: "Fill in the number of the invoice.")
        case (.why, .missing): Text(nl: "Schrijf op waarom.", en: "Write why.")
        case (_, .notAnAmount):
            Text(nl: "Vul een bedrag in, zoals 1250,50.", en: "Fill in an amount, such as 1250.50.")
        case (_, .notHours):
            Text(nl: "Vul uren in, zoals 1,5 of 1:30.", en: "Fill in hours, such as 1.5 or 1:30.")
        case (_, .notADay): Text(nl: "Vul een dag in, zoals 2026-05-31.", en: "Fill in a day, such as 2026-05-31.")
        case (_, .notAYear): Text(nl: "Vul een jaar van het programma in.", en: "Fill in a year of the programme.")
        case (_, .inTheFuture): Text(nl: "Deze dag is nog niet geweest.", en: "This day has not been yet.")
        case (_, .outsidePeriod(let first, let last)):
            Text(
                nl: "Het programma loopt van \(first) tot en met \(last).",
                en: "The programme runs from \(first) up to and including \(last)."
            )
        case (_, .unknownNumber):
            Text(nl: "Er is geen verplichting met dit nummer.", en: "There is no commitment with this number.")
        case (_, .tooLong(let limit)):
            Text(nl: "Gebruik hooguit \(limit) tekens.", en: "Use \(limit) characters at most.")
        default: Text(nl: "Vul dit in.", en: "Fill this in.")
        }
    }
}

extension InvalidBooking.Field {
    var input: String {
        switch self {
        case .kind: "soort"
        case .organisation: "organisatie"
        case .post: "post"
        case .source: "bron"
        case .day: "dag"
        case .amount: "bedrag"
        case .hours: "uren"
        case .role: "functie"
        case .words: "waarvoor"
        case .reference: "kenmerk"
        case .commitment: "verplichting"
        case .why: "waarom"
        case .year: "jaar"
        }
    }
}

extension FinanceProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .noMoney:
            Text(nl: "Dit programma houdt hier geen geld bij.", en: "This programme keeps no money here.")
        case .entryNotFound: Text(nl: "Deze boeking is er niet.", en: "There is no such booking.")
        case .notOwn:
            Text(
                nl: "Dit gaat over een andere organisatie. Vraag de contactpersoon daarvan, of de projectleider.",
                en: "This is about another organisation. Ask its contact, or the project leader."
            )
        case .reversedAlready: Text(nl: "Dit is al teruggeboekt.", en: "This was booked back already.")
        case .decidedAlready: Text(nl: "Hierover is al besloten.", en: "This was decided on already.")
        }
    }
}

extension SourceState.Warning {
    var text: Text {
        switch self {
        case .overCeiling(let amount):
            Text(
                nl: "\(Formats.euros(amount, .dutch)) meer dan er is toegekend.",
                en: "\(Formats.euros(amount, .english)) more than was given."
            )
        case .plannedOverCeiling(let amount):
            Text(
                nl: "De begroting is \(Formats.euros(amount, .dutch)) hoger dan wat er is toegekend.",
                en: "The budget is \(Formats.euros(amount, .english)) higher than what was given."
            )
        case .nearCeiling: Text(nl: "Negen tiende of meer is op.", en: "Nine tenths or more are used.")
        case .overLimit(let limit): limit.why
        }
    }
}

extension Text {
    /// `7:30` for minutes.
    static func hours(_ minutes: Int) -> Text {
        let (hours, rest) = abs(minutes).quotientAndRemainder(dividingBy: 60)
        return Text(same: "\(minutes < 0 ? "-" : "")\(hours):\(rest < 10 ? "0" : "")\(rest)")
    }
}
