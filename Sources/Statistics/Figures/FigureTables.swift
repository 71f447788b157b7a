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
    /// The sector or size of which nobody knows it.
    package static let unknown = Basis.unknown
    /// From how many companies on an area is divided into sectors and sizes.
    private static let worthDividing = 10

    private let programme: Programme
    private let basis: Basis
    private let earlier: Basis?
    private let number: Int
    private let isCorrection: Bool
    private let detail: Detail
    private let smallest: Int

    /// The tables of publication `number`, from 1, which is also their time. `earlier` is what was behind the one before.
    package init(
        of programme: Programme,
        _ basis: Basis,
        after earlier: Basis?,
        number: Int,
        isCorrection: Bool,
        detail: Detail,
        smallest: Int
    ) {
        self.programme = programme
        self.basis = basis
        self.earlier = earlier
        self.number = number
        self.isCorrection = isCorrection
        self.detail = detail
        self.smallest = smallest
    }

    private var tree: AreaTree { basis.tree }
    private var questions: [Question] { Question.all(of: programme).filter { $0 != .referred } }

    /// The areas with anybody in them, with the true figures of each.
    private var areas: [(code: String, counts: Basis.Counts)] {
        tree.codes.map { ($0, basis.counts(in: $0)) }.filter { $0.1.companies > 0 }
    }

    /// How many companies each area has: nothing of it has to be hidden, and everything else is protected beside it.
    package var groups: CountBundle {
        bundle([
            table("areas", [Self.area], areas.map { Cell([$0.code], $0.counts.companies) }, missing: .zero)
        ])
    }

    /// Everything else. `earlier` is all that was published before.
    package func bundle(after published: [CountBundle]) -> CountBundle {
        var all = bundle(divisions + asked + referred)
        all.published = published + [groups]
        return all
    }

    private var divisions: [Table] {
        let large = areas.filter { isTold($0.code) && $0.counts.companies >= Self.worthDividing }
        let sectors = large.flatMap { area in
            area.counts.sectors.sorted { $0.key < $1.key }.map { Cell([area.code, $0.key], $0.value) }
        }
        let sizes = large.flatMap { area in
            area.counts.sizes.sorted { $0.key < $1.key }.map { Cell([area.code, $0.key], $0.value) }
        }
        return [
            table("areas-by-sector", [Self.area, Self.sector], completed(sectors, sectorCodes), missing: .unknown),
            table("areas-by-size", [Self.area, Self.size], completed(sizes, sizeCodes), missing: .unknown),
        ]
    }

    /// With the sectors and sizes of which there is nobody.
    private func completed(_ cells: [Cell], _ codes: [String]) -> [Cell] {
        let there = Set(cells.map(\.codes))
        let areas = cells.map { $0.codes[0] }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        return areas.flatMap { area in
            codes.compactMap { code in
                there.contains([area, code]) ? cells.first { $0.codes == [area, code] } : Cell([area, code], 0)
            }
        }
    }

    private var asked: [Table] {
        questions.map { question in
            let cells = areas.filter { isTold($0.code) }.flatMap { area in
                question.values.map { Cell([area.code, $0], area.counts.answers[question.code]?[$0] ?? 0) }
            }
            return table(question.code, [Self.area, question.code], cells, missing: .unknown)
        }
    }

    /// Of the companies that counted in the publication before.
    private var referred: [Table] {
        guard earlier != nil else { return [] }
        let code = Question.referred.code
        let cells = areas.filter { isTold($0.code) && !$0.counts.referred.isEmpty }.flatMap { area in
            Question.referred.values.map { Cell([area.code, $0], area.counts.referred[$0] ?? 0) }
        }
        if cells.isEmpty { return [] }
        var table = table(code, [Self.area, code], cells, missing: .unknown)
        table.time = number - 1
        table.grows = true
        return [table]
    }

    private func isTold(_ code: String) -> Bool {
        detail == .municipalities || code == tree.root || tree.regions.contains(code) || tree.others.contains(code)
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
                Self.sector: Hierarchy(trees: [sectorCodes.map { ["all", $0] }]),
                Self.size: Hierarchy(trees: [sizeCodes.map { ["all", $0] }]),
            ].filter { used.contains($0.key) },
            attributes: Dictionary(uniqueKeysWithValues: asked.map { ($0.code, Attribute(values: $0.values)) }),
            policy: Policy(minimumFrequency: smallest, dear: [[tree.root, "*"]]),
            tables: tables
        )
    }

    private var sectorCodes: [String] { programme.sectors.map(\.code.description) + [Basis.unknown] }
    private var sizeCodes: [String] { SizeClass.allCases.map(\.rawValue) + [Basis.unknown] }
}
