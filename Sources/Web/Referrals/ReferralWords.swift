import Kernel
import Referrals

extension ReferralState {
    var name: Text {
        switch self {
        case .confirmed: Text(nl: "gekozen", en: "chosen")
        case .rejected: Text(nl: "niet gekozen", en: "not chosen")
        case .agreed: Text(nl: "afgesproken", en: "agreed")
        case .handedOver: Text(nl: "overgedragen", en: "handed over")
        case .accepted: Text(nl: "aangenomen", en: "accepted")
        case .declined: Text(nl: "afgewezen", en: "declined")
        case .firstContact: Text(nl: "eerste contact", en: "first contact")
        case .running: Text(nl: "loopt", en: "running")
        case .done: Text(nl: "klaar", en: "done")
        case .stopped: Text(nl: "gestopt", en: "stopped")
        }
    }

    /// The badge of the design system.
    var badge: String {
        switch self {
        case .confirmed: "badge"
        case .agreed, .accepted, .firstContact, .running: "badge busy"
        case .handedOver: "badge attention"
        case .done: "badge done"
        case .rejected, .declined, .stopped: "badge stopped"
        }
    }

    /// In an address.
    var word: String {
        switch self {
        case .confirmed: "gekozen"
        case .rejected: "niet-gekozen"
        case .agreed: "afgesproken"
        case .handedOver: "overgedragen"
        case .accepted: "aangenomen"
        case .declined: "afgewezen"
        case .firstContact: "eerste-contact"
        case .running: "loopt"
        case .done: "klaar"
        case .stopped: "gestopt"
        }
    }
}

extension ReferralStep {
    /// What happened.
    var name: Text {
        switch self {
        case .confirmed: Text(nl: "Gekozen door de adviseur", en: "Chosen by the adviser")
        case .rejected: Text(nl: "Niet gekozen door de adviseur", en: "Not chosen by the adviser")
        case .amended: Text(nl: "Afspraak gewijzigd", en: "Agreement changed")
        case .agreed: Text(nl: "Afgesproken met het bedrijf", en: "Agreed with the company")
        case .handedOver: Text(nl: "Overgedragen aan het initiatief", en: "Handed over to the initiative")
        case .withdrawn: Text(nl: "Toestemming ingetrokken", en: "Consent withdrawn")
        case .accepted: Text(nl: "Aangenomen door het initiatief", en: "Accepted by the initiative")
        case .declined: Text(nl: "Afgewezen door het initiatief", en: "Declined by the initiative")
        case .firstContact: Text(nl: "Eerste contact geweest", en: "First contact made")
        case .running: Text(nl: "De hulp loopt", en: "The help is running")
        case .done: Text(nl: "Klaar", en: "Done")
        case .stopped: Text(nl: "Gestopt", en: "Stopped")
        }
    }

    /// What somebody chooses to record.
    var choice: Text {
        switch self {
        case .agreed: Text(nl: "Het bedrijf zegt ja", en: "The company says yes")
        case .rejected: Text(nl: "Toch niet", en: "Not after all")
        case .withdrawn:
            Text(
                nl: "Het bedrijf trekt de toestemming in (het initiatief ziet dan niets meer)",
                en: "The company withdraws its consent (the initiative then sees nothing)"
            )
        case .accepted: Text(nl: "Wij nemen dit bedrijf aan", en: "We accept this company")
        case .declined: Text(nl: "Wij nemen dit bedrijf niet aan", en: "We do not accept this company")
        case .firstContact: Text(nl: "Er is een eerste contact geweest", en: "There was a first contact")
        case .running: Text(nl: "De hulp loopt", en: "The help is running")
        case .done: Text(nl: "Het is klaar", en: "It is done")
        case .stopped: Text(nl: "Het stopt", en: "It stops")
        case .confirmed, .amended, .handedOver: name
        }
    }
}

extension SharedItem.Kind {
    var caption: Text {
        switch self {
        case .company: Text(nl: "Bedrijf", en: "Company")
        case .municipality: Text(nl: "Gemeente", en: "Municipality")
        case .sector: Text(nl: "Sector", en: "Sector")
        case .size: Text(nl: "Aantal medewerkers", en: "Number of employees")
        case .contact: Text(nl: "Contact bij het bedrijf", en: "Contact at the company")
        case .agreement: Text(nl: "Afspraak", en: "Agreement")
        case .needs: Text(nl: "Waar hulp bij nodig is", en: "What help is needed with")
        case .ambitions: Text(nl: "Wat het bedrijf wil", en: "What the company wants")
        case .doing: Text(nl: "Wat het bedrijf al doet", en: "What the company does already")
        }
    }
}

extension HandoverConsent.Manner {
    var name: Text {
        switch self {
        case .spoken: Text(nl: "Mondeling, in het gesprek", en: "Spoken, in the conversation")
        case .written: Text(nl: "Op papier", en: "On paper")
        case .mail: Text(nl: "Per mail", en: "By mail")
        }
    }
}
