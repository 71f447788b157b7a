import ActionLines
import Kernel
import Programmes

/// What is told about the lines of the Groene Hart in the demonstration. All of it is invented.
enum PlanStory {
    struct Told {
        let day: Day
        let line: ActionLine.ID
        let form: LineUpdateForm
    }

    static let all = first + second + third

    private static let first = [
        told("2024-09-20", "1.1", .onCourse, "Drie netwerken hebben hun agenda gestuurd.", steps: ["1.1-1": "doing"]),
        told(
            "2024-12-12",
            "1.1",
            .onCourse,
            "Alle agenda's staan naast elkaar.",
            evidence: .documented,
            source: "Gezamenlijke agenda 2025",
            results: ["1.1-A": 1],
            steps: ["1.1-1": "done", "1.1-2": "doing"]
        ),
        told(
            "2024-10-03",
            "1.2",
            .onCourse,
            "De eerste twaalf bedrijven zijn bezocht.",
            evidence: .seen,
            steps: ["1.2-1": "doing"]
        ),
        told(
            "2024-12-17",
            "1.2",
            .attention,
            "Het plan is bijna klaar; twee gemeenten lezen nog mee.",
            ask: "Lees het plan voor 10 januari",
            of: "Gemeenten in het programmateam",
            steps: ["1.2-2": "done"]
        ),
        told(
            "2024-11-05",
            "2.1",
            .onCourse,
            "Er is een overzicht van eerdere campagnes.",
            evidence: .documented,
            source: "Overzicht campagnes",
            steps: ["2.1-1": "done", "2.1-2": "doing"]
        ),
        told(
            "2024-12-19",
            "2.1",
            .onCourse,
            "De keuze valt op het repareren van kleding.",
            steps: ["2.1-2": "done"]
        ),
        told(
            "2024-12-10",
            "2.2",
            .attention,
            "Het onderzoek naar doelgroepen loopt uit.",
            ask: "Een onderzoeker voor acht dagen",
            of: "Platform Groene Hart Werkt!",
            steps: ["2.2-1": "doing"]
        ),
        told(
            "2024-11-21",
            "3.1",
            .onCourse,
            "Twee kennissessies zijn gehouden.",
            evidence: .seen,
            results: ["3.1-A": 2, "3.1-C": 1],
            steps: ["3.1-1": "doing"]
        ),
        told(
            "2024-12-20",
            "3.1",
            .attention,
            "Drie van de vijf afnemers tekenden; er is geen geld voor 2025.",
            ask: "Dekking voor de ketenregisseur",
            of: "Bestuurlijk overleg",
            evidence: .documented,
            source: "Intentieverklaringen",
            results: ["3.1-A": 3, "3.1-C": 2],
            steps: ["3.1-2": "doing"]
        ),
    ]

    private static let second = [
        told(
            "2024-12-05",
            "3.2",
            .onCourse,
            "De ambachtscentra zijn voor het eerst bij elkaar geweest.",
            evidence: .seen,
            results: ["3.2-A": 1],
            steps: ["3.2-1": "doing", "3.2-2": "doing"]
        ),
        told(
            "2025-03-18",
            "3.2",
            .onCourse,
            "De coach begon in maart bij twee centra.",
            results: ["3.2-B": 1],
            steps: ["3.2-3": "doing"]
        ),
        told(
            "2024-12-11",
            "3.3",
            .stuck,
            "Bedrijven geven hun data niet, omdat onduidelijk is wie ze ziet.",
            ask: "Een afspraak over data",
            of: "Provincie Zuid-Holland",
            steps: ["3.3-1": "doing"]
        ),
        told(
            "2025-04-09",
            "3.3",
            .attention,
            "Er is een afspraak over data; één keten is begonnen.",
            ask: "Een tweede keten kiezen",
            of: "Gemeenten",
            steps: ["3.3-1": "done", "3.3-2": "doing"]
        ),
        told(
            "2024-12-18",
            "4.1",
            .onCourse,
            "Drie soorten inkoop zijn gekozen: wegen, meubels en groen.",
            evidence: .documented,
            source: "Verslag inkopers",
            steps: ["4.1-1": "done", "4.1-3": "done", "4.1-2": "doing"]
        ),
        told(
            "2025-06-12",
            "4.1",
            .onCourse,
            "Voor meubels is een afspraak gemaakt.",
            evidence: .documented,
            source: "Convenant meubels",
            steps: ["4.1-4": "doing"]
        ),
        told(
            "2025-01-14",
            "4.2",
            .onCourse,
            "Veertien gevallen staan op een rij; één kennissessie gehouden.",
            evidence: .seen,
            results: ["4.2-A": 1, "4.2-B": 1],
            steps: ["4.2-1": "done", "4.2-2": "doing"]
        ),
        told(
            "2024-12-13",
            "4.3",
            .onCourse,
            "De leerkring kwam twee keer bij elkaar.",
            evidence: .seen,
            results: ["4.3-A": 1],
            steps: ["4.3-1": "doing", "4.3-2": "doing"]
        ),
        told(
            "2024-12-16",
            "5.1",
            .onCourse,
            "Het aanspreekpunt is begonnen.",
            results: ["5.1-A": 1, "5.1-B": 1],
            steps: ["5.1-1": "done"]
        ),
    ]

