import Accounts
import Kernel

extension AccountProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound:
            Text(
                nl: "Deze persoon doet niet mee in dit programma.",
                en: "This person does not take part in this programme."
            )
        case .signInRefused:
            Text(
                nl: "Het e-mailadres of het wachtwoord klopt niet.",
                en: "The e-mail address or the password is not right."
            )
        case .tooManyAttempts:
            Text(
                nl: "U hebt het te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.",
                en: "You tried too often. Wait a quarter of an hour, then try again."
            )
        case .busy:
            Text(
                nl: "Er melden zich nu heel veel mensen aan. Probeer het over een minuut opnieuw.",
                en: "A lot of people are signing in right now. Try again in a minute."
            )
        case .lastAdministrator:
            Text(
                nl: "Dit is de enige beheerder van het programma. Maak eerst iemand anders beheerder.",
                en: "This is the only administrator of the programme. Make somebody else administrator first."
            )
        case .managedElsewhere:
            Text(
                nl:
                    "Deze persoon doet ook mee in een programma dat u niet beheert. Vraag de beheerder daarvan. U kunt wel de rollen in dit programma intrekken.",
                en:
                    "This person also takes part in a programme that you do not manage. Ask its administrator. You can revoke the roles in this programme."
            )
        case .linkExpired:
            Text(
                nl: "Deze link is gebruikt, vervangen of verlopen. Vraag uw beheerder om een nieuwe.",
                en: "This link was used, replaced or has expired. Ask your administrator for a new one."
            )
        }
    }
}

extension InvalidAccount.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .emailInvalid: "email"
        case .nameMissing, .nameTooLong: "naam"
        case .roleMissing: "rol"
        case .initiativeMissing: "initiatief"
        case .areasMissing: "gebied"
        case .organisationMissing: "organisatie"
        }
    }

    var explanation: Text {
        switch self {
        case .emailInvalid:
            Text(
                nl: "Vul een e-mailadres in, zoals naam@voorbeeld.nl.",
                en: "Fill in an e-mail address, such as name@example.org."
            )
        case .nameMissing: Text(nl: "Vul de naam in.", en: "Fill in the name.")
        case .nameTooLong:
            Text(nl: "De naam mag hooguit 100 tekens zijn.", en: "The name may be 100 characters at most.")
        case .roleMissing: Text(nl: "Kies een rol.", en: "Choose a role.")
        case .initiativeMissing:
            Text(nl: "Kies van welk initiatief de coach is.", en: "Choose the initiative that the coach is of.")
        case .organisationMissing:
            Text(nl: "Kies van welke organisatie iemand is.", en: "Choose the organisation that somebody is of.")
        case .areasMissing:
            Text(nl: "Kies minstens één gebied van dit programma.", en: "Choose at least one area of this programme.")
        }
    }
}

extension InvalidPassword.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .tooShort, .tooLong, .tooCommon, .containsName: "nieuw"
        case .repeatDiffers: "nogmaals"
        case .currentWrong: "huidig"
        }
    }

    var explanation: Text {
        switch self {
        case .tooShort:
            Text(
                nl: "Kies een wachtwoord van minstens \(PasswordRules.length.lowerBound) tekens.",
                en: "Choose a password of at least \(PasswordRules.length.lowerBound) characters."
            )
        case .tooLong:
            Text(
                nl: "Kies een wachtwoord van hooguit \(PasswordRules.length.upperBound) tekens.",
                en: "Choose a password of \(PasswordRules.length.upperBound) characters at most."
            )
        case .tooCommon:
            Text(
                nl: "Dit wachtwoord is makkelijk te raden. Kies een paar woorden die niet bij elkaar horen.",
                en: "This password is easy to guess. Choose a few words that do not belong together."
            )
        case .containsName:
            Text(
                nl: "In dit wachtwoord staat vooral uw naam of die van het programma. Kies iets anders.",
                en: "This password is mostly your name or that of the programme. Choose something else."
            )
        case .repeatDiffers:
            Text(nl: "De twee wachtwoorden zijn niet gelijk.", en: "The two passwords differ.")
        case .currentWrong:
            Text(nl: "Uw huidige wachtwoord klopt niet.", en: "Your current password is not right.")
        }
    }
}

extension Role {
    var title: Text {
        switch self {
        case .administrator: Text(nl: "Beheerder", en: "Administrator")
        case .projectLeader: Text(nl: "Projectleider", en: "Project leader")
        case .interviewer: Text(nl: "Gespreksvoerder", en: "Interviewer")
        case .coach: Text(nl: "Coach van een initiatief", en: "Coach of an initiative")
        case .municipality: Text(nl: "Gemeente of provincie", en: "Municipality or province")
        case .programmeManager: Text(nl: "Programmamanager", en: "Programme manager")
        case .lead: Text(nl: "Trekker", en: "Lead")
        case .contact: Text(nl: "Contactpersoon", en: "Contact")
        }
    }

    /// What one sees and does with it.
    var explanation: Text {
        switch self {
        case .administrator: Text(nl: "mag alles, ook mensen toevoegen", en: "may do everything, also add people")
        case .projectLeader:
            Text(nl: "leidt het werk, ziet het logboek", en: "leads the work, sees the logbook")
        case .interviewer:
            Text(nl: "voert gesprekken en kiest koppelingen", en: "holds conversations and chooses referrals")
        case .coach:
            Text(nl: "beantwoordt koppelingen naar één initiatief", en: "answers referrals to one initiative")
        case .municipality:
            Text(nl: "ziet de cijfers van het eigen gebied", en: "sees the figures of its own area")
        case .programmeManager: Text(nl: "ziet het overzicht", en: "sees the overview")
        case .lead:
            Text(
                nl: "vertelt hoe de actielijnen van één organisatie ervoor staan",
                en: "tells how the action lines of one organisation stand"
            )
        case .contact:
            Text(
                nl: "boekt geld en uren van één organisatie, en geeft akkoord",
                en: "books money and hours of one organisation, and approves"
            )
        }
    }
}
