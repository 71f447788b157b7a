import Kernel
package import Spreadsheet

/// What a column of an imported file can hold.
package enum ImportField: String, CaseIterable, Sendable, Codable, Hashable {
    case name, kvkNumber, branchNumber, sbiCode, sector, size, street, houseNumber, houseAddition, postcode, city
    case municipality, isMember, source
    case contactFirstName, contactInfix, contactName, contactPosition, contactEmail, contactPhone

    /// What people write above such a column, in Dutch and English, as ``header(_:)`` reads it. The first is what an
    /// export writes.
    private var synonyms: [String] {
        switch self {
        case .name:
            [
                "bedrijfsnaam", "bedrijf", "naam", "naambedrijf", "naamonderneming", "onderneming", "organisatie",
                "organisatienaam", "handelsnaam", "statutairenaam", "firma", "firmanaam", "relatie", "relatienaam",
                "klant", "klantnaam", "lidbedrijf", "company", "companyname", "name", "organisation",
                "organization", "organizationname", "accountname", "account", "business", "businessname",
                "eerstehandelsnaam", "vennootschapsnaam", "instellingsnaam",
            ]
        case .kvkNumber:
            [
                "kvknummer", "kvk", "kvknr", "kvkno", "kamervankoophandel", "nummerkvk", "kvkdossiernummer",
                "dossiernummer", "dossiernr", "handelsregisternummer", "inschrijfnummer", "cocnumber", "coc", "cocno",
                "chamberofcommerce", "chamberofcommercenumber", "registrationnumber", "companynumber",
                "nummerkamervankoophandel",
            ]
        case .branchNumber:
            [
                "vestigingsnummer", "vestiging", "vestigingsnr", "vestnr", "nummervestiging", "vestigingid",
                "branchnumber", "branch", "establishmentnumber", "establishment",
            ]
        case .sbiCode:
            [
                "sbicode", "sbi", "sbi2008", "sbihoofdactiviteit", "hoofdactiviteit", "hoofdactiviteitcode", "sbi1",
                "bedrijfsactiviteit", "nace", "nacecode", "activitycode", "sbicodehoofdactiviteit", "branchecode",
            ]
        case .sector: ["sector", "branche", "bedrijfstak", "deelsector", "discipline", "industry", "trade"]
        case .size:
            [
                "grootteklasse", "grootte", "aantalmedewerkers", "medewerkers", "aantalwerknemers", "werknemers", "fte",
                "aantalfte", "personeel", "aantalpersoneelsleden", "werkzamepersonen", "aantalwerkzamepersonen", "wp",
                "omvang", "bedrijfsgrootte", "sizeclass", "size", "employees", "numberofemployees", "staff",
                "headcount",
            ]
        case .street:
            [
                "straat", "adres", "straatnaam", "bezoekadres", "vestigingsadres", "adresregel1", "adres1",
                "straatenhuisnummer",
                "straathuisnummer", "street", "address", "streetaddress", "address1", "addressline1", "visitingaddress",
            ]
        case .houseNumber: ["huisnummer", "huisnr", "nr", "nummer", "housenumber", "houseno", "streetnumber"]
        case .houseAddition:
            [
                "toevoeging", "huisnummertoevoeging", "huisnrtoevoeging", "toev", "huisletter", "addition",
                "housenumberaddition", "suffix",
            ]
        case .postcode:
            [
                "postcode", "pc", "postcodevestiging", "bezoekpostcode", "postcodebezoekadres", "postcodeplaats",
                "postcodewoonplaats", "postalcode", "zip", "zipcode", "postcodeenplaats", "vestigingspostcode",
            ]
        case .city:
            [
                "plaats", "woonplaats", "plaatsnaam", "vestigingsplaats", "bezoekplaats", "stad", "city", "town",
                "place",
                "plaatsbezoekadres",
            ]
        case .municipality:
            ["gemeente", "gemeentenaam", "gemeentecode", "cbscode", "municipality", "municipalitycode"]
        case .isMember:
            [
                "lidmetaalunie", "lid", "islid", "lidvanmetaalunie", "metaalunielid", "metaalunie", "lidmaatschap",
                "lidjanee",
                "lidkoninklijkemetaalunie", "member", "ismember", "membership", "memberofmetaalunie",
            ]
        case .source: ["bron", "herkomst", "source", "origin"]
        case .contactFirstName: ["voornaam", "voornaamcontactpersoon", "roepnaam", "firstname", "givenname"]
        case .contactInfix: ["tussenvoegsel", "voorvoegsel", "tussenvoegsels", "infix", "prefix"]
        case .contactName:
            [
                "contactpersoon", "contact", "achternaam", "naamcontactpersoon", "contactnaam", "contactpersoonnaam",
                "tav",
                "achternaamcontactpersoon", "directeur", "eigenaar", "contactperson", "contactname", "lastname",
                "surname",
                "familyname", "fullname",
            ]
        case .contactPosition:
            [
                "functie", "functiecontactpersoon", "rol", "functietitel", "position", "jobtitle", "role",
                "titlecontact",
                "function",
            ]
        case .contactEmail:
            [
                "email", "emailadres", "mail", "mailadres", "emailcontactpersoon", "epost", "emailaddress",
                "contactemail",
            ]
        case .contactPhone:
            [
                "telefoon", "telefoonnummer", "tel", "telnr", "telefoonnr", "mobiel", "mobielnummer", "gsm", "phone",
                "phonenumber", "telephone", "mobile", "contactphone", "telefooncontactpersoon",
            ]
        }
    }

    private static let bySynonym: [String: ImportField] = {
        var result: [String: ImportField] = [:]
        for field in allCases { for synonym in field.synonyms where result[synonym] == nil { result[synonym] = field } }
        return result
    }()

    /// Letters and digits only: `E-mail adres` is `emailadres`.
    private static func header(_ text: String) -> String {
        String(String.UnicodeScalarView(text.prefix(100).folded.unicodeScalars.filter(\.isLetterOrDigit)))
    }

    /// Which column seems to hold what. Each field is given to at most one column, the first that fits best.
    package static func guess(_ headers: [String]) -> [ImportField: Int] {
        var result: [ImportField: Int] = [:]
        let names = headers.map(header)
        for (column, name) in names.enumerated() {
            if let field = bySynonym[name], result[field] == nil { result[field] = column }
        }
        // Then what contains a name that leaves little doubt: `KvK-nummer (8 cijfers)`, `Postcode (bezoek)`.
        let taken = Set(result.values)
        for (column, name) in names.enumerated() where !taken.contains(column) && !name.isEmpty {
            let fits = hints.first { name.contains($0.0) && result[$0.1] == nil }
            if let field = fits?.1 { result[field] = column }
        }
        return result
    }

    private static let hints: [(String, ImportField)] = [
        ("vestigingsnummer", .branchNumber), ("kvk", .kvkNumber), ("kamervankoophandel", .kvkNumber),
        ("bedrijfsnaam", .name), ("companyname", .name), ("handelsnaam", .name), ("postcode", .postcode),
        ("postalcode", .postcode), ("gemeente", .municipality), ("municipality", .municipality), ("sbi", .sbiCode),
        ("plaats", .city), ("medewerkers", .size), ("werknemers", .size), ("employees", .size),
        ("metaalunie", .isMember),
        ("email", .contactEmail), ("telefoon", .contactPhone), ("phone", .contactPhone),
    ]
}

extension Unicode.Scalar {
    fileprivate var isLetterOrDigit: Bool { properties.isAlphabetic || properties.numericType != nil }
}

extension Substring {
    fileprivate var folded: String { String(self).folded }
}

extension DelimitedFile {
    /// A list of companies.
    ///
    /// - Throws: `ImportFileProblem`.
    package init(companies bytes: [UInt8]) throws(ImportFileProblem) {
        try self.init(bytes) { ImportField.guess($0).count }
    }
}
