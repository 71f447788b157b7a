import Accountability
import Kernel
import Markup
import Programmes

extension Indicator {
    func name(in programme: Programme) -> Text {
        switch self {
        case .target(let code):
            programme.targets.first { $0.code == code }?.name ?? Text(same: code.description)
        case .area(let code, let area):
            (programme.targets.first { $0.code == code }?.name ?? Text(same: code.description))
                + Text(same: ": " + (programme.area(area)?.name ?? area.description))
        case .followUps: Text(nl: "Terugkoppelingen", en: "Follow-ups")
        case .representativeness: Text(nl: "Spreiding over de sector", en: "Spread over the sector")
        case .firstContact: Text(nl: "Dagen tot eerste contact", en: "Days until first contact")
        case .helped: Text(nl: "Koppelingen die hielpen", en: "Referrals that helped")
        case .change: Text(nl: "Verandering per bedrijf", en: "Change per company")
        }
    }

    /// Of a part of a target only where it is.
    func place(in programme: Programme) -> Text? {
        guard case .area(_, let area) = self else { return nil }
        return Text(same: programme.area(area)?.name ?? area.description)
    }

    /// How it is counted, for who wants to check.
    var explanation: Text {
        switch self {
        case .target, .area:
            Text(
                nl:
                    "Geteld uit wat is vastgelegd: afgeronde startgesprekken, bedrijven die ja zeiden tegen een koppeling, en "
                    + "gehouden sessies. Het plan loopt binnen een kwartaal dag voor dag op.",
                en:
                    "Counted from what was recorded: finished first conversations, companies that said yes to a referral, "
                    + "and sessions that took place. Within a quarter the plan rises day by day."
            )
        case .followUps:
            Text(
                nl: "Bedrijven die na hun gesprek minstens één keer zijn gebeld.",
                en: "Companies that were called at least once after their conversation."
            )
        case .representativeness:
            Text(
                nl:
                    "De R-indicator: 1 als de bezochte bedrijven in regio, sector, grootte en lidmaatschap zijn als alle "
                    + "bedrijven (Schouten, Cobben en Bethlehem, 2009).",
                en: "The R-indicator: 1 when those who were visited are like all companies in region, sector, size and "
                    + "membership (Schouten, Cobben and Bethlehem, 2009)."
            )
        case .firstContact:
            Text(
                nl:
                    "De middelste waarde (mediaan) van de dagen tussen het gesprek en het eerste contact met wie zou helpen.",
                en: "The median of the days between the conversation and the first contact with who was to help."
            )
        case .helped:
            Text(
                nl:
                    "Van de koppelingen waarnaar is gevraagd: welk deel hielp, helemaal of een beetje. Wie het nog te vroeg "
                    + "vond, telt niet mee.",
                en:
                    "Of the referrals that were asked about: which part helped, wholly or a little. Who found it too early "
                    + "does not count."
            )
        case .change:
            Text(
                nl:
                    "Hoeveel activiteiten een bedrijf bij de laatste meting meer doet dan bij de eerste, gemiddeld over "
                    + "bedrijven die opnieuw zijn gemeten.",
                en:
                    "How many activities more a company does at its last measurement than at its first, on average over "
                    + "companies that were measured again."
            )
        }
    }
}

extension Indicator.Unit {
    @HTMLBuilder func text(_ value: Double?) -> HTML {
        if let value {
            switch self {
            case .count: HTML.number(Int(value.rounded()))
            case .days:
                HTML.number(Int(value.rounded()))
                Text(nl: " dagen", en: " days")
            case .share: HTML.percent(value)
            case .index: HTML.decimal(value, digits: 2)
            case .activities:
                if value > 0 { "+" }
                HTML.decimal(value)
            }
        } else {
            span(.class("muted")) { "–" }
        }
    }
}

extension IndicatorState {
    /// What the plan asks by now of things that cannot be halved.
    var wholePlan: Double? { indicator.unit == .count ? plan?.rounded(.down) : plan }
}

extension IndicatorState.Standing {
    var badge: HTML {
        switch self {
        case .reached: span(.class("badge done")) { Text(nl: "gehaald", en: "reached") }
        case .onCourse: span(.class("badge busy")) { Text(nl: "op koers", en: "on course") }
        case .attention: span(.class("badge attention")) { Text(nl: "loopt achter", en: "behind") }
        case .open: span(.class("muted")) { Text(nl: "geen doel", en: "no goal") }
        }
    }

    var name: Text {
        switch self {
        case .reached: Text(nl: "gehaald", en: "reached")
        case .onCourse: Text(nl: "op koers", en: "on course")
        case .attention: Text(nl: "loopt achter", en: "behind")
        case .open: Text(nl: "geen doel", en: "no goal")
        }
    }
}

extension AccountProblem: ExplainedProblem {
    var explanation: Text { Text(nl: "Dit is er niet.", en: "There is no such thing.") }
}

extension InvalidAccount: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Nog niet alles is goed ingevuld.", en: "Not everything is filled in well yet.")
    }
}

extension InvalidAccount.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .missing(let field), .tooLong(let field, _): field.input
        case .dayUnreadable, .dayInFuture, .endBeforeStart: "dag"
        case .numberUnreadable: "aantal"
        }
    }

    var explanation: Text {
        switch self {
        case .missing(let field): field.request
        case .tooLong(_, let limit):
            Text(nl: "Houd het bij \(limit) tekens.", en: "Keep it within \(limit) characters.")
        case .dayUnreadable: Text(nl: "Vul een dag in, zoals 2026-03-20.", en: "Fill in a day, such as 2026-03-20.")
        case .dayInFuture: Text(nl: "De dag kan niet in de toekomst liggen.", en: "The day cannot be in the future.")
        case .endBeforeStart:
            Text(nl: "Het einde moet na het begin komen.", en: "The end must come after the beginning.")
        case .numberUnreadable: Text(nl: "Vul een getal in.", en: "Fill in a number.")
        }
    }
}

extension InvalidAccount.Field {
    fileprivate var input: String {
        switch self {
        case .words: "tekst"
        case .title: "titel"
        case .conclusions: "conclusies"
        case .present: "aanwezig"
        case .spokenWith: "gesproken-met"
        case .name: "naam"
        case .organisation: "organisatie"
        case .day: "dag"
        }
    }

    fileprivate var request: Text {
        switch self {
        case .words: Text(nl: "Schrijf hier iets.", en: "Write something here.")
        case .title: Text(nl: "Geef een titel.", en: "Give a title.")
        case .conclusions: Text(nl: "Schrijf op wat u concludeerde.", en: "Write down what you concluded.")
        case .present: Text(nl: "Schrijf op wie erbij waren.", en: "Write down who were there.")
        case .spokenWith: Text(nl: "Schrijf op met wie u sprak.", en: "Write down with whom you spoke.")
        case .name: Text(nl: "Vul een naam in.", en: "Fill in a name.")
        case .organisation: Text(nl: "Vul een organisatie in.", en: "Fill in an organisation.")
        case .day: Text(nl: "Vul een dag in.", en: "Fill in a day.")
        }
    }
}
