import Disclosure
import Sampling

/// Invented companies in invented towns, and the tables that are made of them.
struct Survey {
    struct Company {
        var town: String
        var sector: String
        var answers: [String]
    }

    static let regions = ["R1": ["A", "B", "C"], "R2": ["D", "E"]]
    static let sectors = ["S1", "S2", "S3"]

    var companies: [Company]
    /// How many yes-or-no questions they were asked.
    let questions: Int

    /// `count` companies; the same for the same seed.
    init(_ count: Int, questions: Int = 1, seed: UInt64) {
        var random = SampleRandom(seed: seed)
        let towns = Self.regions.sorted { $0.key < $1.key }.flatMap(\.value)
        self.questions = questions
        companies = (0..<count).map { _ in
            Company(
                town: towns[min(random.below(6), random.below(5) % 5) % 5],
                sector: Self.sectors[random.below(3)],
                answers: (0..<questions).map { _ in random.below(5) < 2 ? "yes" : "no" }
            )
        }
    }

    static let geo = Hierarchy(
        trees: [
            regions.sorted { $0.key < $1.key }.flatMap { region, towns in
                [["ZH", region]] + towns.map { [region, $0] }
            }
        ]
    )
    static let sector = Hierarchy(trees: [sectors.map { ["T", $0] }])

    /// The tables of the first `count` companies, at `time`.
    func bundle(
        _ dimensions: [[String]],
        first count: Int? = nil,
        time: Int = 1,
        policy: Policy = Policy(),
        published: [CountBundle] = []
    ) -> CountBundle {
        let part = companies.prefix(count ?? companies.count)
        var attributes: [String: Attribute] = [:]
        for question in 0..<questions { attributes["q\(question)"] = Attribute(values: ["yes", "no"]) }
        return CountBundle(
            hierarchies: ["geo": Self.geo, "sector": Self.sector],
            attributes: attributes,
            policy: policy,
            tables: dimensions.map { table($0, part, time) },
            published: published.isEmpty ? nil : published
        )
    }

    private func table(_ dimensions: [String], _ companies: ArraySlice<Company>, _ time: Int) -> Table {
        var counts: [[String]: Int] = [:]
        for company in companies {
            for codes in Self.product(dimensions.map { codes(of: company, $0) }) { counts[codes, default: 0] += 1 }
        }
        let cells = Self.product(dimensions.map(Self.codes)).map { Cell($0, counts[$0] ?? 0) }
        return Table(
            id: "\(dimensions.joined(separator: "-"))-\(time)",
            population: "companies",
            time: time,
            dims: dimensions,
            cells: cells
        )
    }

    private func codes(of company: Company, _ dimension: String) -> [String] {
        switch dimension {
        case "geo": ["ZH", Self.regions.first { $0.value.contains(company.town) }?.key ?? "", company.town]
        case "sector": ["T", company.sector]
        default: ["all", company.answers[Int(dimension.dropFirst()) ?? 0]]
        }
    }

    private static func codes(_ dimension: String) -> [String] {
        switch dimension {
        case "geo": ["ZH"] + regions.sorted { $0.key < $1.key }.flatMap { [$0.key] + $0.value }
        case "sector": ["T"] + sectors
        default: ["all", "yes", "no"]
        }
    }

    private static func product(_ lists: [[String]]) -> [[String]] {
        lists.reduce([[]]) { rows, list in rows.flatMap { row in list.map { row + [$0] } } }
    }
}
