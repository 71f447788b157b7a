import Kernel
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

extension FollowUpOutcome.Ambitions {
    var name: Text {
        switch self {
        case .realised: Text(nl: "Minstens één is gelukt", en: "At least one was realised")
        case .underway: Text(nl: "Er wordt aan gewerkt", en: "They are being worked on")
        case .notStarted: Text(nl: "Nog niet begonnen", en: "Not started yet")
        case .dropped: Text(nl: "Losgelaten", en: "Dropped")
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

extension InvalidFollowUp.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .contactedOnUnreadable, .contactedInFuture, .contactedBeforeConversation: "gebeld-op"
        case .linkMissing: "koppeling"
        case .helpMissing: "geholpen"
        case .ambitionsMissing: "ambities"
        case .noteTooLong: "toelichting"
        case .dueOnUnreadable, .dueBeforeConversation: "voor"
        case .responsibleMissing, .responsibleTooLong: "wie"
        }
    }

    var explanation: Text {
        switch self {
        case .contactedOnUnreadable, .dueOnUnreadable:
            Text(nl: "Vul een dag in, zoals 2026-03-20.", en: "Fill in a day, such as 2026-03-20.")
        case .contactedInFuture:
            Text(nl: "De dag kan niet in de toekomst liggen.", en: "The day cannot be in the future.")
        case .contactedBeforeConversation(let day), .dueBeforeConversation(let day):
            Text(
                nl: "De dag moet na het gesprek liggen, dat op \(Formats.long(day, .dutch)) was.",
                en: "The day must be after the conversation, which was on \(Formats.long(day, .english))."
            )
        case .linkMissing:
            Text(nl: "Kies of de koppeling tot stand kwam.", en: "Choose whether the referral came about.")
        case .helpMissing: Text(nl: "Kies of het hielp.", en: "Choose whether it helped.")
        case .ambitionsMissing:
            Text(nl: "Kies wat er van de ambities kwam.", en: "Choose what became of the ambitions.")
        case .noteTooLong: Text(nl: "Houd het bij 2000 tekens.", en: "Keep it within 2000 characters.")
        case .responsibleMissing: Text(nl: "Vul in wie dit doet.", en: "Fill in who does this.")
        case .responsibleTooLong: Text(nl: "Houd het bij 100 tekens.", en: "Keep it within 100 characters.")
        }
    }
}
