import Kernel

extension PackReading {
    func areas(_ file: PackMap) -> [Area] {
        var maps: [AreaCode: PackMap] = [:]
        let areas = file.list("areas", atLeast: 1) { node -> Area? in
            guard let map = node.map(.area), let area = area(map) else { return nil }
            if maps[area.code] == nil { maps[area.code] = map }
            return area
        }
        for circle in circles(areas.map { ($0.code, $0.parents) }) {
            guard let first = circle.first, let place = maps[first]?["parents"] else { continue }
            place.fail(.circle((circle + [first]).map(\.description)))
        }
        let municipalities = Set(areas.filter { $0.kind == .municipality }.map(\.code))
        for area in areas {
            for parent in area.parents where municipalities.contains(parent) {
                maps[area.code]?["parents"]?.fail(.partOfMunicipality(parent))
            }
        }
        checkPostcodes(areas, maps)
        return areas
    }

    private func area(_ map: PackMap) -> Area? {
        let code = map["code"]?.code(of: .area, AreaScope.self)
        let name = map["name"]?.string()
        let kind = map["kind"]?.option(Area.Kind.self)
        let parents = map.list("parents") { $0.reference(to: .area, AreaScope.self) }
        let deal = map["deal"]?.bool()
        let postcodes = map.list("postcodes") { $0.postcodes() }
        let members = map["members"]?.int(0...1_000_000)
        let tile = map["tile"]?.map(.tile).flatMap { tile in
            tile["column"]?.int(0...40).flatMap { column in
                tile["row"]?.int(0...40).map { Tile(column: column, row: $0) }
            }
        }
        let certainty = map["certainty"]?.option(Certainty.self)
        guard let code, let name, let kind else { return nil }
        return Area(
            code: code,
            name: name,
            kind: kind,
            parents: parents,
            isDeal: deal ?? false,
            postcodes: postcodes,
            members: members,
            tile: tile,
            certainty: certainty ?? .high
        )
    }

    /// Two municipalities with the same postcode: then it proposes neither.
    private func checkPostcodes(_ areas: [Area], _ maps: [AreaCode: PackMap]) {
        let ranges = areas.flatMap { area in area.postcodes.map { (area: area.code, range: $0) } }
            .sorted { ($0.range.first, $0.range.last) < ($1.range.first, $1.range.last) }
        guard var widest = ranges.first else { return }
        for next in ranges.dropFirst() {
            if next.range.first <= widest.range.last {
                maps[next.area]?["postcodes"]?.fail(.overlappingPostcodes(next.range, with: widest.area))
            }
            if next.range.last > widest.range.last { widest = next }
        }
    }
}

extension PackNode {
    /// `2404`, or `2400-2409`.
    fileprivate func postcodes() -> PostcodeRange? {
        guard let text = string() else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { $0.utf8.count == 4 ? Int($0) : nil }.filter { (1000...9999).contains($0) }
        guard numbers.count == parts.count, let first = numbers.first, let last = numbers.last, numbers.count <= 2,
            first <= last
        else {
            fail(.notPostcodes(text))
            return nil
        }
        return PostcodeRange(first: first, last: last)
    }
}

/// Every circle in what refers to what, each once, starting where it is entered.
func circles<Name: Hashable>(_ references: [(name: Name, to: [Name])]) -> [[Name]] {
    let targets = Dictionary(references.map { ($0.name, $0.to) }) { first, _ in first }
    var done: Set<Name> = []
    var found: [[Name]] = []
    for start in references.map(\.name) where !done.contains(start) {
        var path = [start]
        var onPath: Set<Name> = [start]
        var rest = [targets[start, default: []][...]]
        while !path.isEmpty {
            guard let next = rest[rest.count - 1].popFirst() else {
                rest.removeLast()
                let finished = path.removeLast()
                onPath.remove(finished)
                done.insert(finished)
                continue
            }
            if onPath.contains(next), let index = path.firstIndex(of: next) {
                found.append(Array(path[index...]))
            } else if !done.contains(next), let further = targets[next] {
                path.append(next)
                onPath.insert(next)
                rest.append(further[...])
            }
        }
    }
    return found
}
