package import Kernel

/// What is wrong with what was typed to account for a programme.
package struct InvalidAccount: FormProblem, Equatable {
    package enum Field: String, Sendable {
        case words, title, conclusions, present, spokenWith, name, organisation, day
    }

    package enum Issue: Sendable, Equatable {
        case missing(Field), tooLong(Field, Int), dayUnreadable, dayInFuture, endBeforeStart, numberUnreadable
    }

    package let issues: [Issue]
    package var code: String { "account.invalid" }

    package init(issues: [Issue]) {
        self.issues = issues
    }
}

package enum AccountProblem: Problem, Equatable {
    case notFound

    package var kind: ProblemKind { .notFound }
    package var code: String { "account.not-found" }
}

/// Reads texts as people type them.
enum AccountText {
    static func read(
        _ text: String,
        _ field: InvalidAccount.Field,
        limit: Int,
        isOptional: Bool = false,
        _ issues: inout [InvalidAccount.Issue]
    ) -> String {
        let text = TypedText(text, limit: limit, isNeeded: !isOptional)
        switch text.fault {
        case .missing: issues.append(.missing(field))
        case .tooLong(let limit): issues.append(.tooLong(field, limit))
        case nil: break
        }
        return text.value
    }

    static func read(_ text: String, _ field: InvalidAccount.Field, limit: Int) throws(InvalidAccount) -> String {
        var issues: [InvalidAccount.Issue] = []
        let words = read(text, field, limit: limit, &issues)
        guard issues.isEmpty else { throw InvalidAccount(issues: issues) }
        return words
    }

    static func day(_ text: String, today: Day, _ issues: inout [InvalidAccount.Issue]) -> Day? {
        let day = Day(text.trimmingWhitespace())
        if day == nil { issues.append(.dayUnreadable) }
        if let day, day > today { issues.append(.dayInFuture) }
        return day
    }
}
