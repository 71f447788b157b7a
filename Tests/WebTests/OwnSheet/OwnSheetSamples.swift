import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals

/// Own praatplaten of invented companies: with usual, no, and far too much content.
enum OwnSheetSample: String, CaseIterable {
    case usual, empty, full

    var sheet: OwnSheet {
        let talk = Self.talkSheet
        let codes = talk.activities.map(\.code)
        func every(_ step: Int, from start: Int) -> Set<Activity.ID> {
            Set(codes.enumerated().filter { $0.offset % step == start }.map(\.element))
        }
        let answers: SheetAnswers =
            switch self {
            case .usual:
                SheetAnswers(
                    doing: every(3, from: 0),
                    ambition: every(6, from: 1),
                    notApplicable: every(12, from: 2)
                )
            case .empty: SheetAnswers()
            case .full: SheetAnswers(doing: Set(codes), ambition: every(2, from: 0))
            }
        let isFull = self == .full
        return OwnSheet(
            companyName: isFull
                ? "Gebroeders Van der Vonkenberg-Staalstra Constructie- en Machinefabriek Nieuwerkerk B.V."
                : "Vonk Constructie BV",
            municipalityName: self == .empty ? nil : "Waddinxveen",
            programmeName: Text(nl: "MKB-Deal Circulaire Maakindustrie Metaal", en: "SME Deal Circular Metal Industry"),
            heldOn: Day("2026-02-12")!,
            interviewerName: "Iris Vraagt",
            sheet: talk,
            ladder: Self.ladder,
            answers: answers,
            nextSteps: self == .empty ? [] : Self.steps(isFull ? 9 : 3),
            helpers: self == .empty ? [] : Self.helpers(isFull ? 8 : 3),
            goodExamples: self == .empty
                ? [] : Array(repeating: "Restplaat gaat naar de vakschool om de hoek", count: isFull ? 12 : 1),
            followUpOn: self == .empty ? nil : Day("2026-06-09"),
            link: self == .empty ? nil : "https://karavaan.example.nl/mijn/1qL9o0fB7nT4xkzW2m5d3A"
        )
    }

    private static func steps(_ count: Int) -> [String] {
        let texts = [
            "Snijverlies per week opschrijven en in april vergelijken",
            "Twee oude hekwerken terughalen bij klant De Linde en uit elkaar halen",
            "Offerte vragen voor naslijpen van frezen",
        ]
        return (0..<count).map { texts[$0 % 3] }
    }

    private static func helpers(_ count: Int) -> [OwnSheet.Helper] {
        let some = [
            OwnSheet.Helper(
                name: "Versnellingsteam Metaal",
                agreement: "kennismaking in de hal",
                contact: "Cor Coach, 070 000 00 01",
                day: Day("2026-03-03"),
                isToBeConfirmed: true
            ),
            OwnSheet.Helper(
                name: "De Haagse Hogeschool, lectoraat Remanufacturing",
                agreement: "een student bekijkt of de hekwerken te reviseren zijn",
                contact: "Anna Berg",
                day: nil,
                isToBeConfirmed: false
            ),
            OwnSheet.Helper(
                name: "Kennissessie Reviseren loont",
                agreement: "Alphen aan den Rijn, 16.00 uur",
                contact: nil,
                day: Day("2026-03-19"),
                isToBeConfirmed: false
            ),
        ]
        return (0..<count).map { some[$0 % 3] }
    }

    static let ladder: [LadderRung] = {
        let words = [
            ("weglaten", "leave out"), ("anders aanpakken", "rethink"), ("minder gebruiken", "use less"),
            ("opnieuw gebruiken", "use again"), ("repareren", "repair"), ("opknappen", "refurbish"),
            ("reviseren", "remanufacture"), ("ander leven", "other life"), ("omsmelten", "remelt"),
            ("energie terug", "energy back"),
        ]
        let json = zip(LadderStep.allCases, words).map { step, word in
            [
                "step": step.rawValue, "term": step.rawValue, "word": ["nl": word.0, "en": word.1],
                "explanation": ["nl": word.0, "en": word.1],
            ] as [String: Any]
        }
        return decoded(json)
    }()

    /// Seven themes, with the codes that the picture knows; made from their parts, so that none is a real sheet.
    static let talkSheet: TalkSheet = {
        let themes: [(code: String, name: String, prefix: String, count: Int)] = [
            ("grondstoffen", "Grondstoffen", "GR", 13), ("product", "Product", "PR", 16),
            ("productieproces", "Productieproces", "PP", 17),
            ("overige_bedrijfsactiviteiten", "Overige bedrijfsactiviteiten", "OV", 15),
            ("samenwerking_keten", "Samenwerking in de keten", "SK", 15),
            ("energietransitie", "Energietransitie", "EN", 14),
            ("gebouw", "Gebouw", "GB", 15),
        ]
        let texts = [
            "We nesten snijwerk met software en meten het snijverlies", "Slijtdelen zijn los te vervangen",
            "Schroot scheiden we bij de machine, per materiaal en legering",
            "Klant krijgt een reparatiehandleiding en een onderdelentekening mee",
            "Reststukken leggen we op maat weg en gebruiken we eerst",
            "Verbindingen zijn los te maken: bouten in plaats van lassen of lijmen",
        ]
        var activities: [Any] = []
        for theme in themes {
            for number in 1...theme.count {
                let text = texts[(activities.count) % texts.count]
                activities.append([
                    "code": String(format: "%@%02d", theme.prefix, number), "theme": theme.code,
                    "step": "R\((number * 7 + theme.count) % 10)", "text": ["nl": text, "en": text],
                    "isCore": number <= 8,
                ])
            }
        }
        let json: [String: Any] = [
            "version": 1,
            "themes": themes.map {
                [
                    "code": $0.code, "name": ["nl": $0.name, "en": $0.name], "question": ["nl": "?", "en": "?"],
                    "isApart": $0.prefix == "EN" || $0.prefix == "GB",
                ] as [String: Any]
            },
            "activities": activities, "successors": [Any](),
        ]
        return decoded(json)
    }()

    private static func decoded<Value: Decodable>(_ json: Any) -> Value {
        do {
            return try JSONDecoder().decode(Value.self, from: JSONSerialization.data(withJSONObject: json))
        } catch {
            fatalError("the sample sheet: \(error)")
        }
    }
}
