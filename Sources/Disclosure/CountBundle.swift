/// Tables of counts as they are published, in the open format `sdc-published/1`: what `karavaan protect` reads (every
/// count filled in) and writes (hidden counts are `null`), and what `karavaan attack` reads.
public struct CountBundle: Codable, Equatable, Sendable {
    /// The name of the format.
    public static let format = "sdc-published/1"

    /// Which format this is; only ``format`` is read.
    public var format: String
    /// By dimension. A parent is the sum of its children.
    public var hierarchies: [String: Hierarchy]
    /// By dimension: what companies answer. The root of such a dimension is the group that was asked.
    public var attributes: [String: Attribute]
    /// What nobody may learn.
    public var policy: Policy
    /// What is published together.
    public var tables: [Table]
    /// What was published before, oldest first. It stays as it is.
    public var published: [CountBundle]?
    /// That it is safe beside everything that was published before.
    public var proof: Proof?

    /// A bundle without a proof.
    public init(
        hierarchies: [String: Hierarchy],
        attributes: [String: Attribute],
        policy: Policy,
        tables: [Table],
        published: [CountBundle]? = nil
    ) {
        format = Self.format
        self.hierarchies = hierarchies
        self.attributes = attributes
        self.policy = policy
        self.tables = tables
        self.published = published
    }

    /// Reads it as ``CountBundle/format`` writes it; what is usual may be left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        format = try values.decode(String.self, forKey: .format)
        hierarchies = try values.decodeIfPresent([String: Hierarchy].self, forKey: .hierarchies) ?? [:]
        attributes = try values.decodeIfPresent([String: Attribute].self, forKey: .attributes) ?? [:]
        policy = try values.decodeIfPresent(Policy.self, forKey: .policy) ?? Policy()
        tables = try values.decode([Table].self, forKey: .tables)
        published = try values.decodeIfPresent([CountBundle].self, forKey: .published)
        proof = try values.decodeIfPresent(Proof.self, forKey: .proof)
    }
}

/// How the codes of a dimension add up.
///
/// More than one tree is more than one division of the same thing: municipalities into regions, and the same
/// municipalities into deal areas. All trees have one root.
public struct Hierarchy: Codable, Equatable, Sendable {
    /// For each tree the pairs of a parent and its child.
    public var trees: [[[String]]]

    /// A dimension with these trees.
    public init(trees: [[[String]]]) { self.trees = trees }

    /// Reads it as ``CountBundle/format`` writes it; what is usual may be left out.
    public init(from decoder: any Decoder) throws {
        if let single = try? decoder.singleValueContainer(), let pairs = try? single.decode([[String]].self) {
            trees = [pairs]
        } else {
            trees = try decoder.container(keyedBy: CodingKeys.self).decode([[[String]]].self, forKey: .trees)
        }
    }

    /// Writes it as ``CountBundle/format`` has it.
    public func encode(to encoder: any Encoder) throws {
        if trees.count == 1 {
            var container = encoder.singleValueContainer()
            try container.encode(trees[0])
        } else {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(trees, forKey: .trees)
        }
    }

    enum CodingKeys: String, CodingKey { case trees }
}

/// What a group was asked, and what it could answer.
public struct Attribute: Codable, Equatable, Sendable {
    /// How many of a group may differ while it still counts as "all gave the same answer".
    public var margin: Int
    /// The answers.
    public var values: [String]

    /// A question with these answers.
    public init(margin: Int = 0, values: [String]) {
        self.margin = margin
        self.values = values
    }

    /// Reads it as ``CountBundle/format`` writes it; what is usual may be left out.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        margin = try container.decodeIfPresent(Int.self, forKey: .margin) ?? 0
        values = try container.decode([String].self, forKey: .values)
    }
}

