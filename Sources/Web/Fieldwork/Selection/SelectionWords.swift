import Fieldwork
import Kernel
import Programmes

extension SelectionState {
    var name: Text {
        switch self {
        case .chosen: Text(nl: "gekozen", en: "chosen")
        case .invited: Text(nl: "uitgenodigd", en: "invited")
        case .planned: Text(nl: "afspraak", en: "appointment")
        case .visited: Text(nl: "bezocht", en: "visited")
        case .refused: Text(nl: "wil niet", en: "said no")
        case .removed: Text(nl: "eruit gehaald", en: "taken out")
        case .vetoed: Text(nl: "gemeente wil dit niet", en: "municipality objects")
        }
    }

    var badge: String {
        switch self {
        case .chosen: "badge attention"
        case .invited, .planned: "badge busy"
        case .visited: "badge done"
        case .refused, .removed, .vetoed: "badge stopped"
        }
    }
}

extension SelectionEvent.Kind {
    /// As something that happened.
    var name: Text {
        switch self {
        case .added: Text(nl: "Erbij gezet", en: "Put in")
        case .stoodIn: Text(nl: "In de plaats gekomen", en: "Came in the place of another")
        case .invited: Text(nl: "Uitgenodigd", en: "Invited")
        case .refused: Text(nl: "Wil niet", en: "Said no")
        case .removed: Text(nl: "Uit de ronde gehaald", en: "Taken out of the round")
        case .vetoed: Text(nl: "Bezwaar van de gemeente", en: "Objection of the municipality")
        }
    }

    /// As something to choose.
    var caption: Text {
        switch self {
        case .added: Text(nl: "In deze ronde zetten", en: "Put in this round")
        case .invited: Text(nl: "Uitgenodigd", en: "Invited")
        case .refused:
            Text(nl: "Het bedrijf wil niet, of antwoordt niet", en: "The company says no, or does not answer")
        case .removed: Text(nl: "Uit de ronde halen", en: "Take out of the round")
        case .stoodIn, .vetoed: name
        }
    }
}

extension SelectionEvent.Refusal {
    var name: Text {
        switch self {
        case .noTime: Text(nl: "geen tijd", en: "no time")
        case .notInterested: Text(nl: "geen belangstelling", en: "not interested")
        case .notMetal: Text(nl: "hoort niet bij de doelgroep", en: "not one of the target group")
        case .stopped: Text(nl: "bedrijf is gestopt of verhuisd", en: "company stopped or moved")
        case .noAnswer: Text(nl: "geen antwoord gekregen", en: "no answer")
        case .other: Text(nl: "iets anders", en: "something else")
        }
    }
}

extension SelectionTrait {
    var name: Text {
        switch self {
        case .municipality: Text(nl: "Gemeente", en: "Municipality")
        case .sector: Text(nl: "Sector", en: "Sector")
        case .size: Text(nl: "Grootte", en: "Size")
        case .membership: Text(nl: "Lidmaatschap", en: "Membership")
        }
    }

    /// What a part of the division is called.
    func part(_ code: String, in programme: Programme) -> Text {
        if code == SelectionDesign.unknown { return Text(nl: "niet bekend", en: "not known") }
        return switch self {
        case .municipality: Text(same: CompanyNames.of(programme).area(AreaCode(code)))
        case .sector: CompanyNames.of(programme).sector(Sector.ID(code))
        case .size: SizeClass(rawValue: code)?.caption ?? Text(same: code)
        case .membership: code == "member" ? Text(nl: "lid", en: "member") : Text(nl: "geen lid", en: "no member")
        }
    }
}

extension SelectionDesign.Spread {
    var name: Text {
        switch self {
        case .proportional:
            Text(
                nl: "Naar verhouding: elke sector zoals hij voorkomt",
                en: "In proportion: every sector as it occurs"
            )
        case .neyman:
            Text(
                nl: "Meer waar bedrijven van elkaar verschillen (Neyman)",
                en: "More where companies differ from each other (Neyman)"
            )
        }
    }
}

