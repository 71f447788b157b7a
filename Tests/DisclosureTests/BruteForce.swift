import Disclosure
import Sampling

/// A system so small that all worlds can be looked at: the judge of everything else.
struct BruteForce {
    struct Place: Hashable {
        let time: Int
        /// By dimension, without the root.
        let codes: [String: String]
    }

    /// The smallest groups there are, and what is said of sums of them.
    private var leaves: [Place] = []
    private var sums: [Place: [Int]] = [:]
    private var shown: [Place: Int] = [:]
    private(set) var hidden: Set<Place> = []
    private let policy: Policy
    private let isAnswered: Bool
    private let caps: [Int]
    /// `nil` when there were too many worlds to look at.
    private(set) var findings: Set<String>?

    private static let regions = ["R1": ["A", "B"], "R2": ["C"]]
    static let limit = 100_000

    /// A random system of one or two times: towns by sector, or towns by answer.
    static func random(_ seed: UInt64) -> CountBundle {
        var random = SampleRandom(seed: seed)
        let isAnswered = random.below(2) == 0
        let times = random.below(3) == 0 ? 2 : 1
        let other = isAnswered ? ("q", ["yes", "no"], "all") : ("sector", ["S1", "S2"], "T")
        var counts: [[String]: Int] = [:]
        var tables: [Table] = []
        for time in 1...times {
            for _ in 0..<(time == 1 ? 3 + random.below(14) : random.below(8)) {
                let town = ["A", "B", "C"][min(random.below(3), random.below(3))]
                let kind = other.1[min(random.below(2), random.below(3) % 2)]
                let region = regions.first { $0.value.contains(town) }?.key ?? ""
                for area in ["ZH", region, town] {
                    for code in [other.2, kind] { counts[[area, code], default: 0] += 1 }
                }
            }
            let cells = ["ZH", "R1", "R2", "A", "B", "C"].flatMap { area in
                ([other.2] + other.1).map { Cell([area, $0], counts[[area, $0]] ?? 0) }
            }
            tables.append(
                Table(id: "t\(time)", population: "companies", time: time, dims: ["geo", other.0], cells: cells)
            )
        }
        var policy = Policy(minimumFrequency: 2 + random.below(4))
        policy.width = 1 + random.below(3)
        return CountBundle(
            hierarchies: [
                "geo": Hierarchy(trees: [[["ZH", "R1"], ["ZH", "R2"], ["R1", "A"], ["R1", "B"], ["R2", "C"]]])
            ].merging(isAnswered ? [:] : ["sector": Hierarchy(trees: [[["T", "S1"], ["T", "S2"]]])]) { $1 },
            attributes: isAnswered ? ["q": Attribute(values: ["yes", "no"])] : [:],
            policy: policy,
            tables: tables
        )
    }

    /// Looks at all worlds that fit `bundle`, in which counts are hidden.
    init(_ bundle: CountBundle, truth: CountBundle) {
        policy = bundle.policy
        isAnswered = !bundle.attributes.isEmpty
        let other = isAnswered ? "q" : "sector"
        let kinds = isAnswered ? ["yes", "no"] : ["S1", "S2"]
        var caps: [Int] = []
        for table in truth.tables {
            for town in ["A", "B", "C"] {
                for kind in kinds {
                    leaves.append(Place(time: table.time, codes: ["geo": town, other: kind]))
                    caps.append((table.cells.first { $0.codes == [town, kind] }?.value ?? 0) + 10)
                }
            }
        }
        self.caps = caps
        for table in bundle.tables {
            for cell in table.cells {
                var codes: [String: String] = [:]
                if cell.codes[0] != "ZH" { codes["geo"] = cell.codes[0] }
                if kinds.contains(cell.codes[1]) { codes[other] = cell.codes[1] }
                let place = Place(time: table.time, codes: codes)
                sums[place] = leaves.indices.filter { contains(place, leaves[$0]) }
                if let value = cell.value { shown[place] = value } else { hidden.insert(place) }
            }
        }
        look()
    }

    private func contains(_ place: Place, _ leaf: Place) -> Bool {
        place.time == leaf.time
            && place.codes.allSatisfy { dimension, code in
                leaf.codes[dimension] == code || Self.regions[code]?.contains(leaf.codes[dimension] ?? "") == true
            }
    }

    // MARK: All worlds

