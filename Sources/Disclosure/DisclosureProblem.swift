/// Why tables cannot be protected or attacked. Each says where.
public enum DisclosureProblem: Error, Equatable, Sendable {
    case unknownFormat(String)
    case policyCannotBeMet(String)
    case attributeDiffers(String)
    case attributeWithoutValues(String)
    case bothHierarchyAndAttribute(String)
    case hierarchyWithoutPairs(String)
    case severalRoots(String, [String])
    case severalParents(String, String)
    case cycle(String, String)
    case unknownDimension(table: String, String)
    case wrongNumberOfCodes(table: String, [String])
    case unknownCode(table: String, dimension: String, String)
    case twice(table: String, [String])
    case negative(table: String, [String])
    case missing(table: String, [String])
    case withoutValue(table: String, [String])
    /// What was said of one group in two tables is not the same.
    case contradiction(String, Int, Int)
    /// A parent is not the sum of its children.
    case totalDiffers(String, value: Int, sum: Int)
    /// There are fewer in a group than were published earlier, though the population only grows.
    case shrinks(String, from: Int, to: Int)
    /// No whole numbers fit what was published: a sum or an earlier publication contradicts the data near this count.
    case impossible(String)
}

/// All that is wrong with some bundles.
public struct DisclosureProblems: Error, Equatable, Sendable {
    /// In the order in which they were found.
    public let problems: [DisclosureProblem]

    /// Whether the tables are right, but cannot be protected.
    var areAboutPolicy: Bool {
        problems.allSatisfy { problem in
            if case .policyCannotBeMet = problem { true } else { false }
        }
    }
}

extension DisclosureProblem: CustomStringConvertible {
    /// In words, with where it is.
    public var description: String {
        switch self {
        case .unknownFormat(let format): "The format is \"\(format)\", and not \"\(CountBundle.format)\"."
        case .policyCannotBeMet(let why): "The policy cannot be met: \(why)."
        case .attributeDiffers(let name): "The values of \(name) are not the same in all bundles."
        case .attributeWithoutValues(let name): "Attribute \(name) needs at least two different values."
        case .bothHierarchyAndAttribute(let name): "\(name) is both a hierarchy and an attribute."
        case .hierarchyWithoutPairs(let name): "Hierarchy \(name) is not a list of pairs of a parent and a child."
        case .severalRoots(let name, let roots):
            "Hierarchy \(name) has more than one root: \(roots.joined(separator: ", "))."
        case .severalParents(let name, let code): "In one tree of \(name), \(code) has more than one parent."
        case .cycle(let name, let code): "Hierarchy \(name) goes round in a circle at \(code)."
        case .unknownDimension(let table, let name): "Table \(table): \(name) is no hierarchy and no attribute."
        case .wrongNumberOfCodes(let table, let codes):
            "Table \(table): [\(codes.joined(separator: ", "))] does not have one code for each dimension."
        case .unknownCode(let table, let dimension, let code): "Table \(table): \(dimension) has no code \(code)."
        case .twice(let table, let codes): "Table \(table): [\(codes.joined(separator: ", "))] is there twice."
        case .negative(let table, let codes): "Table \(table): [\(codes.joined(separator: ", "))] is below 0."
        case .missing(let table, let codes): "Table \(table): [\(codes.joined(separator: ", "))] is missing."
        case .withoutValue(let table, let codes): "Table \(table): [\(codes.joined(separator: ", "))] has no value."
        case .contradiction(let count, let first, let second):
            "\(count) is \(first) in one table and \(second) in another."
        case .totalDiffers(let count, let value, let sum): "\(count) is \(value), and its parts add up to \(sum)."
        case .shrinks(let count, let from, let to): "\(count) was \(from) earlier and is \(to) now; it may only grow."
        case .impossible(let count): "No whole numbers fit all that is published: something is wrong near \(count)."
        }
    }
}
