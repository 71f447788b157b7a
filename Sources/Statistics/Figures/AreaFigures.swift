package import Kernel
package import Programmes

/// What was published of one area, beside the areas around it and beside a year ago (*gebiedscijfers*).
package struct AreaFigures: Sendable {
    package let programme: Programme
    package let figures: PublishedFigures
    package let edition: PublishedFigures.Edition
    /// The newest publication of about a year before, if there is one.
    package let before: PublishedFigures.Edition?
    package let area: String
    /// This area, its region and the whole, as far as there are figures of them: with what it is compared.
    package let compared: [String]

    /// `nil` when nothing was published yet, or the area is not one of those of the figures.
    package init?(of area: String, in programme: Programme, _ figures: PublishedFigures) {
        guard let edition = figures.last, edition.tree.isTold(area) else { return nil }
        self.programme = programme
        self.figures = figures
        self.edition = edition
        self.area = area
        let day = edition.publication.measuredOn
        before = figures.edition(by: day.adding(days: -Self.aboutAYear))
        let wider = [edition.tree.place(area)?.region, edition.tree.root].compactMap(\.self)
        compared = ([area] + wider.filter { $0 != area }).filter { edition.companies[$0] ?? 0 > 0 }
    }

    /// Publications are some weeks apart from a full year.
    private static let aboutAYear = 270

    /// Whether there is anything to tell of the area itself.
    package var hasOwn: Bool { compared.first == area }
    package var companies: Int { edition.companies[area] ?? 0 }

    package func now(_ table: String, in area: String) -> PublishedFigures.Shares? {
        figures.latest(table, in: area)
    }

    package func then(_ table: String, in area: String) -> PublishedFigures.Shares? {
        before.flatMap { figures.latest(table, in: area, upTo: $0.publication.number) }
    }

    /// Whether so few companies are too few to show, rather than hidden for what is beside them.
    package static func isSmall(_ companies: Int) -> Bool { companies < 10 }
}

extension PublishedFigures {
    /// The areas around a municipality in which, by what was published, just one company does an activity: a good example
    /// of it tells everybody which one that is.
    package func areasWithOne(doing activity: Activity.ID, around municipality: AreaCode) -> [String] {
        guard let tree = last?.tree, let place = tree.place(municipality.description) else { return [] }
        let table = Question.doing(activity).code
        return tree.areas(of: place).filter { area in
            editions.contains { $0.shares(of: table, in: area)?.count(Question.yes) == 1 }
        }
    }
}

extension AreaTree {
    /// Whether figures of it are shown under its own name: the rests of areas are not.
    package func isTold(_ code: String) -> Bool {
        isWide(code) || place(code).map(isMunicipality) == true
    }
}
