/// Makes the proof that goes with a bundle.
enum Prover {
    /// Programs of more rows than this are not tried for a proof: then the true world is the quicker way.
    static let rowLimit = 250

    /// A proof that `bundles`, of which `protector` made the last, are safe together.
    ///
    /// The worlds are found from what is published alone, so they can say nothing more. Only what cannot be shown that
    /// way in little time is shown by worlds far from the true one, which has been left by many random moves.
    static func proof(_ bundles: [CountBundle], _ protector: inout Protector) throws -> Proof {
        let system = try CountSystem(bundles, fresh: nil)
        let places = places(system, protector)
        let base = WorldFinder(system: system).quickWorld() ?? translate(protector.farWorld(), places, to: system)
        var attacker = Attacker(system, Attacker.strictest(bundles.map(\.policy)), base: base)
        attacker.run(rowLimit: rowLimit)
        let missing = attacker.hard.compactMap { demand -> Demand? in
            let terms = demand.quantity.terms.compactMap { term in
                place(of: Int(term.count), system, protector, places).map { ($0, Int(term.factor)) }
            }
            guard terms.count == demand.quantity.terms.count else { return nil }
            return Demand(kind: demand.kind, quantity: Quantity(terms), need: demand.need)
        }
        let far = missing.isEmpty ? [] : protector.farWorlds(showing: missing)
        return attacker.proof(with: far.map { translate($0, places, to: system) })
    }

    /// Where a count of `system` is in the system of `protector`.
    private static func place(of count: Int, _ system: CountSystem, _ protector: Protector, _ places: [Int: Int])
        -> Int?
    {
        guard system.roles[count] == .growth else { return places[count] }
        guard let growth = system.growthOf(count), let later = places[growth.later] else { return nil }
        return protector.system.growths.first { $0.later == later && $0.newcomers != nil }?.newcomers
    }

    /// For each count of `system` the same one of `protector`, which knows less of what cannot have changed.
    private static func places(_ system: CountSystem, _ protector: Protector) -> [Int: Int] {
        var places: [Int: Int] = [:]
        for group in system.groups {
            guard let count = system.index[group], places[count] == nil else { continue }
            places[count] = protector.system.index[group]
        }
        return places
    }

    private static func translate(_ world: [Int], _ places: [Int: Int], to system: CountSystem) -> [Int] {
        var translated = system.keys.indices.map { count in places[count].map { world[$0] } ?? system.values[count] ?? 0
        }
        for growth in system.growths {
            guard let newcomers = growth.newcomers else { continue }
            translated[newcomers] = translated[growth.later] - translated[growth.earlier]
        }
        return translated
    }
}

extension Attacker {
    /// The groups of which the counts are not published, even where they are the same as at another time.
    var unknowns: [(group: CountSystem.Key, count: Int)] {
        system.groups.compactMap { group in
            guard let count = system.index[group] else { return nil }
            let isShown = system.places[count].contains { $0.isShown && $0.moment == group.moment }
            return isShown ? nil : (group, count)
        }
    }

    /// Worlds in which everything that is safe is seen to be so.
    func proof(with more: [[Int]] = []) -> Proof {
        let unknowns = unknowns
        let all = given + ProofMaker(examiner, base: base).worlds(for: satisfied) + others + more
        let worlds = needed(all)
        return Proof(
            unknowns: unknowns.map { group, _ in
                let moment = system.moments[Int(group.moment)]
                var codes: [String: String] = [:]
                for part in group.parts {
                    let dimension = system.book.dimensions[CountSystem.Key.dimension(part)]
                    codes[dimension.name] = dimension.codes[Int(CountSystem.Key.code(part))]
                }
                return Proof.Unknown(population: moment.population, time: moment.time, codes: codes)
            },
            worlds: worlds.map { world in unknowns.map { world[$0.count] } }
        )
    }
}

extension Attacker {
    /// As many of `worlds` as it takes to show all that they show.
    private func needed(_ worlds: [[Int]]) -> [[Int]] {
        var chosen: [Int] = [0]
        for demand in Rules(policy: policy).demands(system) {
            let values = worlds.map { demand.quantity.value(in: $0) }
            if demand.isMet(by: chosen.map { values[$0] }) { continue }
            let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
            guard let low = order.first, let high = order.last else { continue }
            chosen.append(high)
            if !demand.isMet(by: chosen.map { values[$0] }) { chosen.append(low) }
        }
        return Set(chosen).sorted().map { worlds[$0] }
    }
}

/// Reads the worlds of a proof, and keeps those that fit.
struct GivenWorlds {
    private let system: CountSystem

    init(_ system: CountSystem) { self.system = system }

    func worlds(of proof: Proof) -> [[Int]] {
        var book = system.book
        let counts = proof.unknowns.map { unknown -> Int? in
            let moment = system.moments.firstIndex { $0.population == unknown.population && $0.time == unknown.time }
            guard let moment else { return nil }
            var parts: [Int32] = []
            for (name, code) in unknown.codes {
                guard let dimension = book.byName[name], let number = book.number(of: code, in: dimension) else {
                    return nil
                }
                parts.append(CountSystem.Key.part(dimension, number))
            }
            return system.index[CountSystem.Key(moment: Int32(moment), parts: parts.sorted())]
        }
        return proof.worlds.compactMap { world($0, counts) }
    }

    private func world(_ values: [Int], _ counts: [Int?]) -> [Int]? {
        guard values.count == counts.count else { return nil }
        var world = system.values
        for (count, value) in zip(counts, values) {
            guard let count else { continue }
            // What is known already, or is the same as at another time.
            if let other = world[count], other != value { return nil }
            world[count] = value
        }
        for growth in system.growths {
            guard let newcomers = growth.newcomers else { continue }
            guard let before = world[growth.earlier], let after = world[growth.later] else { return nil }
            world[newcomers] = after - before
        }
        let whole = world.compactMap { $0 }
        guard whole.count == world.count, whole.allSatisfy({ $0 >= 0 }) else { return nil }
        let fits = system.rows.allSatisfy { row in row.reduce(0) { $0 + $1.sign * whole[$1.count] } == 0 }
        return fits ? whole : nil
    }
}
