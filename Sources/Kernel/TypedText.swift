/// What may be wrong with text that somebody typed.
package enum TextFault: Equatable, Sendable {
    case missing
    case tooLong(Int)
}

/// Text that somebody typed, made plain, and what is wrong with it.
package struct TypedText: Equatable, Sendable {
    package let value: String
    /// `nil` when nothing is.
    package let fault: TextFault?

    /// One line, without control characters.
    package init(line: String, limit: Int, isNeeded: Bool = true) {
        self.init(plain: line.cleanedLine ?? "", limit, isNeeded)
    }

    /// Of any number of lines.
    package init(_ text: String, limit: Int, isNeeded: Bool = true) {
        self.init(plain: text.trimmingWhitespace().withPlainLineEnds.replacing("\0", with: ""), limit, isNeeded)
    }

    private init(plain: String, _ limit: Int, _ isNeeded: Bool) {
        value = plain
        fault = plain.isEmpty && isNeeded ? .missing : plain.count > limit ? .tooLong(limit) : nil
    }
}
