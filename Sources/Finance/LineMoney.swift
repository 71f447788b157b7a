package import Foundation
package import Kernel
package import Programmes
import Storage

/// What an action line may cost, what was paid for it, and the hours that went into it.
package struct LineMoney: Equatable, Sendable {
    /// Of all years together.
    package var budget = Cents.zero
    package var paid = Cents.zero
    package var minutes = 0

    package init() {}
}

extension Finances {
    /// Money and hours of each line as they were known at a moment; a line without any is not in it. Sums of a plan that
    /// many carry: who sees how its lines stand sees these as well.
    package func lines(
        of programme: Programme,
        at moment: Date,
        as principal: Principal
    ) async throws -> [ActionLine.ID: LineMoney] {
        try principal.require(.readActions, in: programme.id)
        guard let plan = programme.money else { return [:] }
        let lines = plan.linesOfPosts
        guard !lines.isEmpty else { return [:] }
        let (entries, budgets) = try await database.read { db in
            let store = db.finance(in: programme.id)
            return (try store.entries(), try store.budgets())
        }
        let state = FinanceState(
            plan: plan,
            entries: entries.compactMap { $0.known(at: moment) },
            budgets: budgets.filter { $0.recordedAt <= moment }
        )
        var money: [ActionLine.ID: LineMoney] = [:]
        for (line, amount) in state.budgetsOfLines() { money[line, default: LineMoney()].budget = amount }
        for entry in state.counted {
            guard let line = lines[entry.post] else { continue }
            if entry.kind == .payment { money[line, default: LineMoney()].paid += entry.amount }
            if entry.kind == .hours { money[line, default: LineMoney()].minutes += entry.signedMinutes }
        }
        return money
    }
}

extension Finances {
    /// What each line may cost in a year, by the budget as it is now; a line that has none is not in it. Whoever sees the
    /// plan of a line for a year sees it.
    package func budgets(
        of programme: Programme,
        in year: Int,
        as principal: Principal
    ) async throws -> [ActionLine.ID: Cents] {
        try principal.require(.readActions, in: programme.id)
        guard let plan = programme.money else { return [:] }
        let changes = try await database.read { db in try db.finance(in: programme.id).budgets() }
        return FinanceState(plan: plan, entries: [], budgets: changes).budgetsOfLines { $0.year == year }
    }
}

extension FinanceState {
    /// The budgets that are wanted, added up for each line that has any.
    fileprivate func budgetsOfLines(_ isWanted: (PlannedBudget) -> Bool = { _ in true }) -> [ActionLine.ID: Cents] {
        let lines = plan.linesOfPosts
        return budgets.filter(isWanted).reduce(into: [:]) { sums, budget in
            if let line = lines[budget.post] { sums[line, default: .zero] += budget.amount }
        }
    }
}

extension MoneyPlan {
    fileprivate var linesOfPosts: [CostPost.ID: ActionLine.ID] {
        posts.reduce(into: [:]) { $0[$1.code] = $1.line }
    }
}

extension FinanceEntry {
    /// With what had been said about it by then; `nil` when it had not been booked.
    fileprivate func known(at moment: Date) -> FinanceEntry? {
        guard recordedAt <= moment else { return nil }
        var entry = self
        if let decision, decision.recordedAt > moment { entry.decision = nil }
        return entry
    }
}
