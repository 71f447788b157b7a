import Audit
import Foundation
package import Kernel
package import Programmes
import Sharing
package import Storage

/// How a programme stands against its plan on a day, and on the reporting dates before it (*liggen we op koers?*).
package struct PlanReport: Sendable {
    package let programme: Programme
    package let asOf: Day
    /// In the order of ``Indicator/all(of:)``.
    package let states: [IndicatorState]
    /// The last days of the quarters that are over, the first one first, and the day itself.
    package let dates: [Day]
    /// Each indicator on each of these dates.
    package let history: [Indicator: [IndicatorState]]
    /// The sessions that had taken place: from which day on each counts, and where it was.
    package let sessions: [HeldSession]
    /// What was written by then, the last one first.
    package let notes: [IndicatorNote]

    package func state(_ indicator: Indicator) -> IndicatorState? { states.first { $0.indicator == indicator } }
    package func notes(on indicator: Indicator) -> [IndicatorNote] { notes.filter { $0.indicator == indicator.code } }
}

/// A session that took place.
package struct HeldSession: Sendable {
    package let countsFrom: Day
    package let municipality: AreaCode
    /// The programme that held it, when that is another one; it counts for one target, while both programmes agree.
    package let elsewhere: Elsewhere?

    package struct Elsewhere: Sendable {
        package let target: Target.ID
        let isInForce: @Sendable (Day) -> Bool
    }

    init(countsFrom: Day, municipality: AreaCode, elsewhere: Elsewhere? = nil) {
        self.countsFrom = countsFrom
        self.municipality = municipality
        self.elsewhere = elsewhere
    }

    /// Whether it counts on a day for a target that is not about some areas only.
    func counts(for target: Target.ID, on day: Day) -> Bool {
        countsFrom <= day && (elsewhere.map { $0.target == target && $0.isInForce(day) } ?? true)
    }
}

/// What somebody typed about an indicator.
package struct IndicatorNoteForm: Sendable, Equatable {
    package var id: String
    package var words: String

    package init(id: String = "", words: String = "") {
        self.id = id
        self.words = words
    }
}

/// Everything the rest of the program can ask about the plan.
package struct Indicators: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes
    private let sharings: Sharings

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
        sharings = Sharings(database: database, world: world, programmes: programmes)
    }

    /// As it stands today, or as it stood at the end of an earlier day.
    package func report(
        of programme: ProgrammeID,
        asOf day: Day? = nil,
        as principal: Principal
    ) async throws -> PlanReport {
        try principal.require(.readPlan, in: programme)
        let content = try await programmes.current(programme)
        let history = try await programmes.sheets(of: programme)
        let asOf = min(day ?? world.today, world.today)
        let shared = try await sharings.sessions(for: content)
        let (facts, notes) = try await database.read { db in
            let store = IndicatorStore(db: db, programme: content, history: history)
            var facts = try store.facts()
            facts.sessions += shared.map { target, fact, isInForce in
                HeldSession(
                    countsFrom: fact.countsFrom,
                    municipality: fact.municipality,
                    elsewhere: HeldSession.Elsewhere(target: target, isInForce: isInForce)
                )
            }
            return (facts, try store.notes())
        }
        let dates = content.plan.map(\.quarter.lastDay).filter { $0 < asOf }.sorted() + [asOf]
        let indicators = Indicator.all(of: content)
        let states = Dictionary(
            uniqueKeysWithValues: indicators.map { indicator in
                (indicator, dates.map { facts.state(indicator, in: content, on: $0) })
            }
        )
        return PlanReport(
            programme: content,
            asOf: asOf,
            states: indicators.compactMap { states[$0]?.last },
            dates: dates,
            history: states,
            sessions: facts.sessions.filter { $0.countsFrom <= asOf && $0.elsewhere?.isInForce(asOf) ?? true }.sorted {
                $0.countsFrom < $1.countsFrom
            },
            notes: notes.filter { $0.day <= asOf }
        )
    }

    /// Says why an indicator stands as it does, today.
    ///
    /// - Throws: ``InvalidAccount``, ``AccountProblem/notFound``.
    package func explain(
        _ indicator: String,
        _ form: IndicatorNoteForm,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.accountForPlan, in: programme)
        let content = try await programmes.current(programme)
        guard Indicator.all(of: content).contains(where: { $0.code == indicator }) else {
            throw AccountProblem.notFound
        }
        let words = try AccountText.read(form.words, .words, limit: 1000)
        let note = IndicatorNote(
            id: IndicatorNote.ID(form.id) ?? world.id(),
            indicator: indicator,
            day: world.today,
            words: words,
            name: principal.name
        )
        let now = world.now()
        try await database.write { db in
            let store = IndicatorStore(db: db, programme: content, history: SheetHistory([content.sheet]))
            guard try store.insert(note, by: principal.account, at: now) else { return }
            try db.audit.append(
                .accountForPlan,
                "plan.explained",
                of: "indicator \(indicator)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}
