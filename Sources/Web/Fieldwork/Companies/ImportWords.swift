package import Fieldwork
package import Kernel
import Spreadsheet

extension Addresses {
    static let imports = Address("/werk/{programme}/bedrijven/inlezen")
    static let companyImport = Address("/werk/{programme}/bedrijven/inlezen/{import}")
    static let importColumns = Address("/werk/{programme}/bedrijven/inlezen/{import}/kolommen")
    static let continueImport = Address("/werk/{programme}/bedrijven/inlezen/{import}/verder")
    static let applyImport = Address("/werk/{programme}/bedrijven/inlezen/{import}/bevestigen")
    static let stopImport = Address("/werk/{programme}/bedrijven/inlezen/{import}/stoppen")
    static let wrongLines = Address("/werk/{programme}/bedrijven/inlezen/{import}/foute-regels")
}

extension ImportField {
    var caption: Text {
        switch self {
        case .name: CompanyForm.Field.name.caption
        case .kvkNumber: CompanyForm.Field.kvkNumber.caption
        case .branchNumber: CompanyForm.Field.branchNumber.caption
        case .sbiCode: CompanyForm.Field.sbiCode.caption
        case .sector: CompanyForm.Field.sector.caption
        case .size: CompanyForm.Field.size.caption
        case .street: Text(nl: "Straat (met of zonder huisnummer)", en: "Street (with or without number)")
        case .houseNumber: Text(nl: "Huisnummer", en: "House number")
        case .houseAddition: Text(nl: "Toevoeging huisnummer", en: "House number addition")
        case .postcode: CompanyForm.Field.postcode.caption
        case .city: CompanyForm.Field.city.caption
        case .municipality: CompanyForm.Field.municipality.caption
        case .isMember: CompanyForm.Field.isMember.caption
        case .source: CompanyForm.Field.source.caption
        case .contactFirstName: Text(nl: "Contactpersoon: voornaam", en: "Contact: first name")
        case .contactInfix: Text(nl: "Contactpersoon: tussenvoegsel", en: "Contact: name prefix")
        case .contactName: Text(nl: "Contactpersoon: naam of achternaam", en: "Contact: name or last name")
        case .contactPosition: Text(nl: "Contactpersoon: functie", en: "Contact: position")
        case .contactEmail: Text(nl: "Contactpersoon: e-mail", en: "Contact: e-mail")
        case .contactPhone: Text(nl: "Contactpersoon: telefoon", en: "Contact: telephone")
        }
    }
}

extension ImportFileProblem: ExplainedProblem, ExplainedIssue {
    var field: String { "bestand" }

    var explanation: Text {
        switch self {
        case .empty:
            Text(
                nl: "In dit bestand staan geen regels. Kies een bestand met kopjes en daaronder regels.",
                en: "There are no lines in this file. Choose a file with headers and lines below them."
            )
        case .tooLarge:
            Text(
                nl: "Dit bestand is groter dan 10 MB. Deel het op in kleinere bestanden.",
                en: "This file is larger than 10 MB. Split it into smaller files."
            )
        case .tooManyLines:
            Text(
                nl: "Dit bestand heeft meer dan 50.000 regels. Deel het op in kleinere bestanden.",
                en: "This file has more than 50,000 lines. Split it into smaller files."
            )
        case .spreadsheet:
            Text(
                nl: "Dit is geen CSV-bestand. Open het in uw rekenprogramma en kies Opslaan als, CSV UTF-8.",
                en: "This is not a CSV file. Open it in your spreadsheet and choose Save as, CSV UTF-8."
            )
        }
    }
}

extension InvalidColumns: ExplainedProblem {
    var explanation: Text { issues.map(\.explanation).reduce(Text(same: "")) { $0 + $1 + Text(same: " ") } }
}

extension InvalidColumns.Issue: ExplainedIssue {
    var field: String { "kolommen" }

    var explanation: Text {
        switch self {
        case .nameNotChosen:
            Text(nl: "Kies welke kolom de naam van het bedrijf is.", en: "Choose which column is the company's name.")
        case .placeNotChosen:
            Text(
                nl: "Kies welke kolom de postcode, gemeente of plaats is.",
                en: "Choose which column is the postcode, municipality or town."
            )
        case .chosenTwice(let field):
            Text(nl: "Twee kolommen zijn allebei gekozen als: ", en: "Two columns are both chosen as: ")
                + field.caption + Text(same: ".")
        }
    }
}

