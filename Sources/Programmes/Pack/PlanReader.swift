import Kernel

extension PackReading {
    struct Plan {
        let targets: [Target]
        let phases: [Phase]
        let quarters: [QuarterPlan]
    }

    func plan(_ file: PackMap, period: ClosedRange<Quarter>?) -> Plan {
        let reader = PlanReader(findings: findings, period: period)
        let targets = reader.targets(file)
        let phases = file.list("phases", reader.phase)
        let quarters = reader.quarters(file)
        if let place = file["quarters"] { reader.checkSums(targets, file, at: place) }
        return Plan(targets: targets.map(\.target), phases: phases, quarters: quarters)
    }
}

struct PlanReader {
    typealias Placed = (target: Target, map: PackMap)

    let findings: PackFindings
    let period: ClosedRange<Quarter>?

    // MARK: Targets

    func targets(_ file: PackMap) -> [Placed] {
        let placed = file.list("targets", atLeast: 1) { node -> Placed? in
            guard let map = node.map(.target), let target = target(map) else { return nil }
            return (target, map)
        }
        for (target, map) in placed {
            guard let code = target.partOf, let whole = placed.first(where: { $0.target.code == code })?.target else {
                continue
            }
            if whole.counted != target.counted {
                map["part_of"]?.fail(.partCountsSomethingElse)
            } else if target.count > whole.count {
                map["count"]?.fail(.partExceedsWhole(part: target.count, whole: whole.count))
            }
        }
        for circle in circles(placed.map { ($0.target.code, $0.target.partOf.map { [$0] } ?? []) }) {
            guard let first = circle.first else { continue }
            let place = placed.first { $0.target.code == first }?.map["part_of"]
            place?.fail(.circle((circle + [first]).map(\.description)))
        }
        return placed
    }

    private func target(_ map: PackMap) -> Target? {
        let code = map["code"]?.code(of: .target, Target.Scope.self)
        let name = map["name"]?.text()
        let counted = map["counts"]?.option(Target.Counted.self)
        let count = map["count"]?.int(1...1_000_000)
        let areas = map.list("areas") { $0.reference(to: .area, AreaScope.self) }
        let split = map["split"].map { self.split($0, areas: areas) }
        let initiatives = map.list("initiatives") { $0.reference(to: .initiative, InitiativeScope.self) }
        let except = map.list("except_initiatives") { $0.reference(to: .initiative, InitiativeScope.self) }
        let partOf = map["part_of"]?.reference(to: .target, Target.Scope.self)
        if let split, split.isWhole, let count {
            let sum = split.shares.reduce(0) { $0 + $1.count }
            if sum != count { map["split"]?.fail(.splitDoesNotAddUp(sum: sum, count: count)) }
        }
        guard let code, let name, let counted, let count else { return nil }
        return Target(
            code: code,
            name: name,
            counted: counted,
            count: count,
            areas: areas,
            split: split?.shares ?? [],
            initiatives: initiatives,
            exceptInitiatives: except,
            partOf: partOf
        )
    }

    private func split(_ node: PackNode, areas: [AreaCode]) -> (shares: [AreaShare], isWhole: Bool) {
        guard let entries = node.entries() else { return ([], false) }
        let shares = entries.compactMap { entry -> AreaShare? in
            guard let area = AreaCode(entry.key) else {
                findings.add(.notACode(entry.key), at: entry.position)
                return nil
            }
            findings.refer(to: entry.key, .area, at: entry.position)
            if !areas.isEmpty, !areas.contains(area) { findings.add(.splitOutsideAreas(area), at: entry.position) }
            return entry.value.int(0...1_000_000).map { AreaShare(area: area, count: $0) }
        }
        return (shares, shares.count == entries.count)
    }

    // MARK: Phases and quarters

    func phase(_ node: PackNode) -> Phase? {
        guard let map = node.map(.phase) else { return nil }
        let code = map["code"]?.code(of: .phase, Phase.Scope.self)
        let name = map["name"]?.text()
        let purpose = map["purpose"]?.text()
        guard let quarters = map.quarters() else { return nil }
        checkPeriod(quarters.lowerBound, at: map["first"])
        checkPeriod(quarters.upperBound, at: map["last"])
        guard let code, let name, let purpose else { return nil }
        return Phase(code: code, name: name, purpose: purpose, first: quarters.lowerBound, last: quarters.upperBound)
    }

    func quarters(_ file: PackMap) -> [QuarterPlan] {
        var places: [Quarter: PackPosition] = [:]
        let quarters = file.list("quarters", atLeast: 1) { node -> QuarterPlan? in
            guard let map = node.map(.quarter) else { return nil }
            let quarter = map["quarter"]?.quarter()
            let conversations = map["conversations"]?.int(0...100_000)
            let sessions = map["sessions"]?.int(0...1000)
            let activities = map.list("activities") { $0.text() }
            let followUps = map.list("follow_ups_of") { followedUp($0, in: quarter) }
            guard let quarter else { return nil }
            checkPeriod(quarter, at: map["quarter"])
            if let first = places[quarter] { map["quarter"]?.fail(.duplicateEntry("\(quarter)", first: first)) }
            places[quarter] = map["quarter"]?.position
            return QuarterPlan(
                quarter: quarter,
                conversations: conversations ?? 0,
                followUpsOf: followUps,
                sessions: sessions ?? 0,
                activities: activities
            )
        }
        return quarters.sorted { $0.quarter < $1.quarter }
    }

    private func followedUp(_ node: PackNode, in quarter: Quarter?) -> Quarter? {
        guard let earlier = node.quarter() else { return nil }
        checkPeriod(earlier, at: node)
        if let quarter, earlier >= quarter { node.fail(.followsUpLater(earlier)) }
        return earlier
    }

    private func checkPeriod(_ quarter: Quarter, at node: PackNode?) {
        guard let period, !period.contains(quarter) else { return }
        node?.fail(.outsidePeriod(quarter, first: period.lowerBound, last: period.upperBound))
    }

    // MARK: What has to add up

    /// A target for everybody, so not of an area and not a part, is what all quarters together come to.
    func checkSums(_ targets: [Placed], _ file: PackMap, at place: PackNode) {
        for (key, counted) in [("conversations", Target.Counted.conversations), ("sessions", .sessions)] {
            guard let sum = sum(of: key, in: place) else { continue }
            for (target, _) in targets
            where target.counted == counted && target.areas.isEmpty && target.partOf == nil && target.count != sum {
                place.fail(.planDoesNotAddUp(counted, sum: sum, target: target.code, count: target.count))
            }
        }
    }

    /// `nil` when one of the numbers cannot be read, which is a finding already.
    private func sum(of key: String, in quarters: PackNode) -> Int? {
        var sum = 0
        for entry in quarters.elements {
            guard let node = entry.value(of: key) else { continue }
            guard let number = node.scalarText.flatMap({ Int($0) }), number < 1_000_000 else { return nil }
            sum += number
        }
        return sum
    }
}
