import Fieldwork
import Kernel
import Programmes
import Referrals

extension FollowUpOutcome.Link {
    var name: Text {
        switch self {
        case .yes: Text(nl: "Ja", en: "Yes")
        case .partly: Text(nl: "Deels", en: "Partly")
        case .no: Text(nl: "Nee", en: "No")
        case .none: Text(nl: "Er was geen koppeling", en: "There was no referral")
        }
    }
}

extension FollowUpOutcome.Help {
    var name: Text {
        switch self {
        case .yes: Text(nl: "Ja", en: "Yes")
        case .somewhat: Text(nl: "Een beetje", en: "A little")
        case .no: Text(nl: "Nee", en: "No")
        case .tooEarly: Text(nl: "Te vroeg om te zeggen", en: "Too early to say")
        case .notApplicable: Text(nl: "Niet van toepassing", en: "Not applicable")
        }
    }
}

extension FollowUpOutcome.Fate {
    /// Of all ambitions together.
    var name: Text {
        switch self {
        case .realised: Text(nl: "Minstens één is gelukt", en: "At least one was realised")
        case .underway: Text(nl: "Er wordt aan gewerkt", en: "They are being worked on")
        case .notStarted: Text(nl: "Nog niet begonnen", en: "Not started yet")
        case .dropped: Text(nl: "Losgelaten", en: "Dropped")
        case .notAsked: Text(nl: "Niet besproken", en: "Not talked about")
        case .none: Text(nl: "Er waren geen plannen", en: "There were no plans")
        }
    }

    /// Of one of them.
    var ofOne: Text {
        switch self {
        case .realised: Text(nl: "Gelukt", en: "Realised")
        case .underway: Text(nl: "Mee bezig", en: "Working on it")
        case .notStarted: Text(nl: "Nog niet", en: "Not yet")
        case .dropped: Text(nl: "Losgelaten", en: "Dropped")
        case .notAsked: Text(nl: "Niet besproken", en: "Not talked about")
        case .none: Text(nl: "Geen plan", en: "No plan")
        }
    }
}

extension FollowUpOutcome.Additionality {
    var name: Text {
        switch self {
        case .no: Text(nl: "Nee", en: "No")
        case .later: Text(nl: "Ja, maar later of kleiner", en: "Yes, but later or smaller")
        case .yes: Text(nl: "Ja, net zo", en: "Yes, just the same")
        case .unknown: Text(nl: "Weet het bedrijf niet", en: "The company does not know")
        }
    }
}

extension FollowUpOutcome.Misfit {
    var name: Text {
        switch self {
        case .noContact: Text(nl: "Niemand nam contact op", en: "Nobody got in touch")
        case .tooLate: Text(nl: "Het duurde te lang", en: "It took too long")
        case .tooGeneral: Text(nl: "Te algemeen voor dit werk", en: "Too general for this work")
        case .tooExpensive: Text(nl: "Te duur", en: "Too expensive")
        case .tooMuchTime: Text(nl: "Kost te veel tijd", en: "Takes too much time")
        case .rules: Text(nl: "Regels of een vergunning zitten in de weg", en: "Rules or a permit stand in the way")
        case .notReady: Text(nl: "Het bedrijf kwam er zelf niet aan toe", en: "The company did not get round to it")
        case .other: Text(nl: "Iets anders", en: "Something else")
        }
    }
}

extension FollowUpProblem: ExplainedProblem {
    var explanation: Text {
        Text(
            nl: "Voor dit gesprek is er geen terugkoppeling. Die is er na een afgeronde startmeting.",
            en: "There is no follow-up for this conversation. It comes after a finished first measurement."
        )
    }
}

extension InvalidFollowUp: ExplainedProblem {
    var explanation: Text {
        Text(nl: "De terugkoppeling is nog niet goed ingevuld.", en: "The follow-up is not filled in well yet.")
    }
}

/// An issue with the names of what it is about, for the summary above the form.
struct ExplainedFollowUpIssue: ExplainedIssue {
    let issue: InvalidFollowUp.Issue
    let call: FollowUpCall
    let programme: Programme

