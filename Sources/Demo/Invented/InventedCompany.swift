import Kernel
import Programmes

/// A company that does not exist, and looks it: its numbers start with 99, its mail ends in `.example`.
struct InventedCompany {
    let name: String
    let kvkNumber: String
    let branchNumber: String
    let sector: Sector.ID
    let sbiCode: String
    let size: SizeClass
    let street: String
    let postcode: String
    let city: String
    let municipality: AreaCode
    let isMember: Bool?
    let contact: InventedPerson
}

struct InventedPerson {
    let name: String
    let position: String
    let email: String
    let phone: String
}

extension InventedCompany {
    /// As many as the plan counts members in the deal area, and a spread over the other municipalities.
    static func all(in programme: Programme, seed: UInt64) -> [InventedCompany] {
        var dice = Dice("companies", seed: seed)
        var names = Set<String>()
        return programme.municipalities.sorted { $0.code < $1.code }.flatMap { municipality in
            (0..<count(in: municipality)).map { _ in
                make(in: municipality, programme: programme, names: &names, dice: &dice)
            }
        }
    }

    private static func count(in municipality: Area) -> Int {
        if let members = municipality.members { return members }
        // The larger places have more workshops; the numbers are invented.
        return largePlaces[municipality.name] ?? 8
    }

    private static let largePlaces = [
        "Rotterdam": 46, "'s-Gravenhage": 26, "Dordrecht": 24, "Westland": 20, "Krimpenerwaard": 20, "Molenlanden": 20,
        "Zuidplas": 14, "Gorinchem": 14, "Schiedam": 14, "Hoeksche Waard": 14, "Zwijndrecht": 12, "Ridderkerk": 12,
        "Leiden": 10, "Gouda": 12, "Sliedrecht": 12, "Hardinxveld-Giessendam": 12, "Papendrecht": 10,
    ]

    private static func make(
        in municipality: Area,
        programme: Programme,
        names: inout Set<String>,
        dice: inout Dice
    ) -> InventedCompany {
        let sector = dice.pick(programme.sectors)
        let name = freshName(for: sector, names: &names, dice: &dice)
        let contact = person(at: name, dice: &dice)
        return InventedCompany(
            name: name,
            kvkNumber: "99\(digits(6, &dice))",
            branchNumber: "0000\(digits(8, &dice))",
            sector: sector.code,
            sbiCode: sector.sbi.isEmpty ? "2562" : dice.pick(sector.sbi),
            size: dice.pick(weighted: [
                (.one, 12), (.from2To9, 40), (.from10To19, 22), (.from20To49, 17), (.from50To99, 6), (.from100, 3),
            ]),
            street: "\(dice.pick(streets)) \(dice.number(1...148))",
            postcode: postcode(in: municipality, dice: &dice),
            city: municipality.name,
            municipality: municipality.code,
            isMember: dice.pick(weighted: [(true, 62), (false, 30), (nil, 8)]),
            contact: contact
        )
    }

    private static func freshName(for sector: Sector, names: inout Set<String>, dice: inout Dice) -> String {
        let trades = tradeWords[sector.code.description] ?? ["Metaal"]
        while true {
            let stem = dice.pick(stems)
            let trade = dice.pick(trades)
            let form = dice.pick(weighted: [("BV", 70), ("", 15), ("VOF", 15)])
            let name = [stem, trade, form].filter { !$0.isEmpty }.joined(separator: " ")
            if names.insert(name).inserted { return name }
        }
    }

    private static func person(at company: String, dice: inout Dice) -> InventedPerson {
        let first = dice.pick(firstNames)
        let last = dice.pick(lastNames)
        let host = company.folded.filter { $0.isLetter || $0.isNumber }
        return InventedPerson(
            name: "\(first) \(last)",
            position: dice.pick(positions),
            email: "\(first.folded)@\(host).example",
            phone: "06 00 00 \(digits(2, &dice)) \(digits(2, &dice))"
        )
    }

