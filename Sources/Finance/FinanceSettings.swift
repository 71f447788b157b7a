import Audit
import Foundation
package import Kernel
package import Programmes
import Storage

/// What an hour costs, as somebody typed it.
package struct RateForm: Equatable, Sendable {
    package var id = ""
    package var role = ""
    package var year = ""
    package var rate = ""

    package init() {}
}

/// So much for a post, as somebody typed it.
package struct BudgetForm: Equatable, Sendable {
    package var id = ""
    package var post = ""
    package var source = ""
    package var year = ""
    package var amount = ""
    package var why = ""

    package init() {}
}

extension Finances {
    /// Says what an hour costs in a year. Hours that were booked keep what they were worth then.
    ///
    /// - Throws: ``InvalidBooking``, ``FinanceProblem``.
    package func setRate(_ form: RateForm, in programme: Programme, as principal: Principal) async throws {
        try principal.require(.manageMoney, in: programme.id)
        guard let plan = programme.money else { throw FinanceProblem.noMoney }
        var issues: [InvalidBooking.Issue] = []
        let role = HourRole.ID(form.role).flatMap(plan.hourRole)?.code
        if role == nil { issues.append(.init(at: .role, fault: .missing)) }
        let year = Self.year(form.year, in: programme)
        if year == nil { issues.append(.init(at: .year, fault: .notAYear)) }
        let rate = Cents(typed: form.rate).flatMap { $0 > .zero ? $0 : nil }
        if rate == nil { issues.append(.init(at: .amount, fault: .notAnAmount)) }
        guard issues.isEmpty, let role, let year, let rate else { throw InvalidBooking(issues: issues) }
        let set = HourRate(role: role, year: year, rate: rate, recordedAt: world.now(), name: principal.name)
        let id = ID<HourRate>(form.id) ?? world.id()
        try await database.write { db in
            guard try db.finance(in: programme.id).insert(set, id: id, by: principal) else { return }
            try db.audit.append(
                .manageMoney,
                "finance.rate-set",
                of: "rate \(role) \(year)",
                in: programme.id,
                by: principal,
                at: set.recordedAt
            )
        }
    }

    /// Says how much there is for a post from a source in a year, and why. The last word holds.
    ///
    /// - Throws: ``InvalidBooking``, ``FinanceProblem``.
    package func setBudget(_ form: BudgetForm, in programme: Programme, as principal: Principal) async throws {
        try principal.require(.manageMoney, in: programme.id)
        guard let plan = programme.money else { throw FinanceProblem.noMoney }
        var issues: [InvalidBooking.Issue] = []
        let post = CostPost.ID(form.post).flatMap(plan.post)?.code
        if post == nil { issues.append(.init(at: .post, fault: .missing)) }
        let source = MoneySource.ID(form.source).flatMap(plan.source)?.code
        if source == nil { issues.append(.init(at: .source, fault: .missing)) }
        let year = Self.year(form.year, in: programme)
        if year == nil { issues.append(.init(at: .year, fault: .notAYear)) }
        let amount = Cents(typed: form.amount)
        if amount == nil { issues.append(.init(at: .amount, fault: .notAnAmount)) }
        let why = InvalidBooking.line(form.why, .why, limit: 300, &issues)
        guard issues.isEmpty, let post, let source, let year, let amount else { throw InvalidBooking(issues: issues) }
        let set = Budget(
            post: post,
            source: source,
            year: year,
            amount: amount,
            why: why,
            recordedAt: world.now(),
            name: principal.name
        )
        let id = ID<Budget>(form.id) ?? world.id()
        try await database.write { db in
            guard try db.finance(in: programme.id).insert(set, id: id, by: principal) else { return }
            try db.audit.append(
                .manageMoney,
                "finance.budget-set",
                of: "budget \(post) \(source) \(year)",
                in: programme.id,
                by: principal,
                at: set.recordedAt
            )
        }
    }

    private static func year(_ text: String, in programme: Programme) -> Int? {
        Int(text.trimmingWhitespace()).flatMap { year in
            programme.years.contains(year) ? year : nil
        }
    }
}
