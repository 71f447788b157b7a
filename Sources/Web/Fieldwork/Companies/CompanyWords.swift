import Fieldwork
import Kernel
import Programmes

extension CompanyForm.Field {
    var caption: Text {
        switch self {
        case .name: Text(nl: "Naam", en: "Name")
        case .kvkNumber: Text(nl: "KvK-nummer", en: "Chamber of Commerce number")
        case .branchNumber: Text(nl: "Vestigingsnummer", en: "Establishment number")
        case .sbiCode: Text(nl: "SBI-code", en: "SBI code")
        case .sector: Text(nl: "Sector", en: "Sector")
        case .size: Text(nl: "Aantal medewerkers", en: "Number of employees")
        case .street: Text(nl: "Straat en huisnummer", en: "Street and number")
        case .postcode: Text(nl: "Postcode", en: "Postcode")
        case .city: Text(nl: "Plaats", en: "Town")
        case .municipality: Text(nl: "Gemeente", en: "Municipality")
        case .isMember: Text(nl: "Lid van Metaalunie", en: "Member of Metaalunie")
        case .source: Text(nl: "Herkomst van de gegevens", en: "Where the data came from")
        }
    }
}

extension SizeClass {
    /// In words, so that no spreadsheet takes it for a day.
    var caption: Text {
        switch self {
        case .one: Text(same: "1")
        case .from2To9: Text(nl: "2 t/m 9", en: "2 to 9")
        case .from10To19: Text(nl: "10 t/m 19", en: "10 to 19")
        case .from20To49: Text(nl: "20 t/m 49", en: "20 to 49")
        case .from50To99: Text(nl: "50 t/m 99", en: "50 to 99")
        case .from100: Text(nl: "100 of meer", en: "100 or more")
        }
    }
}

extension Bool {
    var yesOrNo: Text { self ? Text(nl: "Ja", en: "Yes") : Text(nl: "Nee", en: "No") }
}

extension InvalidCompany: ExplainedProblem {
    var explanation: Text {
        issues.map(\.explanation).reduce(Text(same: "")) { $0 + $1 + Text(same: " ") }
    }
}

extension InvalidCompany.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .nameMissing, .looksLike: CompanyForm.Field.name.rawValue
        case .placeMissing, .postcodeInvalid: CompanyForm.Field.postcode.rawValue
        case .kvkNumberInvalid, .kvkNumberMissing, .numberTaken: CompanyForm.Field.kvkNumber.rawValue
        case .branchNumberInvalid: CompanyForm.Field.branchNumber.rawValue
        case .sbiCodeInvalid: CompanyForm.Field.sbiCode.rawValue
        case .sectorUnknown: CompanyForm.Field.sector.rawValue
        case .sizeUnknown: CompanyForm.Field.size.rawValue
        case .municipalityUnknown: CompanyForm.Field.municipality.rawValue
        case .memberUnknown: CompanyForm.Field.isMember.rawValue
        case .tooLong(let field, _), .unreadable(let field): field.rawValue
        }
    }

    var explanation: Text {
        switch self {
        case .nameMissing: Text(nl: "Vul de naam van het bedrijf in.", en: "Enter the name of the company.")
        case .placeMissing:
            Text(nl: "Vul een postcode in, of kies een gemeente.", en: "Enter a postcode, or choose a municipality.")
        case .kvkNumberInvalid:
            Text(nl: "Een KvK-nummer heeft 8 cijfers.", en: "A Chamber of Commerce number has 8 digits.")
        case .kvkNumberMissing:
            Text(
                nl: "Vul bij een vestigingsnummer ook het KvK-nummer in.",
                en: "Enter the Chamber of Commerce number with an establishment number."
            )
        case .branchNumberInvalid:
            Text(nl: "Een vestigingsnummer heeft 12 cijfers.", en: "An establishment number has 12 digits.")
        case .sbiCodeInvalid:
            Text(nl: "Een SBI-code heeft 2 tot 6 cijfers.", en: "An SBI code has 2 to 6 digits.")
        case .postcodeInvalid:
            Text(nl: "Vul een postcode in zoals 2404 AB.", en: "Enter a postcode such as 2404 AB.")
        case .sectorUnknown: Text(nl: "Kies een sector uit de lijst.", en: "Choose a sector from the list.")
        case .sizeUnknown: Text(nl: "Kies een aantal uit de lijst.", en: "Choose a number from the list.")
        case .municipalityUnknown:
            Text(nl: "Kies een gemeente uit de lijst.", en: "Choose a municipality from the list.")
        case .memberUnknown: Text(nl: "Kies ja, nee of onbekend.", en: "Choose yes, no or unknown.")
        case .tooLong(let field, let limit):
            field.caption
                + Text(nl: ": gebruik hoogstens \(limit) tekens.", en: ": use \(limit) characters at most.")
        case .unreadable(let field):
            field.caption
                + Text(nl: ": hier staan onleesbare tekens in.", en: ": this has unreadable characters in it.")
        case .numberTaken(_, let name):
            Text(
                nl: "Dit KvK-nummer met deze vestiging staat er al: \(name).",
                en: "This number with this establishment is registered already: \(name)."
            )
        case .looksLike(_, let name):
            Text(
                nl: "Er is al een bedrijf met deze naam en postcode: \(name). Controleer of het een ander bedrijf is.",
                en: "There is a company with this name and postcode already: \(name). Check whether it is another one."
            )
        }
    }
}

