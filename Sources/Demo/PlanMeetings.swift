import Governance
import Kernel
import Programmes

/// The meetings of the Groene Hart in the demonstration. All of it is invented.
enum PlanMeetings {
    struct Held {
        let day: Day
        let part: GovernanceBody.Part
        let place: String
        let agenda: [(title: String, kind: AgendaItem.Kind, line: String)]
        var decisions: [Decided] = []
        var points: [(words: String, owner: String, due: String, line: String)] = []
        /// At the item with that title.
        var papers: [(title: String, name: String, text: String)] = []
    }

    struct Decided {
        let words: String
        let lines: [String]
        var supersedes = ""
        var payer = ""
        var informed = ""
    }

    static let all = [
        Held(
            day: day("2024-12-09"),
            part: .decides,
            place: "Woerden",
            agenda: [("Jaarplan 2025", .decide, ""), ("Ketenregisseur", .decide, "3.1")],
            decisions: [
                Decided(
                    words: "Het jaarplan 2025 is vastgesteld.",
                    lines: ["1.1", "1.2", "3.1"],
                    informed: "alle trekkers"
                ),
                Decided(
                    words: "De ketenregisseur begint op 1 februari 2025, twee dagen per week.",
                    lines: ["3.1"],
                    payer: "zuid-holland"
                ),
            ],
            points: [("Opdracht voor de ketenregisseur schrijven", "Lot Leidraad", "2025-01-17", "3.1")]
        ),
        Held(
            day: day("2025-06-16"),
            part: .decides,
            place: "Gouda",
            agenda: [("Ketenregisseur", .decide, "3.1"), ("Ruimte voor ambachtscentra", .discuss, "3.2")],
            decisions: [
                Decided(
                    words: "De ketenregisseur gaat door tot eind 2026, drie dagen per week.",
                    lines: ["3.1"],
                    supersedes: "2",
                    payer: "zuid-holland",
                    informed: "Building Balance en het Grondstoffencollectief"
                )
            ],
            points: [
                ("Leegstaande panden per gemeente op een rij zetten", "Wout van de Werkplaats", "2025-10-01", "3.2")
            ]
        ),
        Held(
            day: day("2026-03-16"),
            part: .decides,
            place: "Alphen aan den Rijn",
            agenda: [
                ("Stand van het plan", .inform, ""), ("Campagne: tweede ronde", .decide, "2.1"),
                ("Waar de lijnen om vragen", .discuss, ""),
            ],
            papers: [
                (
                    "Campagne: tweede ronde", "kosten tweede ronde.csv",
                    """
                    post;bedrag
                    Teksten en beeld;3200
                    Advertenties in 12 gemeenten;4800
                    Meting achteraf;1500
                    """
                )
            ]
        ),
    ]

    private static func day(_ text: String) -> Day { Day(text) ?? Day(daysSinceEpoch: 0) }
}
