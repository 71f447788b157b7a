package import Kernel
package import Programmes

/// Everything that was booked in a programme, or for one organisation, and what it adds up to.
package struct FinanceState: Equatable, Sendable {
    package let plan: MoneyPlan
    /// In the order of their numbers.
    package let entries: [FinanceEntry]
    /// The last word on each post, source and year.
    package let budgets: [PlannedBudget]
    private let standings: [FinanceEntry.ID: FinanceEntry.Standing]
    /// What counts: everything that was agreed to, with what was booked back below zero.
    package let counted: [FinanceEntry]
    private let byID: [FinanceEntry.ID: FinanceEntry]
    /// By what was booked back.
    private let reversals: [FinanceEntry.ID: FinanceEntry]

    package init(plan: MoneyPlan, entries: [FinanceEntry], budgets: [Budget]) {
        self.plan = plan
        self.entries = entries
        self.budgets = Self.latest(plan.budget, budgets)
        let byID = Dictionary(uniqueKeysWithValues: entries.map { ($0.id, $0) })
        let standings = byID.mapValues { entry in
            (entry.reverses.flatMap { byID[$0] } ?? entry).standing
        }
        self.byID = byID
        self.standings = standings
        counted = entries.filter { standings[$0.id] == .approved }
        reversals = Dictionary(entries.compactMap { entry in entry.reverses.map { ($0, entry) } }) { first, _ in first }
    }

    private static func latest(_ planned: [PlannedBudget], _ set: [Budget]) -> [PlannedBudget] {
        struct Place: Hashable {
            let post: CostPost.ID
            let source: MoneySource.ID
            let year: Int
        }
        var found: [Place: Cents] = [:]
        for line in planned { found[Place(post: line.post, source: line.source, year: line.year)] = line.amount }
        for line in set { found[Place(post: line.post, source: line.source, year: line.year)] = line.amount }
        return found.map { PlannedBudget(post: $0.post, source: $0.source, year: $0.year, amount: $1) }
            .sorted { ($0.year, $0.post, $0.source) < ($1.year, $1.post, $1.source) }
    }

    /// What books something back stands as that does.
    package func standing(_ entry: FinanceEntry) -> FinanceEntry.Standing { standings[entry.id] ?? entry.standing }
    package func entry(_ id: FinanceEntry.ID?) -> FinanceEntry? { id.flatMap { byID[$0] } }
    /// What books that back; `nil` while nothing does.
    package func reversal(of entry: FinanceEntry) -> FinanceEntry? { reversals[entry.id] }
    package func isReversed(_ entry: FinanceEntry) -> Bool { reversals[entry.id] != nil }

    /// What an organisation still has to say yes to.
    package var waiting: [FinanceEntry] { entries.filter(isWaiting) }
    package func isWaiting(_ entry: FinanceEntry) -> Bool {
        standing(entry) == .waiting && entry.reverses == nil && !isReversed(entry)
    }

    package func total(_ isWanted: (FinanceEntry) -> Bool) -> Cents { counted.filter(isWanted).map(\.amount).sum }
}

extension FinanceEntry {
    /// Below zero for what books hours back.
    package var signedMinutes: Int { reverses == nil ? minutes ?? 0 : -(minutes ?? 0) }
}

/// How a source stands (*dekking*).
package struct SourceState: Equatable, Sendable {
    package let source: MoneySource
    package let budget: Cents
    /// Promised to suppliers.
    package let committed: Cents
    package let paid: Cents
    /// Promised and not paid yet.
    package let open: Cents

    /// What is gone, or will be.
    package var used: Cents { paid + open }
    /// What there is: what was given, or else what was planned.
    package var available: Cents { source.ceiling ?? budget }
    package var free: Cents { available - used }

    package enum Warning: Equatable, Sendable {
        /// More is used, or planned, than was given.
        case overCeiling(Cents), plannedOverCeiling(Cents)
        /// Nine tenths or more are used.
        case nearCeiling
        /// Other rules hold from this amount on.
        case overLimit(MoneySource.Limit)
    }

    package var warnings: [Warning] {
        var found: [Warning] = []
        if let ceiling = source.ceiling {
            if used > ceiling {
                found.append(.overCeiling(used - ceiling))
            } else if used.count * 10 >= ceiling.count * 9 {
                found.append(.nearCeiling)
            }
            if budget > ceiling { found.append(.plannedOverCeiling(budget - ceiling)) }
        }
        if let limit = source.limit, max(used, budget) >= limit.amount { found.append(.overLimit(limit)) }
        return found
    }
}

