/// The codes of all dimensions of some bundles as small numbers, and how they add up. The root of a dimension is 0.
struct CodeBook {
    struct Dimension {
        let name: String
        /// `nil` for a dimension that adds up; the margin of "all gave the same answer" for an answer.
        var margin: Int?
        var codes: [String] = []
        var number: [String: Int32] = [:]
        /// By tree and code its children; by tree and code its parent, -1 for none.
        var children: [[[Int32]]] = []
        var parents: [[Int32]] = []

        var isAttribute: Bool { margin != nil }

        mutating func intern(_ code: String) -> Int32 {
            if let known = number[code] { return known }
            let fresh = Int32(codes.count)
            codes.append(code)
            number[code] = fresh
            return fresh
        }
    }

    private(set) var dimensions: [Dimension] = []
    private(set) var byName: [String: Int] = [:]

    /// Reads the hierarchies and attributes of `bundles`; what is wrong with them is added to `problems`.
    init(_ bundles: [CountBundle], problems: inout [DisclosureProblem]) {
        var trees: [String: [[[String]]]] = [:]
        var attributes: [String: Attribute] = [:]
        for bundle in bundles {
            for (name, hierarchy) in bundle.hierarchies {
                for tree in hierarchy.trees where !(trees[name] ?? []).contains(tree) {
                    trees[name, default: []].append(tree)
                }
            }
            for (name, attribute) in bundle.attributes {
                if let known = attributes[name], known.values.sorted() != attribute.values.sorted() {
                    problems.append(.attributeDiffers(name))
                }
                attributes[name] = Attribute(
                    margin: max(attribute.margin, attributes[name]?.margin ?? 0),
                    values: attribute.values
                )
            }
        }
        for name in trees.keys.sorted() {
            if attributes[name] != nil { problems.append(.bothHierarchyAndAttribute(name)) }
            add(Self.hierarchy(name, trees[name] ?? [], &problems))
        }
        for (name, attribute) in attributes.sorted(by: { $0.key < $1.key }) where trees[name] == nil {
            add(Self.attribute(name, attribute, &problems))
        }
    }

    private mutating func add(_ dimension: Dimension) {
        byName[dimension.name] = dimensions.count
        dimensions.append(dimension)
    }

    /// The number of `code`, or `nil` when the dimension has no such code. An answer that is not among the values is
    /// the group itself, as long as all tables call the group the same.
    mutating func number(of code: String, in dimension: Int) -> Int32? {
        if let known = dimensions[dimension].number[code] { return known }
        guard dimensions[dimension].isAttribute, dimensions[dimension].codes[0].isEmpty else { return nil }
        dimensions[dimension].codes[0] = code
        dimensions[dimension].number[code] = 0
        return 0
    }

    private static func attribute(
        _ name: String,
        _ attribute: Attribute,
        _ problems: inout [DisclosureProblem]
    ) -> Dimension {
        var dimension = Dimension(name: name, margin: attribute.margin)
        dimension.codes = [""]
        for value in attribute.values where !value.isEmpty { _ = dimension.intern(value) }
        if attribute.values.count < 2 || dimension.codes.count != attribute.values.count + 1 {
            problems.append(.attributeWithoutValues(name))
        }
        let values = (1..<Int32(max(2, dimension.codes.count))).map { $0 }
        dimension.children = [[values] + values.map { _ in [] }]
        dimension.parents = [[-1] + values.map { _ in 0 }]
        return dimension
    }

    private static func hierarchy(
        _ name: String,
        _ trees: [[[String]]],
        _ problems: inout [DisclosureProblem]
    ) -> Dimension {
        var dimension = Dimension(name: name)
        let pairs = trees.joined()
        guard !pairs.isEmpty, pairs.allSatisfy({ $0.count == 2 }) else {
            problems.append(.hierarchyWithoutPairs(name))
            dimension.codes = [""]
            return dimension
        }
        let below = Set(pairs.map { $0[1] })
        let roots = Set(pairs.map { $0[0] }).subtracting(below).sorted()
        guard let root = roots.first, roots.count == 1 else {
            problems.append(roots.isEmpty ? .cycle(name, pairs.first?[0] ?? "") : .severalRoots(name, roots))
            dimension.codes = [""]
            return dimension
        }
        _ = dimension.intern(root)
        for pair in pairs { for code in pair { _ = dimension.intern(code) } }
        for tree in trees {
            var children = [[Int32]](repeating: [], count: dimension.codes.count)
            var parents = [Int32](repeating: -1, count: dimension.codes.count)
            for pair in tree {
                let (parent, child) = (dimension.intern(pair[0]), dimension.intern(pair[1]))
                if parents[Int(child)] == parent { continue }
                if parents[Int(child)] >= 0 { problems.append(.severalParents(name, pair[1])) }
                parents[Int(child)] = parent
                children[Int(parent)].append(child)
            }
            for code in parents.indices where !reachesTop(code, parents) {
                problems.append(.cycle(name, dimension.codes[code]))
                return Dimension(name: name, margin: nil, codes: dimension.codes, number: dimension.number)
            }
            dimension.children.append(children)
            dimension.parents.append(parents)
        }
        return dimension
    }

    private static func reachesTop(_ code: Int, _ parents: [Int32]) -> Bool {
        var (current, steps) = (code, 0)
        while parents[current] >= 0, steps <= parents.count {
            current = Int(parents[current])
            steps += 1
        }
        return steps <= parents.count
    }
}