    private static let third = [
        told(
            "2025-02-06",
            "1.2",
            .onCourse,
            "Het plan voor één loket is vastgesteld.",
            evidence: .documented,
            source: "Plan één loket",
            results: ["1.2-A": 1],
            steps: ["1.2-3": "doing"]
        ),
        told(
            "2025-07-08",
            "1.2",
            .attention,
            "Twee loketten zijn samen; het derde wacht op een besluit.",
            ask: "Besluit over het derde loket",
            of: "Bestuurlijk overleg",
            steps: ["1.2-3": "done", "1.2-4": "doing"]
        ),
        told(
            "2025-11-20",
            "1.2",
            .onCourse,
            "Alle loketten hebben nu één voordeur.",
            evidence: .seen,
            results: ["1.2-B": 1],
            steps: ["1.2-4": "done"]
        ),
        told(
            "2025-09-16",
            "1.1",
            .onCourse,
            "Twee kwartaalbijeenkomsten gehouden, met samen negentig ondernemers.",
            evidence: .seen,
            steps: ["1.1-3": "done", "1.1-4": "doing"]
        ),
        told(
            "2025-10-02",
            "5.1",
            .attention,
            "Bouw en tuinbouw doen mee; interieur zoekt nog bedrijven.",
            ask: "Drie bedrijven voor opdrachten",
            of: "Ondernemersverenigingen",
            steps: ["5.1-2": "doing"]
        ),
        told(
            "2026-01-22",
            "3.1",
            .onCourse,
            "De vijfde afnemer tekende.",
            evidence: .documented,
            source: "Intentieverklaringen",
            steps: ["3.1-3": "doing"]
        ),
        told(
            "2026-02-03",
            "2.1",
            .onCourse,
            "De nulmeting is gedaan; de campagne begint in maart.",
            evidence: .documented,
            source: "Nulmeting",
            steps: ["2.1-3": "done", "2.1-4": "doing"]
        ),
        told(
            "2026-02-10",
            "3.2",
            .onCourse,
            "In vier gemeenten is een innamepunt.",
            evidence: .seen
        ),
        told(
            "2026-02-12",
            "3.3",
            .stuck,
            "De tweede keten vindt geen afnemer voor gemengd plastic.",
            ask: "Een afnemer, of een andere stroom",
            of: "Programmateam",
            steps: ["3.3-3": "doing"]
        ),
        told(
            "2026-02-18",
            "4.3",
            .onCourse,
            "Een tweede bedrijf is geholpen met een verklaring einde-afval.",
            evidence: .documented,
            source: "Brief van de omgevingsdienst",
            steps: ["4.3-3": "doing"]
        ),
    ]

    private static func told(
        _ day: String,
        _ line: ActionLine.ID,
        _ status: LineStatus,
        _ why: String,
        ask: String = "",
        of askedOf: String = "",
        evidence: Evidence = .said,
        source: String = "",
        results: [String: Int] = [:],
        steps: [String: String] = [:]
    ) -> Told {
        var form = LineUpdateForm()
        form.status = status.rawValue
        form.why = why
        form.ask = ask
        form.askedOf = askedOf
        form.evidence = evidence.rawValue
        form.source = source
        form.results = results.mapValues(String.init)
        form.steps = steps.mapValues { LineUpdateForm.Step(state: $0) }
        return Told(day: Day(day) ?? Day(daysSinceEpoch: 0), line: line, form: form)
    }
}
