package import Disclosure
package import Kernel
package import Programmes

/// How the areas of a programme add up in what is published (*gebiedsindeling*).
///
/// A company is counted at one place of the tree: at its municipality, or, where those have too few companies to be told
/// apart, at the rest of a region or of the whole. The tree stays as it was in the first publication: figures of different
/// times can only be compared when their areas are the same.
package struct AreaTree: Codable, Equatable, Sendable {
    /// Places where companies are counted, and what those are a part of.
    package struct Place: Codable, Equatable, Sendable {
        package let code: String
        /// The region of the first division; `nil` for what lies in none.
        package let region: String?
        /// Other areas that it is a part of, of other divisions.
        package let others: [String]
    }

    /// The whole.
    package let root: String
    package let regions: [String]
    /// Areas of other divisions, such as the deal area.
    package let others: [String]
    package let places: [Place]

    /// The deal municipalities together.
    package static let dealArea = "deal"
    /// Marks the rest of an area, for which a company counts that is told of no municipality.
    private static let rest = "~"

    package init(of programme: Programme) {
        let all = programme.areas
        let provinces = all.filter { area in
            area.kind == .province && programme.municipalities.allSatisfy { programme.isArea($0.code, in: area.code) }
        }
        let root = provinces.first?.code.description ?? "all"
        let first = programme.municipalities.map { area in
            area.parents.first { programme.area($0)?.kind == .region && !programme.isApart($0) }
        }
        let divided = all.map(\.code).filter { code in first.contains { $0 == code } }
        let apart = all.filter { $0.kind == .region && !divided.contains($0.code) }.map(\.code)
        let hasDeal = programme.municipalities.contains(where: \.isDeal)
        let others = apart.map(\.description) + (hasDeal ? [Self.dealArea] : [])
        var places = zip(programme.municipalities, first).map { area, region in
            Place(
                code: area.code.description,
                region: region?.description,
                others: apart.filter { programme.isArea(area.code, in: $0) }.map(\.description)
                    + (area.isDeal ? [Self.dealArea] : [])
            )
        }
        var rests: [Place] = []
        for place in places {
            let name = place.region ?? root
            for divisions in [place.others, []] {
                let code = ([name + Self.rest] + divisions).joined(separator: "+")
                if !rests.contains(where: { $0.code == code }) {
                    rests.append(Place(code: code, region: place.region, others: divisions))
                }
            }
        }
        if !rests.contains(where: { $0.code == root + Self.rest }) {
            rests.append(Place(code: root + Self.rest, region: nil, others: []))
        }
        places += rests.sorted { $0.code < $1.code }
        self.root = root
        self.regions = divided.map(\.description)
        self.others = others
        self.places = places
    }

    package func place(_ code: String) -> Place? { places.first { $0.code == code } }

    /// Whether it is more than one municipality, under its own name.
    package func isWide(_ code: String) -> Bool { code == root || regions.contains(code) || others.contains(code) }

    /// Whether it is a municipality, and not the rest of something.
    package func isMunicipality(_ place: Place) -> Bool { !place.code.contains(Self.rest) }

    /// Where the companies of a municipality are counted, the nearest first: it, the rest of its region with the same other
    /// areas, the rest of its region, the rest of the whole. For one that the tree does not know, only the last.
    package func route(from municipality: AreaCode) -> [String] {
        guard let place = place(municipality.description) else { return [root + Self.rest] }
        let name = place.region ?? root
        var route = [place.code, ([name + Self.rest] + place.others).joined(separator: "+"), name + Self.rest]
        route.append(root + Self.rest)
        return route.enumerated().filter { number, code in !route[..<number].contains(code) }.map(\.element)
    }

    /// Every area for which a company counts that is counted at a place.
    package func areas(of place: Place) -> [String] {
        [place.code] + (place.region.map { [$0] } ?? []) + place.others + [root]
    }

    /// Every code: the whole, regions, other areas and places.
    package var codes: [String] { [root] + regions + others + places.map(\.code) }

    /// What the figures of an area are made of.
    package func places(in area: String) -> [Place] { places.filter { areas(of: $0).contains(area) } }

    /// For whoever protects or attacks the figures.
    package var hierarchy: Hierarchy {
        var main: [[String]] = regions.map { [root, $0] }
        main += places.map { [$0.region ?? root, $0.code] }
        let apart = others.map { area in
            let (own, rest) = (places.filter { $0.others.contains(area) }, places.filter { !$0.others.contains(area) })
            return [[root, area]] + own.map { [area, $0.code] } + rest.map { [root, $0.code] }
        }
        return Hierarchy(trees: [main] + apart)
    }
}

extension Programme {
    /// Whether a region is of another division than the first: it lies in nothing, where others lie in a province.
    fileprivate func isApart(_ region: AreaCode) -> Bool {
        area(region)?.parents.isEmpty == true
            && areas.contains { $0.kind == .region && !$0.parents.isEmpty }
    }
}
