import Foundation
import Kernel
import Programmes
import Statistics

/// Publications as open data: a table in CSV, what its columns mean (CSVW), and a catalogue (DCAT-AP-NL 3.0).
struct OpenData {
    /// Without a slash at the end.
    let site: String
    /// An e-mail address; without one the site itself is where to ask.
    let contact: String?

    static let csvName = "cijfers.csv"
    static let metadataName = "cijfers.csv-metadata.json"
    static let bundleName = "bundel.json"

    // MARK: Table

    private struct Column {
        let name: String
        let title: Text
        let type: String
        let description: Text
    }

    private static let columns = [
        Column(
            name: "peildatum",
            title: Text(nl: "peildatum", en: "as of"),
            type: "date",
            description: Text(
                nl: "De laatste dag waarvan gesprekken meetellen.",
                en: "The last day whose conversations count."
            )
        ),
        Column(
            name: "onderwerp",
            title: Text(nl: "onderwerp", en: "subject"),
            type: "string",
            description: Text(
                nl: "Code van de vraag; area is het aantal bedrijven.",
                en: "Code of the question; area is the number of companies."
            )
        ),
        Column(
            name: "onderwerp_naam",
            title: Text(nl: "naam van het onderwerp", en: "name of the subject"),
            type: "string",
            description: Text(nl: "De vraag in het Nederlands.", en: "The question in Dutch.")
        ),
        Column(
            name: "gebied",
            title: Text(nl: "gebied", en: "area"),
            type: "string",
            description: Text(
                nl: "CBS-code van gemeente of provincie, of de code van een ander gebied.",
                en: "CBS code of a municipality or province, or the code of another area."
            )
        ),
        Column(
            name: "gebied_naam",
            title: Text(nl: "naam van het gebied", en: "name of the area"),
            type: "string",
            description: Text(nl: "Het gebied in het Nederlands.", en: "The area in Dutch.")
        ),
        Column(
            name: "antwoord",
            title: Text(nl: "antwoord", en: "answer"),
            type: "string",
            description: Text(
                nl: "Wat bedrijven antwoordden; leeg bij aantallen bedrijven.",
                en: "What companies answered; empty for numbers of companies."
            )
        ),
        Column(
            name: "bedrijven",
            title: Text(nl: "bedrijven", en: "companies"),
            type: "integer",
            description: Text(
                nl: "Aantal bedrijven; leeg als het verborgen is om bedrijven te beschermen.",
                en: "Number of companies; empty when it is hidden to protect companies."
            )
        ),
    ]

