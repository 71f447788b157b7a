import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// A measurement that was asked for away from the sheet, such as by phone (*nameting*): the answers as they stand at
/// the end, all at once.
package struct LaterMeasurement: Sendable {
    package let id: Conversation.ID
    package let company: Company.ID
    package let measurement: Conversation.Measurement
    package let heldOn: Day
    package let sheet: TalkSheet
    package let answers: SheetAnswers
    package let needs: [SupportNeed]

    package init(
        id: Conversation.ID,
        company: Company.ID,
        measurement: Conversation.Measurement,
        heldOn: Day,
        sheet: TalkSheet,
        answers: SheetAnswers,
        needs: [SupportNeed]
    ) {
        self.id = id
        self.company = company
        self.measurement = measurement
        self.heldOn = heldOn
        self.sheet = sheet
        self.answers = answers
        self.needs = needs
    }
}

/// The last measurement of a company, read on the sheet of today: what a later one begins with (*vorige meting*).
package struct LastMeasurement: Equatable, Sendable {
    package let conversation: Conversation
    package let sheet: TalkSheet
    package let answers: SheetAnswers
    package let needs: [SupportNeed]

    package init(conversation: Conversation, sheet: TalkSheet, answers: SheetAnswers, needs: [SupportNeed]) {
        self.conversation = conversation
        self.sheet = sheet
        self.answers = answers
        self.needs = needs
    }
}

extension Conversations {
    /// The last conversation of the company that has a result; with `excluding` the last one besides that.
    ///
    /// - Throws: ``ConversationProblem/notFound`` when there is none.
    package func last(
        of company: Company.ID,
        excluding excluded: Conversation.ID? = nil,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> LastMeasurement {
        try principal.require(.readConversations, in: programme)
        let history = try await programmes.sheets(of: programme)
        let sheet = try await programmes.current(programme).sheet
        return try await database.read { db in
            let held = try db.conversations(in: programme).all(of: company)
                .last { $0.hasResult && $0.id != excluded }
            guard let held, let version = held.sheetVersion else { throw ConversationProblem.notFound }
            let filled = db.sheet(of: held.id, in: programme)
            return LastMeasurement(
                conversation: held,
                sheet: sheet,
                answers: try filled.answers().translated(from: version, to: sheet.version, by: history),
                needs: [SupportNeed](try filled.needAnswers())
            )
        }
    }
}

extension SheetAnswers {
    /// The same answers on another version of the sheet.
    package func translated(from old: Int, to new: Int, by history: SheetHistory) -> SheetAnswers {
        if old == new { return self }
        return SheetAnswers(
            doing: history.translated(doing, from: old, to: new),
            ambition: history.translated(ambition, from: old, to: new),
            notApplicable: history.translated(notApplicable, from: old, to: new),
            unknown: history.translated(unknown, from: old, to: new)
        )
    }

    /// The taps that lead from these answers to others, in the order of the sheet.
    fileprivate func taps(to other: SheetAnswers, on sheet: TalkSheet) -> [Tap] {
        sheet.activities.map(\.code).flatMap { activity in
            let (old, new) = (marks(of: activity), other.marks(of: activity))
            return Mark.allCases.filter { old.contains($0) && !new.contains($0) }.map { Tap(activity, $0, isOn: false) }
                + Mark.allCases.filter { new.contains($0) && !old.contains($0) }.map { Tap(activity, $0, isOn: true) }
        }
    }
}

extension SQLConnection {
    /// Records a measurement from planned to finished, in the transaction of whoever decides. Under an identifier that
    /// was recorded before, it is corrected: everything that stood there stays in sight.
    ///
    /// - Throws: ``ConversationProblem``.
    package func record(
        _ later: LaterMeasurement,
        in programme: ProgrammeID,
        by principal: Principal,
        in world: World
    ) throws {
        let now = world.now()
        let store = conversations(in: programme)
        var there = try store.all(of: later.company).first { $0.id == later.id }
        if there == nil {
            let new = Conversation(
                id: later.id,
                company: later.company,
                measurement: later.measurement,
                plan: ConversationPlan(day: later.heldOn, interviewer: Interviewer(principal)),
                state: .planned,
                since: now
            )
            there = try plan(new, in: programme, by: principal, at: now)
        }
        guard var conversation = there else { return }
        let opening: ConversationEvent.Kind = conversation.state == .planned ? .started : .reopened
        for kind in [opening, .finished] {
            conversation = try conversation.after(
                kind,
                at: now,
                sheetVersion: later.sheet.version,
                heldOn: kind == .started ? later.heldOn : nil
            )
            try store.append(kind, after: conversation, by: principal, at: now)
            try audit.append(
                .followUp,
                "conversation.\(kind.rawValue)",
                of: "conversation \(later.id)",
                in: programme,
                by: principal,
                at: now
            )
            if kind == opening { try fill(later, in: programme, by: principal, in: world) }
        }
    }

    private func fill(
        _ later: LaterMeasurement,
        in programme: ProgrammeID,
        by principal: Principal,
        in world: World
    ) throws {
        let now = world.now()
        let sheet = sheet(of: later.id, in: programme)
        let taps = try sheet.answers().taps(to: later.answers, on: later.sheet)
        let ids = taps.map { _ in world.id(of: Tick.self) }.sorted { $0.description < $1.description }
        for (tap, id) in zip(taps, ids) {
            let tick = Tick(
                id: id,
                activity: tap.activity,
                mark: tap.mark,
                isOn: tap.isOn,
                madeAt: now,
                receivedAt: now,
                by: principal.name,
                device: "phone"
            )
            try sheet.append(tick, by: principal.account)
        }
        let asked = [SupportNeed](try sheet.needAnswers())
        for kind in Set(asked.map(\.kind)).union(later.needs.map(\.kind)).sorted() {
            let (old, new) = (asked.first { $0.kind == kind }, later.needs.first { $0.kind == kind })
            guard old != new else { continue }
            let answer = NeedAnswer(kind: kind, isOn: new != nil, note: new?.note, madeAt: now, by: principal.name)
            try sheet.append(answer, id: world.id(), by: principal)
        }
    }
}