/// What nobody may learn.
public struct Policy: Codable, Equatable, Sendable {
    /// A hidden count has at least this much room between the lowest and the highest value it could have.
    public var width: Int
    /// A group of fewer companies than this is not shown, unless it is empty.
    public var minimumFrequency: Int
    /// Whether a company that knows its own answers is one of those who may not learn.
    public var insider: Bool
    /// Patterns of codes of counts that readers need most, so that others are hidden before them: a code, or `*`.
    public var dear: [[String]]
    /// Shares of the counts of the finest level, from 0 to 1: when more are hidden, the table is published without it.
    public var rollUp: Double?

    /// The usual policy, where nothing else is said.
    public init(
        width: Int = 2,
        minimumFrequency: Int = 5,
        insider: Bool = false,
        dear: [[String]] = [],
        rollUp: Double? = nil
    ) {
        self.width = width
        self.minimumFrequency = minimumFrequency
        self.insider = insider
        self.dear = dear
        self.rollUp = rollUp
    }

    /// Reads it as ``CountBundle/format`` writes it; what is usual may be left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        width = try values.decodeIfPresent(Int.self, forKey: .width) ?? 2
        minimumFrequency = try values.decodeIfPresent(Int.self, forKey: .minimumFrequency) ?? 5
        insider = try values.decodeIfPresent(Bool.self, forKey: .insider) ?? false
        dear = try values.decodeIfPresent([[String]].self, forKey: .dear) ?? []
        rollUp = try values.decodeIfPresent(Double.self, forKey: .rollUp)
    }

    enum CodingKeys: String, CodingKey {
        case width, insider, dear
        case minimumFrequency = "min_frequency"
        case rollUp = "roll_up"
    }
}

/// Counts of one population at one time, over some dimensions.
public struct Table: Codable, Equatable, Sendable {
    /// How the table is called.
    public var id: String
    /// Whom it counts: tables of one population are linked.
    public var population: String
    /// Rises from one publication to the next.
    public var time: Int
    /// The dimensions, in the order of the codes of a cell.
    public var dims: [String]
    /// What a combination of codes means that is not among the cells.
    public var missing: Missing
    /// The counts.
    public var cells: [Cell]
    /// Whether companies only ever join this population. A correction may take some out, and says `false`.
    public var grows: Bool

    /// What a combination of codes means that is not among the cells.
    public enum Missing: String, Codable, Sendable { case error, zero, unknown }

    /// A table of counts.
    public init(
        id: String,
        population: String,
        time: Int,
        dims: [String],
        missing: Missing = .error,
        cells: [Cell],
        grows: Bool = true
    ) {
        self.id = id
        self.population = population
        self.time = time
        self.dims = dims
        self.missing = missing
        self.cells = cells
        self.grows = grows
    }

    /// Reads it as ``CountBundle/format`` writes it; what is usual may be left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        id = try values.decode(String.self, forKey: .id)
        population = try values.decodeIfPresent(String.self, forKey: .population) ?? "companies"
        time = try values.decodeIfPresent(Int.self, forKey: .time) ?? 1
        dims = try values.decode([String].self, forKey: .dims)
        missing = try values.decodeIfPresent(Missing.self, forKey: .missing) ?? .error
        cells = try values.decode([Cell].self, forKey: .cells)
        grows = try values.decodeIfPresent(Bool.self, forKey: .grows) ?? true
    }
}

/// One count. `codes` has one code for each dimension of its table; `value` is `nil` when it is hidden.
public struct Cell: Codable, Equatable, Sendable {
    /// One code for each dimension of the table.
    public var codes: [String]
    /// How many; `nil` when that is hidden.
    public var value: Int?

    /// A count of the group with these codes.
    public init(_ codes: [String], _ value: Int?) {
        self.codes = codes
        self.value = value
    }

    /// Reads it as ``CountBundle/format`` writes it; what is usual may be left out.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        codes = try values.decode([String?].self, forKey: .codes).map { $0 ?? "" }
        value = try values.decodeIfPresent(Int.self, forKey: .value)
    }

    /// Writes it as ``CountBundle/format`` has it.
    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(codes, forKey: .codes)
        try values.encode(value, forKey: .value)
    }

    enum CodingKeys: String, CodingKey {
        case codes = "c"
        case value = "v"
    }
}