    /// RFC 4180, UTF-8.
    static func csv(_ edition: PublishedFigures.Edition, in programme: Programme) -> String {
        let words = FigureWords(programme: programme, tree: edition.tree)
        let lines = edition.rows.map { row in
            let subject =
                row.table == FigureTables.area
                ? Text(nl: "Aantal bedrijven", en: "Number of companies") : words.question(row.table)
            return [
                edition.publication.measuredOn.description, row.table, subject.nl, row.area, words.area(row.area).nl,
                row.answer.isEmpty ? "" : words.answer(row.answer, of: row.table).nl, row.count.map { "\($0)" } ?? "",
            ]
        }
        return ([columns.map(\.name)] + lines).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func quoted(_ text: String) -> String {
        text.contains { "\",\r\n".contains($0) } ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }

    /// What the columns mean: Tabular Metadata (CSVW).
    func metadata(_ edition: PublishedFigures.Edition, in programme: Programme) -> String {
        json([
            "@context": ["http://www.w3.org/ns/csvw", ["@language": "nl"]],
            "url": Self.csvName,
            "dc:title": title(programme),
            "dc:license": ["@id": Self.license],
            "dc:issued": edition.publication.published.map { Day($0.at).description } ?? "",
            "dialect": ["header": true, "delimiter": ",", "encoding": "utf-8"],
            "tableSchema": [
                "primaryKey": ["onderwerp", "gebied", "antwoord"],
                "columns": Self.columns.map { column in
                    [
                        "name": column.name,
                        "titles": ["nl": column.name],
                        "datatype": column.type,
                        "dc:description": column.description.nl,
                        "required": column.type == "date",
                    ] as [String: Any]
                },
            ] as [String: Any],
        ])
    }

    // MARK: Catalogue

    private static let license = "http://creativecommons.org/publicdomain/zero/1.0/deed.nl"
    private static let authority = "http://publications.europa.eu/resource/authority"

    /// Every publication of every programme, as JSON-LD.
    func catalogue(_ programmes: [(programme: Programme, figures: PublishedFigures)]) -> String {
        let datasets = programmes.filter { $0.figures.last != nil }.map { dataset($0.programme, $0.figures) }
        return json([
            "@context": [
                "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#",
                "xsd": "http://www.w3.org/2001/XMLSchema#", "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
            ],
            "@id": site + Addresses.catalogue.path(),
            "@type": "dcat:Catalog",
            "dct:title": dutch("Cijfers over circulair ondernemen"),
            "dct:description": dutch("Anonieme cijfers van programma's die bedrijven helpen circulair te worden."),
            "dct:publisher": publisher(programmes.first?.programme),
            "dcat:contactPoint": contactPoint,
            "foaf:homepage": ["@id": site + Addresses.figureProgrammes.path(), "@type": "foaf:Document"],
            "dcat:dataset": datasets,
        ])
    }

    private func dataset(_ programme: Programme, _ figures: PublishedFigures) -> [String: Any] {
        let page = site + Addresses.figures.path(programme.id)
        let id = page + "#cijfers"
        var dataset: [String: Any] = [
            "@id": id,
            "@type": "dcat:Dataset",
            "dct:title": dutch(title(programme)),
            "dct:description": dutch(
                "Hoe circulair bedrijven zijn en wat zij willen, per gemeente, regio en provincie. Cijfers die een bedrijf zouden verraden, zijn verborgen."
            ),
            "dct:identifier": id,
            "dct:publisher": publisher(programme),
            "dct:creator": publisher(programme),
            "dcat:contactPoint": contactPoint,
            "dcat:theme": [reference("data-theme/ENVI", "skos:Concept"), reference("data-theme/ECON", "skos:Concept")],
            "dct:accessRights": reference("access-right/PUBLIC", "dct:RightsStatement"),
            "dct:language": reference("language/NLD", "dct:LinguisticSystem"),
            "dcat:landingPage": ["@id": page, "@type": "foaf:Document"],
            "dcat:distribution": figures.editions.reversed().flatMap { distributions(programme, $0) },
        ]
        if let last = figures.last?.publication.published {
            dataset["dct:modified"] = ["@type": "xsd:date", "@value": Day(last.at).description]
        }
        return dataset
    }

    private func distributions(_ programme: Programme, _ edition: PublishedFigures.Edition) -> [[String: Any]] {
        let page = site + Addresses.edition.path(programme.id, edition.publication.number)
        let day = Formats.long(edition.publication.measuredOn, .dutch)
        return [(Self.csvName, "text/csv", "Cijfers"), (Self.bundleName, "application/json", "Bundel met bewijs")].map {
            name,
            type,
            title in
            [
                "@id": "\(page)/\(name)",
                "@type": "dcat:Distribution",
                "dct:title": dutch("\(title), stand van \(day)"),
                "dcat:accessURL": ["@id": page, "@type": "rdfs:Resource"],
                "dcat:downloadURL": ["@id": "\(page)/\(name)", "@type": "rdfs:Resource"],
                "dcat:mediaType": [
                    "@id": "http://www.iana.org/assignments/media-types/\(type)", "@type": "dct:MediaType",
                ],
                "dct:license": ["@id": Self.license, "@type": "dct:LicenseDocument"],
            ]
        }
    }

    private func title(_ programme: Programme) -> String { "Cijfers per gebied: \(programme.name.nl)" }

    private func publisher(_ programme: Programme?) -> [String: Any] {
        let name = programme.flatMap { $0.partners.first(where: \.isDealPartner) ?? $0.partners.first }?.name
        return ["@id": site + "/#uitgever", "@type": "foaf:Agent", "foaf:name": dutch(name ?? "Karavaan")]
    }

    private var contactPoint: [String: Any] {
        var point: [String: Any] = ["@type": "vcard:Organization", "vcard:fn": "Karavaan"]
        if let contact {
            point["vcard:hasEmail"] = ["@id": "mailto:\(contact)"]
        } else {
            point["vcard:hasURL"] = ["@id": site]
        }
        return point
    }

    private func reference(_ path: String, _ type: String) -> [String: Any] { ["@id": "\(Self.authority)/\(path)"] }
    private func dutch(_ text: String) -> [String: Any] { ["@language": "nl", "@value": text] }

    private func json(_ value: [String: Any]) -> String {
        let options: JSONSerialization.WritingOptions = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        guard let data = try? JSONSerialization.data(withJSONObject: value, options: options) else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }
}
