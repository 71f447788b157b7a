package import Kernel
package import Programmes
import Sampling
package import Storage

/// How like the companies of an area those are who were visited (*dekking*).
package struct Coverage: Equatable, Sendable {
    /// One part of a division: how many there are, and how many were visited.
    package struct Part: Equatable, Sendable {
        /// The code of the part; ``SelectionDesign/unknown`` where nobody knows it.
        package let code: String
        package let population: Int
        package let visited: Int
        /// How many visits a fair share would be.
        package let fair: Double

        package var gap: Double { Double(visited) - fair }
    }

    package struct Margin: Equatable, Sendable {
        package let trait: SelectionTrait
        package let parts: [Part]

        /// So many visits would have to be in another part for the shares to be those of all companies.
        package var misplaced: Double { parts.map { abs($0.gap) }.reduce(0, +) / 2 }

        /// What drawing by lot would misplace on average: half the sum of the mean absolute deviations of the counts,
        /// √(2/π · n·p·(1−p)) each.
        package var expected: Double {
            let all = Double(parts.map(\.population).reduce(0, +))
            let visited = Double(parts.map(\.visited).reduce(0, +))
            guard all > 0 else { return 0 }
            return parts.map { part in
                let share = Double(part.population) / all
                return (2 / Double.pi * visited * share * (1 - share)).squareRoot()
            }.reduce(0, +) / 2
        }

        /// As near as chance could bring it, or nearer: the whole, and each part (2.5 standard deviations).
        package var isFair: Bool {
            let all = Double(parts.map(\.population).reduce(0, +))
            let visited = Double(parts.map(\.visited).reduce(0, +))
            let isEachFair = parts.allSatisfy { part in
                let share = Double(part.population) / max(1, all)
                return abs(part.gap) <= max(1, 2.5 * (visited * share * (1 - share)).squareRoot())
            }
            return isEachFair && misplaced <= max(1, 1.3 * expected)
        }

        /// The part of which there are too few most.
        package var lagging: Part? { parts.min { $0.gap < $1.gap }.flatMap { $0.gap <= -1 ? $0 : nil } }
    }

    package let population: Int
    package let visited: Int
    package let margins: [Margin]
    /// The R-indicator over region, sector, size and membership: 1 when the visited are like all. `nil` when nobody or
    /// everybody was visited.
    package let indicator: Double?
    /// How far an average over the visited can be off at most, in standard deviations.
    package let maximalBias: Double?

    /// From so many visits on the two figures say something.
    package static let meaningfulCount = 20

    /// `region` is what a municipality counts for in the indicator: there are too many of them, visited one after the
    /// other, to be compared one by one.
    init(_ companies: [PopulationCompany], region: (AreaCode) -> String) {
        let reached = companies.map(\.contact.isVisited)
        let count = reached.count { $0 }
        population = companies.count
        visited = count
        func divided(_ part: (CompanyTraits) -> String) -> (codes: [String], parts: [Int]) {
            let codes = Set(companies.map { part($0.traits) }).sorted()
            let index = Dictionary(uniqueKeysWithValues: codes.enumerated().map { ($0.element, $0.offset) })
            return (codes, companies.map { index[part($0.traits)] ?? 0 })
        }
        let compared =
            [divided { region($0.area) }]
            + [SelectionTrait.sector, .size, .membership].map { trait in divided { $0.part(trait) } }
        let found = Representativeness(divisions: compared.map(\.parts), isReached: reached)
        indicator = found?.indicator
        maximalBias = found?.maximalBias
        margins = SelectionTrait.allCases.map { trait in
            let (codes, parts) = divided { $0.part(trait) }
            var sizes = Array(repeating: 0, count: codes.count)
            var hits = sizes
            for (unit, part) in parts.enumerated() {
                sizes[part] += 1
                if reached[unit] { hits[part] += 1 }
            }
            return Margin(
                trait: trait,
                parts: codes.indices.map { index in
                    Part(
                        code: codes[index],
                        population: sizes[index],
                        visited: hits[index],
                        fair: Double(count) * Double(sizes[index]) / Double(max(1, companies.count))
                    )
                }
            )
        }
    }
}

extension Programme {
    /// The region that a municipality counts for where its companies are compared with all; itself without one.
    fileprivate var comparedRegions: [AreaCode: String] {
        Dictionary(
            municipalities.map { municipality in
                let region = municipality.parents.first { area($0)?.kind == .region }
                return (municipality.code, (region ?? municipality.code).description)
            }
        ) { first, _ in first }
    }
}

extension SQLConnection {
    /// How the R-indicator of those who were visited stood on any day, over the companies of today.
    package func representativeness(in programme: Programme) throws -> @Sendable (Day) -> Double? {
        let regions = programme.comparedRegions
        let companies = try population(of: programme.id).companies()
        return { day in
            let then = companies.map { company in
                guard case .visited(_, let visitedOn) = company.contact, visitedOn > day else { return company }
                return PopulationCompany(id: company.id, traits: company.traits, contact: .untouched)
            }
            return Coverage(then) { regions[$0] ?? $0.description }.indicator
        }
    }
}

extension SelectionRounds {
    /// Over all municipalities, or over one area.
    package func coverage(
        of area: AreaCode?,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Coverage {
        try principal.require(.readCompanies, in: programme)
        let content = try await programmes.current(programme)
        let areas = area.map { area in
            content.municipalities.map(\.code).filter { content.isArea($0, in: area) }
        }
        let regions = content.comparedRegions
        let companies = try await database.read { db in try db.population(of: programme).companies(in: areas) }
        return Coverage(companies) { regions[$0] ?? $0.description }
    }
}
