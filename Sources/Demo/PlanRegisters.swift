import Kernel
import Programmes
import Registers

/// What the registers of the Groene Hart hold in the demonstration. All of it is invented.
enum PlanRegisters {
    struct Kept {
        let day: Day
        let register: Register.ID
        let values: [String: [String]]
        /// In which states it was after that, and since when.
        let states: [(day: Day, state: Register.State.ID)]
    }

    static let all = campaigns + demand + supply + centres + streams + others

    private static let campaigns = [
        kept(
            "2024-11-05",
            "campagnes",
            [
                "naam": ["Laat het maken"], "gedrag": ["Kleding laten maken"], "doelgroep": ["gezinnen", "jongeren"],
                "periode": ["2025-03-01", "2025-10-31"], "nulmeting": ["14"], "kosten": ["18500"],
            ],
            ["2024-11-28 onderzocht", "2024-12-19 gemaakt", "2025-03-01 loopt", "2025-11-30 gemeten"]
        ),
        kept(
            "2026-02-03",
            "campagnes",
            [
                "naam": ["Tweede ronde"], "gedrag": ["Apparaten laten repareren"], "doelgroep": ["huurders"],
                "periode": ["2026-09-01", "2026-11-30"],
            ]
        ),
        kept(
            "2026-02-05",
            "uitingen",
            ["titel": ["Wie heeft er een naaimachine?"], "dag": ["2026-03-05"], "kanaal": ["krant"]]
        ),
        kept(
            "2026-02-05",
            "uitingen",
            ["titel": ["Repareerkaart van de streek"], "dag": ["2026-03-19"], "kanaal": ["website", "sociaal"]],
            ["2026-02-20 geschreven"]
        ),
    ]

    private static let demand =
        [
            ("Dertig woningen met hennepwanden", "hennep", "60", "GM0484", "2024-11-20", "2024-12-18"),
            ("School met vlasisolatie", "vlas", "12", "GM0513", "2024-11-20", "2024-12-19"),
            ("Wijkgebouw met rieten gevel", "riet", "8", "GM1931", "2024-12-02", "2024-12-20"),
            ("Geluidscherm van lisdodde", "lisdodde", "25", "GM1892", "2025-05-12", "2025-11-04"),
            ("Straatmeubels van snoeihout", "hout", "40", "GM0632", "2025-06-10", "2026-01-20"),
        ].map { name, material, tonnes, area, day, signed in
            kept(
                day,
                "vraag-biobased",
                [
                    "project": [name], "materiaal": [material], "hoeveel": [tonnes], "gemeente": [area],
                    "wanneer": ["2026-01-01", "2027-12-31"], "koper": ["Proefkoper \(area.suffix(2))", ""],
                    "getekend": [signed],
                ],
                ["\(day) open", "\(signed) toegezegd"]
            )
        } + [
            kept(
                "2026-02-11",
                "vraag-biobased",
                ["project": ["Dertig schuren met vlasisolatie"], "materiaal": ["vlas", "hennep"], "hoeveel": ["30"]],
                ["2026-02-12 open"]
            ),
            kept(
                "2026-02-16",
                "vraag-biobased",
                [
                    "project": ["Oeverbescherming"], "materiaal": ["hout"], "hoeveel": ["15"], "gemeente": ["GM0484"],
                    "wanneer": ["2026-06-01", "2026-09-30"],
                ],
                ["2026-02-17 open"]
            ),
        ]

