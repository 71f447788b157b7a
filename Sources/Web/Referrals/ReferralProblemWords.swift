import Kernel
import Referrals

extension ReferralProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound:
            Text(
                nl: "Deze koppeling is er niet, of is niet voor u.",
                en: "There is no such referral, or it is not for you."
            )
        case .conversationNotHeld:
            Text(
                nl: "Rond eerst het gesprek af. Daarna kunt u kiezen wie het bedrijf verder helpt.",
                en: "Finish the conversation first. Then you can choose who helps the company further."
            )
        case .notPossible(_, let state):
            Text(
                nl: "Dat kan nu niet: de koppeling is “\(state.name.nl)”. Herlaad de pagina en kijk wat er gebeurd is.",
                en:
                    "That is not possible now: the referral is “\(state.name.en)”. Reload the page to see what happened."
            )
        case .alreadyChosen:
            Text(
                nl: "Dit initiatief is al gekozen voor dit bedrijf. Herlaad de pagina.",
                en: "This initiative was chosen for this company already. Reload the page."
            )
        case .sharedDataChanged:
            Text(
                nl: "De gegevens zijn veranderd terwijl u keek. Er is niets gedeeld. Ga terug en bekijk ze opnieuw.",
                en: "The data changed while you were looking. Nothing was shared. Go back and look again."
            )
        case .identifierInUse:
            Text(
                nl: "Dit formulier hoort bij iets anders. Ga terug en herlaad de pagina.",
                en: "This form belongs to something else. Go back and reload the page."
            )
        }
    }
}

extension InvalidReferral: ExplainedProblem {
    var explanation: Text {
        Text(nl: "De koppeling is nog niet goed ingevuld.", en: "The referral is not filled in well yet.")
    }
}

extension InvalidReferral.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .initiativeMissing: "initiatief"
        case .whatMissing, .whatTooLong: "wat"
        case .contactTooLong: "contact"
        case .dayUnreadable: "dag"
        case .reasonMissing, .reasonTooLong: "reden"
        case .stepMissing: "stap"
        case .noteMissing, .noteTooLong: "toelichting"
        case .happenedOnUnreadable, .happenedInFuture, .happenedBefore: "op"
        case .companyContactMissing, .companyContactTooLong: "bedrijfscontact"
        case .givenByMissing, .givenByTooLong: "door"
        case .mannerMissing: "hoe"
        case .givenOnUnreadable, .givenInFuture: "gegeven-op"
        }
    }

    var explanation: Text {
        switch self {
        case .initiativeMissing: Text(nl: "Kies een initiatief.", en: "Choose an initiative.")
        case .whatMissing: Text(nl: "Vul in wat er gaat gebeuren.", en: "Fill in what will happen.")
        case .whatTooLong, .contactTooLong, .companyContactTooLong, .givenByTooLong:
            Text(nl: "Houd het bij 200 tekens.", en: "Keep it within 200 characters.")
        case .dayUnreadable, .happenedOnUnreadable:
            Text(nl: "Vul een dag in, zoals 2026-03-20.", en: "Fill in a day, such as 2026-03-20.")
        case .reasonMissing: Text(nl: "Vul in waarom.", en: "Fill in why.")
        case .reasonTooLong, .noteTooLong:
            Text(nl: "Houd het bij 2000 tekens.", en: "Keep it within 2000 characters.")
        case .stepMissing: Text(nl: "Kies wat er gebeurd is.", en: "Choose what happened.")
        case .noteMissing: Text(nl: "Vul in waarom.", en: "Fill in why.")
        case .happenedInFuture, .givenInFuture:
            Text(nl: "De dag kan niet in de toekomst liggen.", en: "The day cannot be in the future.")
        case .happenedBefore(let day):
            Text(
                nl: "De dag kan niet vóór \(Formats.long(day, .dutch)) liggen: toen is er al iets vastgelegd.",
                en: "The day cannot be before \(Formats.long(day, .english)): something was recorded then."
            )
        case .companyContactMissing:
            Text(
                nl: "Vul in wie het initiatief kan bellen of mailen.",
                en: "Fill in whom the initiative can call or mail."
            )
        case .givenByMissing:
            Text(nl: "Vul in wie toestemming gaf.", en: "Fill in who gave consent.")
        case .mannerMissing:
            Text(nl: "Kies hoe de toestemming is gegeven.", en: "Choose how consent was given.")
        case .givenOnUnreadable:
            Text(
                nl: "Vul in op welke dag toestemming is gegeven, zoals 2026-03-20.",
                en: "Fill in on which day consent was given, such as 2026-03-20."
            )
        }
    }
}

extension InvalidAdvice: ExplainedProblem {
    var explanation: Text {
        Text(nl: "Het advies is nog niet goed ingevuld.", en: "The advice is not filled in well yet.")
    }
}

extension InvalidAdvice.Issue: ExplainedIssue {
    var field: String { "stappen" }

    var explanation: Text {
        switch self {
        case .tooMany(let count):
            Text(
                nl: "Dit zijn \(count) stappen. Kies er hoogstens \(Advice.longest): die blijven hangen.",
                en: "These are \(count) steps. Choose \(Advice.longest) at most: those are remembered."
            )
        case .tooLong(let step):
            Text(
                nl: "Stap \(step) is te lang. Houd het bij \(Advice.longestStep) tekens.",
                en: "Step \(step) is too long. Keep it within \(Advice.longestStep) characters."
            )
        }
    }
}

/// An issue of one of several forms on a page, whose fields have a tail to tell them apart.
struct TailedIssue: ExplainedIssue {
    let issue: any ExplainedIssue
    let tail: String

    var field: String { issue.field + tail }
    var explanation: Text { issue.explanation }
}
