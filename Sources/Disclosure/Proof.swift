/// Worlds that all fit everything that was published, so that anybody can see that nobody can tell which one is true.
///
/// For each hidden count two of them are at least the width apart. The worlds are made from what is published alone,
/// never from the true figures: who reads them learns nothing that was not published.
public struct Proof: Codable, Equatable, Sendable {
    /// A group whose count is not published.
    public struct Unknown: Codable, Hashable, Sendable {
        /// Whom it counts.
        public var population: String
        /// When.
        public var time: Int
        /// By dimension, without those that are the root.
        public var codes: [String: String]
    }

    /// Everything that is counted somewhere and not shown.
    public var unknowns: [Unknown]
    /// In each world a value for each of `unknowns`, in their order.
    public var worlds: [[Int]]
}
