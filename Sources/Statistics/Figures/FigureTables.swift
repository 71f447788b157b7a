package import Disclosure
import Fieldwork
import Kernel
package import Programmes

/// The tables of a publication, before anything is hidden (*tabellen*).
package struct FigureTables {
    /// How fine the areas are.
    package enum Detail: String, Sendable, CaseIterable {
        case municipalities
        /// Regions, and what they add up to: fewer figures have to be hidden.
        case regions
    }

    package static let population = "companies"
    package static let area = "area", sector = "sector", size = "size"
    /// From how many companies on an area is divided into sectors and sizes.
    private static let worthDividing = 10

    private let programme: Programme
    private let tree: AreaTree
    /// The areas with anybody in them, with the true figures of each.
    private let areas: [(code: String, counts: Basis.Counts)]
    private let number: Int
    private let isCorrection: Bool
    private let detail: Detail
    private let smallest: Int

    /// The tables of publication `number`, from 1, which is also their time.
    package init(
        of programme: Programme,
        _ basis: Basis,
        number: Int,
        isCorrection: Bool,
        detail: Detail,
        smallest: Int
    ) {
        self.programme = programme
        tree = basis.tree
        areas = basis.tree.codes.map { ($0, basis.counts(in: $0)) }.filter { $0.1.companies > 0 }
        self.number = number
        self.isCorrection = isCorrection
        self.detail = detail
        self.smallest = smallest
    }

    /// Those of which more is told than how many companies they have.
    private var told: [(code: String, counts: Basis.Counts)] {
        detail == .municipalities ? areas : areas.filter { tree.isWide($0.code) }
    }

    /// How many companies each area has: nothing of it has to be hidden, and everything else is protected beside it.
    package var groups: CountBundle {
        bundle([
            table("areas", [Self.area], areas.map { Cell([$0.code], $0.counts.companies) }, missing: .zero)
        ])
    }

    /// Everything else, with all that was published before.
    package func bundle(after published: [CountBundle]) -> CountBundle {
        var all = bundle(divisions + asked + referred)
        all.published = published + [groups]
        return all
    }

    private var divisions: [Table] {
        let large = told.filter { $0.counts.companies >= Self.worthDividing }
        return [
            divided(Self.sector, Self.sectors(of: programme), large, \.sectors, id: "areas-by-sector"),
            divided(Self.size, Self.sizes, large, \.sizes, id: "areas-by-size"),
        ]
    }

    private var asked: [Table] {
        Question.asked(of: programme).map { question in
            divided(question.code, question.values, told, { $0.answers[question.code] ?? [:] }, id: question.code)
        }
    }

    /// Of the companies that counted in the publication before.
    private var referred: [Table] {
        let (code, values) = (Question.referred.code, Question.referred.values)
        var table = divided(code, values, told.filter { !$0.counts.referred.isEmpty }, \.referred, id: code)
        if table.cells.isEmpty { return [] }
        table.time = number - 1
        table.grows = true
        return [table]
    }

    /// How the companies of some areas divide over the codes of a dimension.
    private func divided(
        _ dimension: String,
        _ codes: [String],
        _ areas: [(code: String, counts: Basis.Counts)],
        _ counts: (Basis.Counts) -> [String: Int],
        id: String
    ) -> Table {
        let cells = areas.flatMap { area in
            let counted = counts(area.counts)
            return codes.map { Cell([area.code, $0], counted[$0] ?? 0) }
        }
        return table(id, [Self.area, dimension], cells, missing: .unknown)
    }

    private func table(_ id: String, _ dims: [String], _ cells: [Cell], missing: Table.Missing) -> Table {
        Table(
            id: "\(id)@\(number)",
            population: Self.population,
            time: number,
            dims: dims,
            missing: missing,
            cells: cells,
            grows: !isCorrection
        )
    }

    private func bundle(_ tables: [Table]) -> CountBundle {
        let used = Set(tables.flatMap(\.dims))
        let asked = Question.all(of: programme).filter { used.contains($0.code) }
        return CountBundle(
            hierarchies: [
                Self.area: tree.hierarchy,
                Self.sector: Hierarchy(trees: [Self.sectors(of: programme).map { ["all", $0] }]),
                Self.size: Hierarchy(trees: [Self.sizes.map { ["all", $0] }]),
            ].filter { used.contains($0.key) },
            attributes: Dictionary(uniqueKeysWithValues: asked.map { ($0.code, Attribute(values: $0.values)) }),
            policy: Policy(minimumFrequency: smallest, dear: [[tree.root, "*"]]),
            tables: tables
        )
    }

    /// The codes by which areas are divided, in the order in which they are shown.
    package static func sectors(of programme: Programme) -> [String] {
        programme.sectors.map(\.code.description) + [Basis.unknown]
    }

    package static var sizes: [String] { SizeClass.allCases.map(\.rawValue) + [Basis.unknown] }
}