    private static func postcode(in municipality: Area, dice: inout Dice) -> String {
        guard !municipality.postcodes.isEmpty else { return "9999 XX" }
        let range = dice.pick(municipality.postcodes)
        return "\(dice.number(range.first...range.last)) \(dice.pick(postcodeLetters))\(dice.pick(postcodeLetters))"
    }

    private static func digits(_ count: Int, _ dice: inout Dice) -> String {
        (0..<count).map { _ in "\(dice.number(0...9))" }.joined()
    }
}

private let postcodeLetters = "ABCDEGHJKLMNPRTVWXZ".map(String.init)
private let streets = [
    "Voorbeeldweg", "Verzonnenstraat", "Proefkade", "Oefenlaan", "Denkbeeldigeweg", "Smeltovenstraat", "Aambeeldweg",
    "Moersleutelkade", "Klinknagelstraat", "Draadeindlaan", "Lasvonkweg", "Slijptolstraat", "Freesbankweg",
    "Kotterkade",
]
private let stems = [
    "Vonk", "IJzersterk", "Spaander", "Blinkhof", "Zwaluwmoer", "Koperwiek", "Staalslag", "De Gouden Moer", "Lasrobijn",
    "Bramenvrij", "Hamerhaai", "De Rechte Haak", "Klinkklaar", "Smidse Zeven", "Wervelspaan", "Roestvrij Verbeeld",
    "Plaatwerk Plus", "Draaikolk", "Schuifmaat", "Boorlust", "De Platte Bank", "Kromstaal", "Nagelvast",
    "Gloeiend Heet",
    "Passie & Past", "Tandrad", "Onder Spanning", "Holle As", "Veerkracht", "Dubbel T", "Kantpers Karel", "Zilvervis",
    "Bankschroef", "De Stalen Vlinder", "Vuurvlieg", "Hoekprofiel", "Torentje Koper", "Blauwstaal", "Gietgoed",
    "Lange Lat", "Meetlat", "Ponsvogel", "Rolletje", "Slag op Slag", "Stoomfluit", "Vijlgoed", "Waterpas",
    "Zetwerk Zes",
]
private let tradeWords: [String: [String]] = [
    "verspanen": ["Verspaning", "Precisie", "Draaiwerk", "Freestechniek", "CNC"],
    "plaat-constructie": ["Constructie", "Plaatwerk", "Staalbouw", "Hekwerken", "Laswerk"],
    "oppervlakte": ["Coating", "Straalwerk", "Galvano", "Poederlak"],
    "machinebouw": ["Machinebouw", "Transportsystemen", "Machines", "Apparatenbouw"],
    "maritiem": ["Scheepstechniek", "Maritiem", "Jachtbouw", "Lieren"],
    "engineering": ["Engineering", "Ontwerp", "Tekenkamer", "Constructieadvies"],
    "montage-onderhoud": ["Montage", "Onderhoud", "Service", "Revisie"],
]
private let firstNames = [
    "Aafje", "Bram", "Carlijn", "Dirk", "Esma", "Fenna", "Gijs", "Hatice", "Ivo", "Jochem", "Karim", "Lotte", "Mees",
    "Nadia", "Otto", "Pien", "Quinten", "Roos", "Sven", "Tessa", "Umut", "Vera", "Wout", "Xandra", "Ysbrand", "Zoë",
]
private let lastNames = [
    "Aambeeld", "Blikslager", "van der Boor", "Draaibank", "de Frees", "Gietijzer", "Hamerslag", "van Kantpers",
    "Klinknagel", "Lasdraad", "de Moer", "Nippel", "Passer", "van het Plaatwerk", "Schroot", "Slijpsteen", "Spanenbak",
    "van Staal", "Tandwiel", "Vijl", "Zaagsnede", "de Zetter",
]
private let positions = ["directeur", "eigenaar", "bedrijfsleider", "werkvoorbereider", "hoofd productie"]
