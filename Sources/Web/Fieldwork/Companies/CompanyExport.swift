package import Fieldwork
package import Kernel
package import Programmes
import Spreadsheet

/// Companies as a file that opens right in a Dutch spreadsheet, and that can be read in again. Without contact persons:
/// a list of people is not what an export of companies is for.
package struct CompanyExport {
    private let names: CompanyNames
    private let language: Language

    package init(programme: Programme, language: Language) {
        names = CompanyNames.of(programme)
        self.language = language
    }

    private static let fields = CompanyForm.Field.allCases

    package func text(_ companies: [Company]) -> String {
        let lines = companies.map { company in
            let form = CompanyForm(company)
            return Self.fields.map { names.value(form[$0], of: $0)[language] }
        }
        return CSVWriter.file([Self.fields.map(header)] + lines)
    }

    /// Words that an import knows.
    private func header(_ field: CompanyForm.Field) -> String {
        let header =
            switch field {
            case .name: Text(nl: "Bedrijfsnaam", en: "Company name")
            case .kvkNumber: Text(nl: "KvK-nummer", en: "Chamber of Commerce number")
            case .branchNumber: Text(nl: "Vestigingsnummer", en: "Establishment number")
            case .sbiCode: Text(nl: "SBI-code", en: "SBI code")
            case .sector: Text(same: "Sector")
            case .size: Text(nl: "Aantal medewerkers", en: "Number of employees")
            case .street: Text(nl: "Adres", en: "Street address")
            case .postcode: Text(nl: "Postcode", en: "Postal code")
            case .city: Text(nl: "Plaats", en: "City")
            case .municipality: Text(nl: "Gemeente", en: "Municipality")
            case .isMember: Text(nl: "Lid Metaalunie", en: "Member of Metaalunie")
            case .source: Text(nl: "Herkomst", en: "Source")
            }
        return header[language]
    }
}
