import Disclosure
package import Kernel

/// Everything that was published of a programme (*gepubliceerde cijfers*), to be looked up.
package struct PublishedFigures: Sendable {
    /// One publication.
    package struct Edition: Sendable {
        package let publication: Publication
        package let tree: AreaTree
        /// Companies by area.
        package let companies: [String: Int]
        /// By table (a question, a sector or a size), area and answer; `nil` where it is hidden.
        let counts: [String: [String: [String: Int?]]]

        init(_ publication: Publication, _ bundle: CountBundle, tree: AreaTree) {
            self.publication = publication
            self.tree = tree
            var companies: [String: Int] = [:]
            var counts: [String: [String: [String: Int?]]] = [:]
            for table in bundle.tables {
                for cell in table.cells {
                    if cell.codes.count == 1 {
                        companies[cell.codes[0]] = cell.value
                    } else {
                        counts[table.dims[1], default: [:]][cell.codes[0], default: [:]][cell.codes[1]] = .some(
                            cell.value
                        )
                    }
                }
            }
            self.companies = companies
            self.counts = counts
        }

        /// What was published of an area; `nil` when there are no figures of it.
        package func shares(of table: String, in area: String) -> Shares? {
            guard let all = counts[table]?[area], let companies = companies[area], companies > 0 else { return nil }
            // Some questions are asked of those who counted before only.
            let known = all.values.compactMap(\.self)
            return Shares(
                companies: known.count == all.count ? known.reduce(0, +) : companies,
                counts: all,
                edition: publication.number,
                measuredOn: publication.measuredOn
            )
        }
    }

    /// How the companies of an area divide over the answers to one question.
    package struct Shares: Equatable, Sendable {
        package let companies: Int
        let counts: [String: Int?]
        package let edition: Int
        package let measuredOn: Day

        /// `nil` when it is hidden.
        package func count(_ answer: String) -> Int? { counts[answer].flatMap(\.self) }
        package var isComplete: Bool { counts.values.allSatisfy { $0 != nil } }

        /// From 0 to 1; `nil` when it is hidden.
        package func share(_ answer: String) -> Double? { count(answer).map { Double($0) / Double(max(1, companies)) } }
    }

    /// The first one first.
    package let editions: [Edition]

    package init(editions: [Edition]) { self.editions = editions }

    package var last: Edition? { editions.last }

    package func edition(_ number: Int) -> Edition? { editions.first { $0.publication.number == number } }

    /// The newest one by a day.
    package func edition(by day: Day) -> Edition? { editions.last { $0.publication.measuredOn <= day } }

    /// The newest figures of a question in an area that were shown, up to and with an edition; where none ever were, that
    /// they are hidden.
    package func latest(_ table: String, in area: String, upTo number: Int = .max) -> Shares? {
        let own = editions.filter { $0.publication.number <= number }.compactMap { $0.shares(of: table, in: area) }
        return own.last(where: \.isComplete) ?? own.last
    }

    /// What had been published by a day.
    package func upTo(_ day: Day) -> PublishedFigures {
        PublishedFigures(editions: editions.filter { ($0.publication.published.map { Day($0.at) } ?? day) <= day })
    }

    /// How many companies the figures of an area are about; 0 when it has none.
    package func companies(in area: String) -> Int { last?.companies[area] ?? 0 }
}
