/// Tables that can be looked at one question at a time.
///
/// Where everybody knows how many companies each group has, what is hidden of one question says nothing of another: all
/// that two questions have in common is known. Then each question is a system of its own, and worlds of one fit beside
/// all worlds of another.
struct Blocks {
    /// Questions that are asked together in some table.
    private let questions: [Set<String>]
    private let blockOf: [String: Int]
    private let names: Set<String>

    init(_ bundles: [CountBundle]) {
        let names = Set(bundles.flatMap(\.attributes.keys))
        var questions: [Set<String>] = []
        for joined in Set(bundles.flatMap(\.tables).map { names.intersection($0.dims) }) where !joined.isEmpty {
            var joined = joined
            questions.removeAll { known in
                if known.isDisjoint(with: joined) { return false }
                joined.formUnion(known)
                return true
            }
            questions.append(joined)
        }
        self.names = names
        self.questions = questions.sorted { ($0.min() ?? "") < ($1.min() ?? "") }
        blockOf = self.questions.enumerated().reduce(into: [:]) { result, block in
            for name in block.element { result[name] = block.offset }
        }
    }

    var count: Int { questions.count }

    /// What `bundles` say without any question.
    func groups(of bundles: [CountBundle]) -> [CountBundle] {
        bundles.map { bundle in Self.part(of: bundle, asking: []) { names.isDisjoint(with: $0.dims) } }
    }

    /// What they say of one block of questions, with how many there are in its groups.
    func block(_ number: Int, of bundles: [CountBundle]) -> [CountBundle] {
        let own = questions[number]
        let asked = bundles.flatMap(\.tables).filter { !own.isDisjoint(with: $0.dims) }
        let dims = Set(asked.map { Set($0.dims).subtracting(own) })
        let moments = Set(asked.map { "\($0.population) \($0.time)" })
        return bundles.map { bundle in
            Self.part(of: bundle, asking: own) { table in
                if !own.isDisjoint(with: table.dims) { return true }
                return names.isDisjoint(with: table.dims) && moments.contains("\(table.population) \(table.time)")
                    && dims.contains { $0.isSuperset(of: table.dims) }
            }
        }
    }

    private static func part(
        of bundle: CountBundle,
        asking own: Set<String>,
        _ isIncluded: (Table) -> Bool
    ) -> CountBundle {
        var part = bundle
        part.published = nil
        part.proof = nil
        part.tables = bundle.tables.filter(isIncluded)
        part.attributes = bundle.attributes.filter { own.contains($0.key) }
        return part
    }

    /// What `proof` says of each block, the one without a question first.
    func parts(of proof: Proof) -> [Proof] {
        var places = [[Int]](repeating: [], count: count + 1)
        for (place, unknown) in proof.unknowns.enumerated() {
            places[unknown.codes.keys.lazy.compactMap { blockOf[$0] }.first.map { $0 + 1 } ?? 0].append(place)
        }
        return places.map(proof.part)
    }

    /// How many groups there are in `bundles`, when everybody knows how large each of them is.
    static func knownGroups(_ bundles: [CountBundle]) -> Int? {
        guard let system = try? CountSystem(bundles, fresh: nil) else { return nil }
        var groups = 0
        for count in system.keys.indices where system.roles[count] != .growth && system.attributes(of: count).isEmpty {
            guard system.values[count] != nil else { return nil }
            groups += 1
        }
        return groups
    }
}

extension Proof {
    func part(_ places: [Int]) -> Proof {
        Proof(
            unknowns: places.map { unknowns[$0] },
            worlds: worlds.map { world in places.map { world.indices.contains($0) ? world[$0] : 0 } }
        )
    }

    /// Worlds of blocks that have nothing to do with each other, side by side.
    init(beside proofs: [Proof]) {
        var seen: Set<Unknown> = []
        let parts = proofs.map { proof in
            proof.part(proof.unknowns.indices.filter { seen.insert(proof.unknowns[$0]).inserted })
        }.filter { !$0.unknowns.isEmpty }
        unknowns = parts.flatMap(\.unknowns)
        let count = parts.map(\.worlds.count).max() ?? 1
        // A block with fewer worlds shows them again.
        worlds =
            parts.contains(where: \.worlds.isEmpty)
            ? []
            : (0..<count).map { number in parts.flatMap { $0.worlds[number % $0.worlds.count] } }
    }
}

extension Protection {
    /// What blocks give that have nothing to do with each other.
    init(_ input: CountBundle, beside parts: [Protection]) {
        var output = input
        output.published = nil
        for part in parts {
            for table in part.bundle.tables {
                guard let place = output.tables.firstIndex(where: { $0.id == table.id }) else { continue }
                output.tables[place] = table
            }
        }
        let leftOut = parts.flatMap(\.leftOut)
        output.tables.removeAll { leftOut.contains($0.id) }
        let asked = Set(output.tables.flatMap(\.dims))
        output.attributes = output.attributes.filter { asked.contains($0.key) }
        output.proof = Proof(beside: parts.compactMap(\.bundle.proof))
        self.init(
            bundle: output,
            hidden: parts.flatMap(\.hidden),
            secondary: parts.map(\.secondary).reduce(0, +),
            lowerBound: parts.map(\.lowerBound).reduce(0, +),
            rounds: parts.map(\.rounds).max() ?? 0,
            leftOut: leftOut
        )
    }

    /// Nothing of a block is published.
    init(withoutTablesOf block: CountBundle) {
        var output = block
        output.published = nil
        output.tables = []
        self.init(
            bundle: output,
            hidden: [],
            secondary: 0,
            lowerBound: 0,
            rounds: 0,
            leftOut: block.tables.map(\.id)
        )
    }
}

extension AttackReport {
    init(beside parts: [AttackReport]) {
        self.init(
            findings: parts.flatMap(\.findings),
            hidden: parts.map(\.hidden).reduce(0, +),
            undecided: parts.flatMap(\.undecided),
            proof: Proof(beside: parts.map(\.proof))
        )
    }
}