extension InvalidContact: ExplainedProblem {
    var explanation: Text {
        issues.map(\.explanation).reduce(Text(same: "")) { $0 + $1 + Text(same: " ") }
    }
}

extension InvalidContact.Issue: ExplainedIssue {
    var field: String {
        switch self {
        case .nameMissing, .nameTooLong: "naam"
        case .positionTooLong: "functie"
        case .emailInvalid: "email"
        case .phoneInvalid: "telefoon"
        }
    }

    var explanation: Text {
        switch self {
        case .nameMissing: Text(nl: "Vul een naam in.", en: "Enter a name.")
        case .nameTooLong:
            Text(nl: "Gebruik voor de naam hoogstens 150 tekens.", en: "Use 150 characters at most for the name.")
        case .positionTooLong:
            Text(
                nl: "Gebruik voor de functie hoogstens 150 tekens.",
                en: "Use 150 characters at most for the position."
            )
        case .emailInvalid:
            Text(nl: "Vul een e-mailadres in zoals naam@bedrijf.nl.", en: "Enter an address such as name@company.nl.")
        case .phoneInvalid:
            Text(nl: "Vul een telefoonnummer in zoals 0172 123456.", en: "Enter a number such as 0172 123456.")
        }
    }
}

extension CompanyProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound: Text(nl: "Dit bedrijf bestaat niet.", en: "There is no such company.")
        case .contactNotFound:
            Text(
                nl: "Deze contactpersoon is er niet meer.",
                en: "This contact person is no longer here."
            )
        case .changedMeanwhile(let company):
            Text(
                nl: "Iemand anders heeft \(company.name) intussen gewijzigd. Bekijk het bedrijf opnieuw.",
                en: "Somebody else changed \(company.name) meanwhile. Have another look at the company."
            )
        }
    }
}

extension CompanyEvent.Kind {
    var title: Text {
        switch self {
        case .registered: Text(nl: "Bedrijf toegevoegd", en: "Company added")
        case .imported: Text(nl: "Ingelezen uit een bestand", en: "Imported from a file")
        case .changed: Text(nl: "Gegevens gewijzigd", en: "Data changed")
        case .changedByImport: Text(nl: "Gegevens gewijzigd bij het inlezen", en: "Data changed by an import")
        case .contactAdded: Text(nl: "Contactpersoon toegevoegd", en: "Contact person added")
        case .contactChanged: Text(nl: "Contactpersoon gewijzigd", en: "Contact person changed")
        case .contactRemoved: Text(nl: "Contactpersoon verwijderd", en: "Contact person removed")
        case .contactsErased:
            Text(nl: "Alle contactgegevens gewist", en: "All contact details erased")
        }
    }
}