extension SelectionRemark {
    func sentence(in programme: Programme) -> Text {
        let name = Text(nl: trait.name.nl.lowercased(), en: trait.name.en.lowercased())
        let part = trait.part(part, in: programme)
        let done =
            trait == .municipality
            ? Text(nl: " De ronde is daar kleiner.", en: " The round is smaller there.")
            : Text(nl: " Andere bedrijven vullen dat aan.", en: " Other companies make up for it.")
        guard let asked else {
            return name + Text(same: " ") + part
                + Text(nl: ": er is niemand om te vragen.", en: ": there is nobody to ask.") + done
        }
        return name + Text(same: " ") + part
            + Text(
                nl: ": \(asked) bedoeld, \(available) beschikbaar.",
                en: ": \(asked) wanted, \(available) available."
            ) + done
    }
}

extension SelectionProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound:
            Text(
                nl: "Deze ronde of dit bedrijf bestaat hier niet. Misschien is de link niet meer goed.",
                en: "There is no such round or company here. The link may be out of date."
            )
        case .notPossible:
            Text(
                nl: "Dit kan nu niet: het bedrijf staat al anders in de ronde, of de ronde is gestopt. "
                    + "Ga terug en kijk hoe het nu staat.",
                en: "This is not possible now: the company stands differently in the round, or the round was stopped. "
                    + "Go back and see how it stands."
            )
        case .nobodyLeft:
            Text(
                nl: "In deze gemeenten is niemand meer die nog niet gevraagd is. Kies een andere gemeente, "
                    + "of lees eerst bedrijven in.",
                en: "Everybody in these municipalities was asked already. Choose another municipality, "
                    + "or import companies first."
            )
        }
    }
}

extension InvalidSelection: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Er klopt iets niet in wat u invulde.", en: "Something you filled in is not right.")
    }
}

extension InvalidSelection.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .quarterMissing: "kwartaal"
        case .countUnreadable(let area): "aantal-\(area)"
        case .nothingAsked: "aantallen"
        case .seedUnreadable: "startgetal"
        case .refusalMissing: "waarom"
        case .noteMissing, .noteTooLong: "toelichting"
        case .areaMissing: "gemeente"
        case .nameMissing, .nameTooLong: "naam"
        case .reasonMissing, .reasonTooLong: "reden"
        case .companyMissing: "toelichting"
        }
    }

    var explanation: Text {
        switch self {
        case .quarterMissing:
            Text(nl: "Kies een kwartaal van het programma.", en: "Choose a quarter of the programme.")
        case .countUnreadable:
            Text(nl: "Vul een getal van 0 tot en met 500 in.", en: "Enter a number from 0 to 500.")
        case .nothingAsked:
            Text(
                nl: "Vul bij minstens één gemeente in hoeveel bedrijven u wilt.",
                en: "Enter for at least one municipality how many companies you want."
            )
        case .seedUnreadable:
            Text(nl: "Een startgetal bestaat alleen uit cijfers.", en: "A start number has digits only.")
        case .refusalMissing: Text(nl: "Kies waarom het bedrijf niet wil.", en: "Choose why the company says no.")
        case .noteMissing: Text(nl: "Schrijf kort op waarom.", en: "Write in short why.")
        case .noteTooLong, .reasonTooLong:
            Text(nl: "Maak het korter dan 500 tekens.", en: "Make it shorter than 500 characters.")
        case .areaMissing: Text(nl: "Kies uw gemeente.", en: "Choose your municipality.")
        case .nameMissing: Text(nl: "Vul de naam van het bedrijf in.", en: "Enter the name of the company.")
        case .nameTooLong:
            Text(nl: "Maak de naam korter dan 200 tekens.", en: "Make the name shorter than 200 characters.")
        case .reasonMissing:
            Text(
                nl: "Schrijf op waarom dit bedrijf mee zou moeten doen.",
                en: "Write why this company should take part."
            )
        case .companyMissing:
            Text(
                nl: "Schrijf op waarom u dit bedrijf niet vraagt.",
                en: "Write why you do not ask this company."
            )
        }
    }
}