/// How a post stands in a year, from a source.
package struct PostState: Equatable, Sendable {
    package let budget: PlannedBudget
    package let committed: Cents
    package let paid: Cents
}

/// What an organisation put in, beside what it promised (*inzet*).
package struct PartyState: Equatable, Sendable {
    package let organisation: OrganisationCode
    package let promises: [Promise]
    package let cash: Cents
    package let minutes: Int
    /// What those hours were worth.
    package let hours: Cents
    package let inKind: Cents
    package let waiting: Int
    /// Minutes in each quarter in which there were any.
    package let quarters: [Quarter: Int]

    package var total: Cents { cash + hours + inKind }

    /// How much of what was promised is there: hours, or cents.
    package func kept(_ promise: Promise) -> Int {
        switch promise.kind {
        case .cash: cash.count / 100
        case .hours: minutes / 60
        case .inKind: inKind.count / 100
        }
    }
}

extension FinanceState {
    package var sources: [SourceState] {
        plan.sources.map { source in
            let own = counted.filter { $0.source == source.code }
            let committed = own.filter { $0.kind == .commitment }.map(\.amount).sum
            let payments = own.filter { $0.kind == .payment }
            let settled = Dictionary(grouping: payments, by: \.commitment).mapValues { $0.map(\.amount).sum }
            // Paying more than was agreed does not make other agreements smaller.
            let open = own.filter { $0.kind == .commitment && $0.reverses == nil && !isReversed($0) }.map { agreed in
                max(.zero, agreed.amount - (settled[agreed.id] ?? .zero))
            }.sum
            return SourceState(
                source: source,
                budget: budgets.filter { $0.source == source.code }.map(\.amount).sum,
                committed: committed,
                paid: payments.map(\.amount).sum,
                open: open
            )
        }
    }

    /// Each line of the budget, and spending for which there is none.
    package var posts: [PostState] {
        let spent = counted.filter { !$0.kind.isContribution }
        var lines = budgets
        for entry in spent {
            guard let source = entry.source else { continue }
            let isPlanned = lines.contains {
                $0.post == entry.post && $0.source == source && $0.year == entry.day.year
            }
            if !isPlanned {
                lines.append(PlannedBudget(post: entry.post, source: source, year: entry.day.year, amount: .zero))
            }
        }
        return lines.map { line in
            let own = spent.filter {
                $0.post == line.post && $0.source == line.source && $0.day.year == line.year
            }
            return PostState(
                budget: line,
                committed: own.filter { $0.kind == .commitment }.map(\.amount).sum,
                paid: own.filter { $0.kind == .payment }.map(\.amount).sum
            )
        }
    }

    /// Who promised anything or put anything in.
    package func parties(in programme: Programme) -> [PartyState] {
        programme.parties.compactMap { party in
            let state = self.party(party.code)
            let isThere = !state.promises.isEmpty || state.waiting > 0 || state.total != .zero || state.minutes != 0
            return isThere ? state : nil
        }
    }

    package func party(_ organisation: OrganisationCode) -> PartyState {
        let own = counted.filter { $0.organisation == organisation && $0.kind.isContribution }
        func total(_ kind: FinanceEntry.Kind) -> Cents { own.filter { $0.kind == kind }.map(\.amount).sum }
        let hours = own.filter { $0.kind == .hours }
        return PartyState(
            organisation: organisation,
            promises: plan.promises.filter { $0.organisation == organisation },
            cash: total(.cash),
            minutes: hours.map(\.signedMinutes).reduce(0, +),
            hours: total(.hours),
            inKind: total(.inKind),
            waiting: waiting.count { $0.organisation == organisation },
            quarters: hours.reduce(into: [:]) { $0[$1.day.quarter, default: 0] += $1.signedMinutes }
        )
    }

    /// What organisations put in together (*cofinanciering*).
    package var contributed: Cents { total { $0.kind.isContribution } }
    /// What was paid from sources.
    package var paid: Cents { total { $0.kind == .payment } }
    /// What part organisations put in of everything that was spent and put in; `nil` when that is nothing.
    package var contributedShare: Double? {
        let all = contributed + paid
        return all > .zero ? Double(contributed.count) / Double(all.count) : nil
    }
}