    var field: String {
        switch issue {
        case .contactedOnUnreadable, .contactedInFuture, .contactedBeforeConversation, .conversationOpen: "gebeld-op"
        case .measurementMissing: "meting"
        case .fateMissing(let activity): "plan-\(activity)"
        case .linkMissing(let referral): "contact-\(referral)"
        case .helpMissing(let referral): "hielp-\(referral)"
        case .misfitMissing(let referral): "reden-\(referral)"
        case .answerNoteTooLong(let referral): "uitleg-\(referral)"
        case .additionalityMissing: "zonder-hulp"
        case .needTooLong: "behoefte"
        case .noteTooLong: "toelichting"
        case .nextOnUnreadable, .nextBeforeContact: "volgende"
        case .nextByTooLong: "volgende-wie"
        case .dueOnUnreadable, .dueBeforeConversation: "voor"
        case .responsibleMissing, .responsibleTooLong: "wie"
        }
    }

    var explanation: Text {
        switch issue {
        case .contactedOnUnreadable, .dueOnUnreadable, .nextOnUnreadable:
            Text(nl: "Vul een dag in, zoals 2026-03-20.", en: "Fill in a day, such as 2026-03-20.")
        case .contactedInFuture:
            Text(nl: "De dag kan niet in de toekomst liggen.", en: "The day cannot be in the future.")
        case .contactedBeforeConversation(let day), .dueBeforeConversation(let day):
            Text(
                nl: "De dag moet na het vorige gesprek liggen, dat op \(Formats.long(day, .dutch)) was.",
                en: "The day must be after the last conversation, which was on \(Formats.long(day, .english))."
            )
        case .conversationOpen:
            Text(
                nl:
                    "Er staat nog een gesprek met dit bedrijf open. Rond dat af of zeg het af; daarna kunt u dit vastleggen.",
                en: "A conversation with this company is still open. Finish or cancel it; then you can record this."
            )
        case .measurementMissing:
            Text(nl: "Kies wat voor meting dit is.", en: "Choose what kind of measurement this is.")
        case .fateMissing(let activity):
            Text(nl: "Kies wat er werd van: ", en: "Choose what became of: ")
                + (call.sheet.activity(activity)?.text ?? Text(same: activity.description))
        case .linkMissing(let referral):
            Text(nl: "Kies of er contact kwam: ", en: "Choose whether there was contact: ") + name(referral)
        case .helpMissing(let referral):
            Text(nl: "Kies of het hielp: ", en: "Choose whether it helped: ") + name(referral)
        case .misfitMissing(let referral):
            Text(nl: "Kies waarom het niet paste: ", en: "Choose why it did not fit: ") + name(referral)
        case .answerNoteTooLong: Text(nl: "Houd het bij 500 tekens.", en: "Keep it within 500 characters.")
        case .additionalityMissing:
            Text(
                nl: "Er hielp iets. Kies of het bedrijf het ook zonder hulp had gedaan.",
                en: "Something helped. Choose whether the company would have done it without help."
            )
        case .needTooLong:
            Text(
                nl: "Houd wat er nodig is per regel bij 500 tekens.",
                en: "Keep what is needed within 500 characters a line."
            )
        case .noteTooLong: Text(nl: "Houd het bij 2000 tekens.", en: "Keep it within 2000 characters.")
        case .nextBeforeContact:
            Text(
                nl: "De volgende keer moet na dit gesprek liggen.",
                en: "The next time must be after this conversation."
            )
        case .responsibleMissing: Text(nl: "Vul in wie dit doet.", en: "Fill in who does this.")
        case .responsibleTooLong, .nextByTooLong:
            Text(nl: "Houd het bij 100 tekens.", en: "Keep it within 100 characters.")
        }
    }

    private func name(_ id: Referral.ID) -> Text {
        Text(same: call.referrals.first { $0.id == id }.map { programme.initiativeName($0.initiative) } ?? "–")
    }
}
