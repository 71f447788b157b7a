import Audit
package import Kernel
package import Programmes
import Storage

/// Filling in the sheet.
extension Conversations {
    /// How many ticks a device may send at once.
    package static let tickLimit = 500

    /// Keeps what a device ticked, all of it or nothing; sent again, it changes nothing.
    ///
    /// A tick has no line of its own in the audit trail: the row says itself who made it, when and on which device, and
    /// is never changed. The trail has the moments between which ticks can be made: started, reopened, finished.
    ///
    /// - Throws: ``ConversationProblem``.
    package func tick(
        _ forms: [TickForm],
        device: String,
        on id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        guard forms.count <= Self.tickLimit else { throw ConversationProblem.tooManyTicks }
        let sheet = try await sheet(of: id, in: programme, as: principal)
        guard forms.allSatisfy({ sheet.activity($0.activity) != nil }) else { throw ConversationProblem.notOnSheet }
        let now = world.now()
        let ticks = forms.map { form in
            Tick(
                id: form.id,
                activity: form.activity,
                mark: form.mark,
                isOn: form.isOn,
                madeAt: form.madeAt,
                receivedAt: now,
                by: principal.name,
                device: String(device.prefix(64))
            )
        }
        try await database.write { db in
            let conversation = try db.conversations(in: programme).find(id)
            let store = db.sheet(of: id, in: programme)
            // One that is there already was in time, whatever its clock makes of it now.
            guard try ticks.allSatisfy({ try conversation.takes($0) || store.has($0.id) }) else {
                throw ConversationProblem.closed(conversation.state)
            }
            for tick in ticks { try store.append(tick, by: principal.account) }
        }
    }

    /// Sets or takes back one mark, as a form does. What contradicts it is taken back in the same breath; what stands
    /// already is not said twice.
    package func mark(
        _ mark: Mark,
        _ activity: Activity.ID,
        isOn: Bool,
        on id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.holdConversations, in: programme)
        let answers = try await database.read { db in try db.sheet(of: id, in: programme).answers() }
        let taps = answers.has(mark, activity) == isOn ? [] : answers.taps(toSet: mark, on: activity, isOn: isOn)
        try await tap(taps, device: "form", on: id, in: programme, as: principal)
    }

    /// Taps of this moment, in their order.
    func tap(
        _ taps: [Tap],
        device: String,
        on id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        let now = world.now()
        let ids = taps.map { _ in world.id(of: Tick.self) }.sorted { $0.description < $1.description }
        let forms = zip(taps, ids).map { tap, id in
            TickForm(id: id, activity: tap.activity, mark: tap.mark, isOn: tap.isOn, madeAt: now)
        }
        try await tick(forms, device: device, on: id, in: programme, as: principal)
    }

    /// Notes something beside an activity; an empty text takes it back.
    ///
    /// `basedOn` is what stood there when somebody began to type. When it was changed since, nobody's words are lost:
    /// both stand there, and what came of it is the answer.
    @discardableResult
    package func remark(
        _ text: String,
        on activity: Activity.ID,
        basedOn seen: String? = nil,
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> String? {
        let text = text.trimmingWhitespace().withPlainLineEnds
        guard text.count <= TextLimit.long else { throw InvalidAnswer(issues: [.textTooLong]) }
        let sheet = try await sheet(of: id, in: programme, as: principal)
        guard sheet.activity(activity) != nil else { throw ConversationProblem.notOnSheet }
        let seen = seen?.trimmingWhitespace().withPlainLineEnds
        let now = world.now()
        let remarkID = world.id(of: Remark.self)
        return try await fill(id, in: programme, as: principal) { db -> String? in
            // Who changed nothing has nothing to say about what others changed.
            if text == seen { return nil }
            let store = db.sheet(of: id, in: programme)
            let there = try store.remarks()[activity]?.withPlainLineEnds ?? ""
            let both = seen.flatMap { Remark.merged(text, into: there, basedOn: $0) }
            let remark = Remark(activity: activity, text: both ?? text, madeAt: now, by: principal.name)
            guard there != remark.text else { return nil }
            try store.append(remark, id: remarkID, by: principal)
            return both
        } ?? nil
    }

    /// Which kinds of help the company asks for, all at once: what is not among `needs` is not asked for.
    package func ask(
        for needs: [SupportNeed],
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        _ = try await sheet(of: id, in: programme, as: principal)
        let kinds = try await programmes.current(programme).needs.map(\.code)
        guard needs.allSatisfy({ kinds.contains($0.kind) }) else { throw ConversationProblem.notOnSheet }
        guard needs.allSatisfy({ ($0.note?.count ?? 0) <= TextLimit.short }) else {
            throw InvalidAnswer(issues: [.textTooLong])
        }
        let now = world.now()
        let wanted = kinds.map { kind in
            let need = needs.first { $0.kind == kind }
            let note = need?.note?.nonEmpty
            return (
                world.id(of: NeedAnswer.self),
                NeedAnswer(kind: kind, isOn: need != nil, note: note, madeAt: now, by: principal.name)
            )
        }
        try await fill(id, in: programme, as: principal) { db in
            let store = db.sheet(of: id, in: programme)
            let there = [SupportNeed](try store.needAnswers())
            for (answerID, answer) in wanted {
                let old = there.first { $0.kind == answer.kind }
                guard answer.isOn != (old != nil) || answer.note != old?.note else { continue }
                try store.append(answer, id: answerID, by: principal)
            }
        }
    }

    /// Where to go on: the theme of what was ticked last.
    package func lastTheme(
        of record: ConversationRecord,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Theme.ID? {
        try principal.require(.readConversations, in: programme)
        let id = record.conversation.id
        let last = try await database.read { db in try db.sheet(of: id, in: programme).lastActivity() }
        return last.flatMap(record.sheet.activity)?.theme
    }

    /// The sheet that a conversation is held on, for who may fill it in.
    func sheet(
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> TalkSheet {
        try principal.require(.holdConversations, in: programme)
        let conversation = try await database.read { db in try db.conversations(in: programme).find(id) }
        if conversation.state == .correcting { try principal.require(.correctConversations, in: programme) }
        guard let version = conversation.sheetVersion else { throw ConversationProblem.closed(conversation.state) }
        return try await programmes.sheet(version: version, of: programme)
    }

    /// Writes on the sheet while it may be filled in; `nil` when that was done before (``once(_:)``).
    @discardableResult
    func fill<Result: Sendable>(
        _ id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal,
        _ body: @escaping @Sendable (any SQLConnection) throws -> Result
    ) async throws -> Result? {
        try await database.write { db in
            let conversation = try db.conversations(in: programme).find(id)
            if let item, try db.receipts(in: programme).isClaimed(item) { return nil }
            guard conversation.state.takesAnswers else { throw ConversationProblem.closed(conversation.state) }
            guard try isFirst(in: programme, by: principal, db) else { return nil }
            return try body(db)
        }
    }
}