    private mutating func look() {
        let rules = shown.sorted { $0.key.time < $1.key.time }.map { (members: sums[$0.key] ?? [], value: $0.value) }
        var rulesOf = [[Int]](repeating: [], count: leaves.count)
        var lastOf = [[Int]](repeating: [], count: leaves.count)
        for (number, rule) in rules.enumerated() {
            for leaf in rule.members { rulesOf[leaf].append(number) }
            if let last = rule.members.max() { lastOf[last].append(number) }
        }
        let earlier = leaves.map { leaf in
            leaf.time == 1 ? nil : leaves.firstIndex { $0.time == leaf.time - 1 && $0.codes == leaf.codes }
        }
        var rest = rules.map(\.value)
        var world = leaves.map { _ in 0 }
        var steps = 0
        let questions = questions()
        let quantities = questions.flatMap(\.quantities)
        var low: [Int] = [], high: [Int] = []

        func visit(_ leaf: Int) {
            steps += 1
            if steps > Self.limit { return }
            if leaf == world.count {
                let values = quantities.map { quantity in quantity.reduce(0) { $0 + $1.factor * world[$1.leaf] } }
                if low.isEmpty { (low, high) = (values, values) }
                for (number, value) in values.enumerated() {
                    low[number] = min(low[number], value)
                    high[number] = max(high[number], value)
                }
                return
            }
            let least = earlier[leaf].map { world[$0] } ?? 0
            let most = rulesOf[leaf].map { rest[$0] }.min() ?? caps[leaf]
            guard least <= most else { return }
            for value in least...most {
                world[leaf] = value
                for rule in rulesOf[leaf] { rest[rule] -= value }
                if lastOf[leaf].allSatisfy({ rest[$0] == 0 }) { visit(leaf + 1) }
                for rule in rulesOf[leaf] { rest[rule] += value }
            }
            world[leaf] = 0
        }
        visit(0)
        guard steps <= Self.limit, !low.isEmpty else { return }
        var found = Set<String>()
        var at = 0
        for question in questions {
            let ranges = question.quantities.indices.map { (low[at + $0], high[at + $0]) }
            at += question.quantities.count
            if question.isFinding(ranges) { found.insert(question.name) }
        }
        findings = found
    }

    // MARK: What nobody may learn

    private typealias Sum = [(leaf: Int, factor: Int)]

    private struct Question {
        let name: String
        let quantities: [Sum]
        let isFinding: ([(low: Int, high: Int)]) -> Bool
    }

    private func name(_ place: Place) -> String {
        let kind = isAnswered ? place.codes["q"] ?? "all" : place.codes["sector"] ?? "T"
        return "[\(place.codes["geo"] ?? "ZH"), \(kind)] of companies at \(place.time)"
    }

    private func sum(_ place: Place, _ factor: Int = 1) -> Sum { (sums[place] ?? []).map { ($0, factor) } }

    private func questions() -> [Question] {
        sums.keys.sorted { name($0) < name($1) }.flatMap { place in
            let before = Place(time: place.time - 1, codes: place.codes)
            let whole = Place(time: place.time, codes: place.codes.filter { $0.key != "q" })
            let wholeBefore = Place(time: before.time, codes: whole.codes)
            return ofCount(place) + (whole != place ? ofAnswer(place, whole) : [])
                + (sums[before] == nil ? [] : ofGrowth(place, before, whole, wholeBefore))
        }
    }

    private func ofCount(_ place: Place) -> [Question] {
        let (width, few) = (policy.width, 1..<policy.minimumFrequency)
        if hidden.contains(place) {
            return [
                Question(name: "hidden \(name(place))", quantities: [sum(place)]) { $0[0].high - $0[0].low < width }
            ]
        }
        guard place.codes["q"] == nil, let value = shown[place], few.contains(value) else { return [] }
        return [Question(name: "smallCount \(name(place))", quantities: []) { _ in true }]
    }

    private func ofAnswer(_ place: Place, _ whole: Place) -> [Question] {
        [
            Question(name: "group \(name(place))", quantities: [sum(whole) + sum(place, -1), sum(whole)]) {
                $0[0].high <= 0 && $0[1].low >= 1
            }
        ]
    }

    private func ofGrowth(_ place: Place, _ before: Place, _ whole: Place, _ wholeBefore: Place) -> [Question] {
        let (width, few) = (policy.width, 1..<policy.minimumFrequency)
        let joined = sum(place) + sum(before, -1)
        if whole == place {
            return [
                Question(name: "growth \(name(place))", quantities: [joined]) {
                    $0[0].high - $0[0].low < width && few.contains($0[0].low) && few.contains($0[0].high)
                }
            ]
        }
        let all = sum(whole) + sum(wholeBefore, -1)
        return [
            Question(
                name: "newcomers \(name(place))",
                quantities: [all + joined.map { ($0.leaf, -$0.factor) }, all]
            ) { $0[0].high <= 0 && $0[1].low >= 1 }
        ]
    }
}