    private static let supply = [
        kept(
            "2025-04-02",
            "aanbod-biobased",
            [
                "aanbod": ["Vezelhennep van natte grond"], "materiaal": ["hennep"], "hoeveel": ["35"],
                "gemeente": ["GM1892"], "wanneer": ["2026-08-01", "2026-12-31"], "teler": ["Proefteler Zuidplas", ""],
            ],
            ["2025-04-10 open"]
        ),
        kept(
            "2026-01-15",
            "aanbod-biobased",
            [
                "aanbod": ["Snoeihout van dijken"], "materiaal": ["hout"], "hoeveel": ["120"], "gemeente": ["GM0484"],
                "wanneer": ["2026-03-01", "2026-12-31"], "teler": ["Proefschap", ""],
            ],
            ["2026-01-16 open"]
        ),
        kept(
            "2026-02-20",
            "aanbod-biobased",
            ["aanbod": ["Tomatenloof"], "materiaal": ["tuinbouwrest"], "hoeveel": ["200"]]
        ),
    ]

    private static let centres =
        [
            ("De Nieuwe Werf", "GM0632", "2024-10-02", "2025-03-10"),
            ("Ambacht aan de Gouwe", "GM0513", "2024-10-02", "2025-03-12"),
            ("Het Rad", "GM0484", "2025-05-20", "2025-12-09"),
            ("Werkplaats De Waard", "GM1931", "2025-06-01", "2026-02-04"),
        ].map { name, area, day, good in
            kept(
                day,
                "ambachtscentra",
                ["naam": [name], "gemeente": [area], "biedt": ["inname", "reparatie", "verkoop"]],
                ["\(day) open", "\(good) loopt-goed"]
            )
        } + [
            kept(
                "2025-10-01",
                "ambachtscentra",
                ["naam": ["Proeftuin Nieuwkoop"], "gemeente": ["GM0569"], "biedt": ["inname"]],
                ["2025-10-15 proef"]
            )
        ]

    private static let streams = [
        stream(
            "Koper uit oude kabels",
            "metaal",
            "14,5",
            "GM0484",
            "8",
            "2024-11-12",
            ["2025-01-20 gekozen", "2025-04-09 keten"]
        ),
        stream("Pallets van gemengd hout", "hout", "220", "GM0513", "7", "2024-11-12", ["2025-02-11 onderzocht"]),
        stream("Stansresten van plaatstaal", "metaal", "90", "GM0632", "9", "2025-03-03", ["2025-03-20 onderzocht"]),
        stream("Folie van kwekers", "kunststof", "310", "GM0569", "6", "2025-05-14", ["2025-06-18 onderzocht"]),
        stream("Zaagsel en krullen", "hout", "48", "GM1931", "5", "2026-01-28", []),
        kept(
            "2026-02-02",
            "vraag-reststromen",
            [
                "waarvoor": ["Spaanplaat maken"], "soort": ["hout"], "hoeveel": ["150"], "gemeente": ["GM0513"],
                "bedrijf": ["Proefplaat", ""],
            ],
            ["2026-02-03 open"]
        ),
        kept(
            "2026-02-09",
            "vraag-reststromen",
            [
                "waarvoor": ["Klein gietwerk"], "soort": ["metaal"], "hoeveel": ["20"],
                "bedrijf": ["Proefgieterij", ""],
            ],
            ["2026-02-10 open"]
        ),
    ]

    private static func stream(
        _ name: String,
        _ kind: String,
        _ tonnes: String,
        _ area: String,
        _ score: String,
        _ day: String,
        _ states: [String]
    ) -> Kept {
        kept(
            day,
            "reststromen",
            [
                "naam": [name], "soort": [kind], "hoeveel": [tonnes], "gemeente": [area], "kwaliteit": ["schoon"],
                "score": [score], "bedrijf": ["Proefbedrijf \(area.suffix(2))", ""],
            ],
            states
        )
    }

    static func kept(
        _ day: String,
        _ register: Register.ID,
        _ values: [String: [String]],
        _ states: [String] = []
    ) -> Kept {
        Kept(
            day: Day(day) ?? Day(daysSinceEpoch: 0),
            register: register,
            values: values,
            states: states.compactMap { text in
                let parts = text.split(separator: " ").map(String.init)
                guard parts.count == 2, let day = Day(parts[0]), let state = Register.State.ID(parts[1]) else {
                    return nil
                }
                return (day, state)
            }
        )
    }
}