extension CompanyImportProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .notFound:
            Text(
                nl: "Dit bestand is er niet meer. We bewaren een bestand hoogstens een dag. Stuur het opnieuw.",
                en: "This file is no longer here. We keep a file for a day at most. Send it again."
            )
        case .notReady:
            Text(
                nl: "Dit kan nu niet: de controle is nog niet klaar, of het bestand is al ingelezen.",
                en: "Not now: the check is not finished yet, or the file was imported already."
            )
        case .hasWrongLines:
            Text(
                nl: "Er zijn foute regels. Kruis aan dat u ze weglaat, of verbeter het bestand.",
                en: "There are wrong lines. Tick that you leave them out, or put the file right."
            )
        case .nothingToDo:
            Text(nl: "Er is niets om in te lezen.", en: "There is nothing to import.")
        case .changedMeanwhile:
            Text(
                nl: "Intussen is er een bedrijf gewijzigd. Er is nog niets ingelezen; de controle is opnieuw gedaan.",
                en: "A company was changed meanwhile. Nothing was imported yet; the check has been done again."
            )
        }
    }
}

extension ImportIssue {
    /// In one line of a table: what is wrong, and what to do.
    package var explanation: Text {
        let value = Text(nl: " Er staat: “\(detail)”.", en: " It says: “\(detail)”.")
        return reason + (detail.isEmpty || showsDetail ? Text(same: "") : value)
    }

    private var showsDetail: Bool { [.differsFromLine, .tooManyCells, .severalBranches, .severalAlike].contains(kind) }

    private var about: Text { field?.caption ?? Text(same: "") }

    private var reason: Text {
        switch kind {
        case .nameMissing: Text(nl: "De naam ontbreekt.", en: "The name is missing.")
        case .placeMissing:
            Text(nl: "Postcode en gemeente ontbreken.", en: "Postcode and municipality are missing.")
        case .tooLong: about + Text(nl: " is te lang.", en: " is too long.")
        case .unreadable:
            about
                + Text(
                    nl: " heeft onleesbare tekens. Bewaar het bestand als CSV UTF-8.",
                    en: " has unreadable characters. Save the file as CSV UTF-8."
                )
        case .kvkNumberInvalid:
            Text(nl: "Het KvK-nummer heeft geen 8 cijfers.", en: "The registration number has no 8 digits.")
        case .kvkNumberMissing:
            Text(
                nl: "Bij het vestigingsnummer hoort een KvK-nummer.",
                en: "The establishment lacks its company number."
            )
        case .branchNumberInvalid:
            Text(nl: "Het vestigingsnummer heeft geen 12 cijfers.", en: "The establishment number has no 12 digits.")
        case .sbiCodeInvalid: Text(nl: "De SBI-code klopt niet.", en: "The SBI code is not right.")
        case .postcodeInvalid: Text(nl: "De postcode klopt niet.", en: "The postcode is not right.")
        case .digitsLost:
            about
                + Text(
                    nl: ": het rekenprogramma heeft cijfers weggelaten. Maak er een tekstkolom van.",
                    en: ": the spreadsheet left out digits. Make it a text column."
                )
        case .sectorUnknown:
            Text(nl: "Deze sector kent het programma niet.", en: "The programme does not know this sector.")
        case .sizeUnknown: Text(nl: "Het aantal medewerkers is onduidelijk.", en: "The number of employees is unclear.")
        case .municipalityUnknown:
            Text(nl: "Deze gemeente hoort niet bij het programma.", en: "This municipality is not in the programme.")
        case .memberUnknown:
            Text(nl: "Lid: zet hier ja of nee neer, of niets.", en: "Member: put yes or no here, or nothing.")
        case .emailInvalid: Text(nl: "Het e-mailadres klopt niet.", en: "The e-mail address is not right.")
        case .phoneInvalid: Text(nl: "Het telefoonnummer klopt niet.", en: "The telephone number is not right.")
        case .unclosedQuote:
            Text(nl: "Een aanhalingsteken wordt niet gesloten.", en: "A quotation mark is never closed.")
        case .cellTooLong: Text(nl: "Een cel is veel te lang.", en: "A cell is far too long.")
        case .tooManyCells:
            Text(
                nl: "Er zijn meer cellen dan de \(detail) kopjes. Staat er een scheidingsteken in een naam?",
                en: "There are more cells than the \(detail) headers. Is there a separator in a name?"
            )
        case .differsFromLine:
            Text(
                nl: "Dit bedrijf staat ook op regel \(detail), met andere gegevens.",
                en: "This company is on line \(detail) as well, with other data."
            )
        case .severalBranches:
            Text(
                nl: "KvK-nummer \(detail) heeft hier meer vestigingen. Zet het vestigingsnummer erbij.",
                en: "Number \(detail) has several establishments here. Add the establishment number."
            )
        case .severalAlike:
            Text(
                nl: "Er zijn meer bedrijven met de naam \(detail) en deze postcode. Zet het KvK-nummer erbij.",
                en: "Several companies have the name \(detail) and this postcode. Add the registration number."
            )
        }
    }
}
