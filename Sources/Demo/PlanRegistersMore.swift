import Kernel
import Programmes

extension PlanRegisters {
    /// Of some places, by their name: drawn like the talking picture, for nobody took a photo of what does not exist.
    static let pictures: [String: [UInt8]] = [
        "Ambacht aan de Gouwe": PackageResources.workbench_png,
        "De Nieuwe Werf": PackageResources.street_png,
        "Bouwhergebruik Waard": PackageResources.yard_png,
    ]

    static let others = meetings + places + procurement + rules + space + needs + education

    private static let meetings = [
        kept(
            "2025-08-20",
            "bijeenkomsten",
            [
                "onderwerp": ["Verdienen aan reparatie"], "dag": ["2025-10-14"], "sector": ["maakindustrie"],
                "gemeente": ["GM0484"], "netwerk": ["pghw"],
            ],
            ["2025-08-20 gepland", "2025-10-15 geweest"]
        ),
        kept(
            "2026-01-12",
            "bijeenkomsten",
            [
                "onderwerp": ["Kennis- en innovatiecafé"], "dag": ["2026-03-12"], "sector": ["bouw", "groen"],
                "gemeente": ["GM0513"], "netwerk": ["duurzaamheidsplatform"],
            ],
            ["2026-01-12 gepland"]
        ),
        kept(
            "2026-02-06",
            "bijeenkomsten",
            [
                "onderwerp": ["Meten wat het oplevert"], "dag": ["2026-03-26"], "sector": ["maakindustrie"],
                "gemeente": ["GM0632"], "netwerk": ["ebda"],
            ],
            ["2026-02-06 gepland"]
        ),
    ]

    private static let places =
        [
            ("Repaircafé De Schroef", "repaircafe", "GM0484"), ("Kringloop Het Pakhuis", "kringloop", "GM0513"),
            ("Fietsmaker Proef", "reparateur", "GM0632"), ("Milieustraat Zuid", "milieustraat", "GM1931"),
            ("Repaircafé Aan de Plas", "repaircafe", "GM1892"), ("Bouwhergebruik Waard", "bouwmateriaal", "GM1978"),
        ].map { name, kind, area in
            kept(
                "2025-02-03",
                "plekken",
                ["naam": [name], "soort": [kind], "gemeente": [area], "open": ["zaterdag van 10 tot 13 uur"]],
                ["2025-02-04 open"]
            )
        }

    private static let procurement = [
        kept(
            "2024-10-22",
            "inkoop",
            ["segment": ["Meubels voor kantoren"], "sector": ["maakindustrie"], "kopers": ["gouda", "alphen"]],
            ["2024-12-18 gekozen", "2025-03-04 geraadpleegd", "2025-06-12 afgesproken"]
        ),
        kept(
            "2024-10-22",
            "inkoop",
            ["segment": ["Bestrating"], "sector": ["bouw"], "kopers": ["gouda", "woerden", "krimpenerwaard"]],
            ["2024-12-18 gekozen"]
        ),
        kept("2024-11-05", "inkoop", ["segment": ["Groenonderhoud"], "sector": ["groen"]], ["2024-12-18 gekozen"]),
        kept("2026-01-21", "inkoop", ["segment": ["Werkkleding"], "sector": ["afval"]]),
    ]

    private static let rules = [
        kept(
            "2024-10-15",
            "regels",
            [
                "regel": ["Wanneer iets geen afval meer is"],
                "hindert": ["Schoon snijafval mag niet zonder vergunning naar de buurman."],
                "gericht": ["omgevingsdienst", "rijk"], "via": ["ipo"], "bedrijven": ["7"],
            ],
            ["2024-11-01 onderzocht", "2024-12-13 geholpen"]
        ),
        kept(
            "2025-03-10",
            "regels",
            [
                "regel": ["Eisen aan gebruikt hout"], "hindert": ["Gebruikt hout heeft geen sterkteklasse."],
                "gericht": ["rijk"], "via": ["branche"], "bedrijven": ["4"],
            ],
            ["2025-04-01 proef", "2026-02-18 geholpen"]
        ),
        kept(
            "2025-09-02",
            "regels",
            [
                "regel": ["Opslag van reststromen"], "hindert": ["Opslaan mag korter dan een keten nodig heeft."],
                "gericht": ["gemeente"], "via": ["vng"],
            ],
            ["2025-10-01 gevraagd"]
        ),
    ]

    private static let space = [
        kept(
            "2025-01-14",
            "ruimte",
            [
                "geval": ["Demontagehal vindt geen kavel"], "gemeente": ["GM1978"], "oorzaak": ["kavel", "milieu"],
                "nodig": ["4500"], "over": ["molenlanden"],
            ],
            ["2025-02-03 onderzocht", "2025-05-06 besproken"]
        ),
        kept(
            "2025-11-11",
            "ruimte",
            ["geval": ["Geen stroom voor een vezelmachine"], "gemeente": ["GM1892"], "oorzaak": ["stroom"]]
        ),
    ]

    private static let needs = [
        kept(
            "2025-01-22",
            "behoeften",
            [
                "behoefte": ["Wie mag mijn snijafval hebben?"], "soort": ["regels"], "gehoord": ["2025-01-21"],
                "gemeente": ["GM0484"],
            ],
            ["2025-01-23 bij-loket", "2025-04-02 geholpen"]
        ),
        kept(
            "2026-02-12",
            "behoeften",
            [
                "behoefte": ["Hulp bij een levensloopmeting"], "soort": ["kennis"], "gehoord": ["2026-02-11"],
                "gemeente": ["GM0513"],
            ]
        ),
    ]

    private static let education = [
        kept(
            "2025-06-02",
            "onderwijs",
            [
                "titel": ["Bouwen met oude balken"], "soort": ["proef"], "opleiding": ["bouwen"], "school": ["civ"],
                "periode": ["2025-09-01", "2026-07-01"], "leerlingen": ["24"],
            ],
            ["2025-09-01 loopt"]
        ),
        kept(
            "2025-06-02",
            "onderwijs",
            [
                "titel": ["Meubels uit sloop"], "soort": ["proef"], "opleiding": ["interieur"], "school": ["hmc"],
                "periode": ["2025-09-15", "2026-06-15"], "leerlingen": ["18"],
            ],
            ["2025-09-15 loopt"]
        ),
        kept(
            "2026-02-10",
            "onderwijs",
            [
                "titel": ["Stage bij een vezelteler"], "soort": ["stage"], "opleiding": ["tuinbouw"],
                "periode": ["2026-09-01", ""],
            ]
        ),
    ]
}
