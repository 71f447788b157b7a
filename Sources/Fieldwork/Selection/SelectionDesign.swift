import Kernel
package import Programmes
import Sampling

/// How many companies of which kind a draw should have (*steekproefopzet*): whole numbers for municipalities, and what
/// a fair sample would have of each sector, size and membership.
package struct SelectionDesign: Codable, Equatable, Sendable {
    /// Over sectors in proportion, or more where companies differ more from each other.
    package enum Spread: String, Codable, Sendable, CaseIterable { case proportional, neyman }

    package var places: [AreaShare]
    /// By the code of the part; ``unknown`` where nobody knows it.
    package var sectors: [String: Double]
    package var sizes: [String: Double]
    package var membership: [String: Double]

    package static let unknown = "unknown"

    package init(
        places: [AreaShare],
        sectors: [String: Double],
        sizes: [String: Double],
        membership: [String: Double]
    ) {
        self.places = places
        self.sectors = sectors
        self.sizes = sizes
        self.membership = membership
    }

    /// A design that brings everything that was reached so far, with the draw, as near to the population as can be.
    ///
    /// `population` is all companies in the municipalities of the draw. With ``Spread/neyman`` the sectors get their part
    /// by how much `scores` differ in them: the number of activities that companies were doing, where it was measured.
    static func fitting(
        _ places: [AreaShare],
        population: [PopulationCompany],
        spread: Spread,
        scores: [Company.ID: Double]
    ) -> SelectionDesign {
        let total = places.map(\.count).reduce(0, +)
        func targets(_ part: (CompanyTraits) -> String) -> [String: Double] {
            var sizes: [String: Double] = [:]
            var before: [String: Double] = [:]
            for company in population {
                sizes[part(company.traits), default: 0] += 1
                if company.contact.isReached { before[part(company.traits), default: 0] += 1 }
            }
            let codes = sizes.keys.sorted()
            let numbers = Division.shortfall(
                population: codes.map { sizes[$0] ?? 0 },
                before: codes.map { before[$0] ?? 0 },
                total: Double(total)
            )
            return Dictionary(uniqueKeysWithValues: zip(codes, numbers))
        }
        return SelectionDesign(
            places: places,
            sectors: spread == .neyman ? neyman(total, population, scores) : targets(\.sectorPart),
            sizes: targets(\.sizePart),
            membership: targets(\.membershipPart)
        )
    }

    /// Sectors by size and by how much their companies differ. A sector that was measured at fewer than two companies
    /// counts as differing as much as all together.
    private static func neyman(
        _ total: Int,
        _ population: [PopulationCompany],
        _ scores: [Company.ID: Double]
    ) -> [String: Double] {
        let groups = Dictionary(grouping: population, by: \.traits.sectorPart)
        let codes = groups.keys.sorted()
        let overall = deviation(population.compactMap { scores[$0.id] }) ?? 1
        let allocation = Allocation.neyman(
            total,
            sizes: codes.map { groups[$0]?.count ?? 0 },
            deviations: codes.map { deviation((groups[$0] ?? []).compactMap { scores[$0.id] }) ?? overall },
            available: codes.map { groups[$0]?.count { $0.contact.canBeDrawn } ?? 0 }
        )
        return Dictionary(uniqueKeysWithValues: zip(codes, allocation.counts.map(Double.init)))
    }

    private static func deviation(_ values: [Double]) -> Double? {
        guard values.count > 1 else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        return (values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +) / Double(values.count - 1)).squareRoot()
    }

    // MARK: Drawing

    /// What a draw decided about each of the candidates, and what of the design could not be met.
    struct Outcome {
        let isDrawn: [Bool]
        let probabilities: [Double]
        let order: [Int]
        let remarks: [SelectionRemark]
    }

    /// The same candidates and seed give the same draw. The candidates are sorted by identifier.
    func draw(_ candidates: [SelectionCandidate], seed: UInt64) -> Outcome {
        let divisions = divisions(candidates.map(\.traits))
        let selection = Selection.draw(divisions.map(\.division), seed: seed)
        return Outcome(
            isDrawn: selection.isDrawn,
            probabilities: selection.probabilities,
            order: selection.order,
            remarks: zip(divisions, selection.remarks).flatMap { division, remarks in
                remarks.map { remark in
                    let part = division.codes[remark.stratum]
                    return switch remark.kind {
                    case .empty: SelectionRemark(trait: division.trait, part: part, asked: nil, available: 0)
                    case .short(let asked, let available):
                        SelectionRemark(trait: division.trait, part: part, asked: asked, available: available)
                    }
                }
            }
        )
    }

    /// Who is most like a candidate of those that are left, the first in the order of the draw among equals. `nil`
    /// when nobody is left in the municipality.
    static func replacement(
        for traits: CompanyTraits,
        among left: [SelectionCandidate]
    ) -> SelectionCandidate? {
        func likeness(_ other: SelectionCandidate) -> (Int, Int) {
            let same = [
                other.traits.sectorPart == traits.sectorPart, other.traits.sizePart == traits.sizePart,
                other.traits.membershipPart == traits.membershipPart,
            ]
            return (same.reduce(0) { $0 * 2 + ($1 ? 1 : 0) }, -other.order)
        }
        return left.filter { $0.traits.area == traits.area }.max { likeness($0) < likeness($1) }
    }

    private func divisions(
        _ traits: [CompanyTraits]
    ) -> [(trait: SelectionTrait, codes: [String], division: Division)] {
        let places = Dictionary(places.map { ($0.area.description, Double($0.count)) }) { $0 + $1 }
        return [
            (.municipality, places), (.sector, sectors), (.size, sizes), (.membership, membership),
        ].map { trait, targets in
            let codes = Set(targets.keys).union(traits.map { $0.part(trait) }).sorted()
            let index = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
            return (
                trait,
                codes,
                Division(
                    parts: traits.map { index[$0.part(trait)] ?? 0 },
                    targets: codes.map { targets[$0] ?? 0 }
                )
            )
        }
    }
}
