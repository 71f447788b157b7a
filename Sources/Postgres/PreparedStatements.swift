/// Which statements a session has prepared. Only what is used a second time is, because preparing costs a round trip.
struct PreparedStatements {
    private var names: [String: String] = [:]
    private var seen: Set<String> = []
    /// Oldest first.
    private var order: [String] = []
    private var counter = 0

    private static let limit = 256

    init() {}

    /// An empty one, whose names have not been used before.
    init(after other: PreparedStatements) {
        counter = other.counter
    }

    enum Use {
        case once
        case prepare(name: String, forget: String?)
        case prepared(name: String)
    }

    mutating func use(_ text: String) -> Use {
        if let name = names[text] { return .prepared(name: name) }
        guard seen.remove(text) != nil else {
            // Statements with lists of many lengths would fill the memory of a session that lives for weeks.
            if seen.count >= Self.limit * 4 { seen.removeAll() }
            seen.insert(text)
            return .once
        }
        counter += 1
        let name = "s\(counter)"
        var forget: String?
        if order.count >= Self.limit {
            forget = names.removeValue(forKey: order.removeFirst())
        }
        names[text] = name
        order.append(text)
        return .prepare(name: name, forget: forget)
    }

    mutating func forget(_ text: String) {
        names[text] = nil
        order.removeAll { $0 == text }
    }
}
