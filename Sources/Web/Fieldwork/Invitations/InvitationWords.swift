import Fieldwork
import Kernel
import Mail

extension InvitationAnswer.Kind {
    /// As the entrepreneur says it.
    var caption: Text {
        switch self {
        case .confirmed: Text(nl: "Ja, dat past", en: "Yes, that suits me")
        case .otherTime: Text(nl: "Ja, maar op een ander moment", en: "Yes, but at another moment")
        case .declined: Text(nl: "Nee, liever niet", en: "No, rather not")
        }
    }

    /// As it stands in a list.
    var name: Text {
        switch self {
        case .confirmed: Text(nl: "zegt ja", en: "says yes")
        case .otherTime: Text(nl: "wil een ander moment", en: "wants another moment")
        case .declined: Text(nl: "zegt nee", en: "says no")
        }
    }
}

extension InvitationProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .doesNotWork:
            Text(nl: "Deze link werkt niet (meer).", en: "This link does not work (any more).")
        case .over:
            Text(
                nl: "Op deze uitnodiging kan niet meer worden geantwoord. Neem contact op met wie u uitnodigde.",
                en: "This invitation can no longer be answered. Get in touch with whoever invited you."
            )
        case .notPossible:
            Text(
                nl: "Dit bedrijf kan nu niet worden uitgenodigd: er is al een afspraak, het wil niet, of de ronde is "
                    + "gestopt.",
                en: "This company cannot be invited now: there is an appointment, it said no, or the round was stopped."
            )
        }
    }
}

extension InvalidInvitation.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .contactMissing, .contactTooLong: "contact"
        case .emailInvalid: "mail"
        case .dayMissing, .dayPast: "dag"
        case .timeMissing: "tijd"
        case .interviewerMissing: "interviewer"
        case .noteTooLong, .wishMissing: "toelichting"
        case .answerMissing: "antwoord"
        }
    }

    var explanation: Text {
        switch self {
        case .contactMissing: Text(nl: "Vul in wie u uitnodigt.", en: "Enter whom you invite.")
        case .contactTooLong: Text(nl: "Maak de naam korter.", en: "Make the name shorter.")
        case .emailInvalid:
            Text(nl: "Vul een mailadres in, zoals wil@bedrijf.nl.", en: "Enter a mail address, such as wil@company.nl.")
        case .dayMissing: Text(nl: "Kies een dag.", en: "Choose a day.")
        case .dayPast: Text(nl: "Kies een dag na vandaag.", en: "Choose a day after today.")
        case .timeMissing: Text(nl: "Vul de tijd in als 09:30.", en: "Enter the time as 09:30.")
        case .interviewerMissing: Text(nl: "Kies wie het gesprek voert.", en: "Choose who holds the conversation.")
        case .noteTooLong: Text(nl: "Maak het korter dan 500 tekens.", en: "Make it shorter than 500 characters.")
        case .answerMissing: Text(nl: "Kies een antwoord.", en: "Choose an answer.")
        case .wishMissing:
            Text(
                nl: "Schrijf op wanneer het wel past, bijvoorbeeld: donderdag na 15 uur.",
                en: "Write when it does suit you, such as: Thursday after three."
            )
        }
    }
}

extension MailState {
    var name: Text {
        switch self {
        case .waiting: Text(nl: "wacht op verzenden", en: "waits to be sent")
        case .sending: Text(nl: "wordt verstuurd", en: "is being sent")
        case .sent: Text(nl: "verstuurd", en: "sent")
        case .bounced: Text(nl: "teruggekomen", en: "came back")
        case .failed: Text(nl: "niet gelukt", en: "did not succeed")
        case .uncertain: Text(nl: "misschien aangekomen", en: "may have arrived")
        case .withdrawn: Text(nl: "ingetrokken", en: "taken back")
        }
    }

    var badge: String {
        switch self {
        case .waiting, .sending: "badge busy"
        case .sent: "badge done"
        case .bounced, .failed, .uncertain: "badge attention"
        case .withdrawn: "badge stopped"
        }
    }
}

extension MailMessage.Kind {
    var name: Text {
        switch self {
        case .invitation: Text(nl: "uitnodiging", en: "invitation")
        case .confirmation: Text(nl: "bevestiging", en: "confirmation")
        case .handover: Text(nl: "bericht aan coach", en: "message to coach")
        case .session: Text(nl: "kennissessie", en: "session")
        case .reminder: Text(nl: "herinnering", en: "reminder")
        }
    }
}
