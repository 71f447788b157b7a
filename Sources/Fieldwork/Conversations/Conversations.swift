import Audit
import Foundation
package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the platform can ask about conversations (*gesprekken*).
package struct Conversations: Sendable {
    let database: any SQLDatabase
    let world: World
    let programmes: Programmes
    /// The item of a device that is being done: what it writes, it writes once.
    private(set) var item: FieldItem.ID?

    package init(database: any SQLDatabase, world: World, programmes: Programmes) {
        self.database = database
        self.world = world
        self.programmes = programmes
    }

    /// The same, but each change only once for this item: sent again, it changes nothing, whatever happened since.
    func once(_ item: FieldItem.ID) -> Conversations {
        var copy = self
        copy.item = item
        return copy
    }

    /// Whether this is the first time that the item is done, in the transaction that does it.
    func isFirst(in programme: ProgrammeID, by principal: Principal, _ db: any SQLConnection) throws -> Bool {
        guard let item else { return true }
        return try db.receipts(in: programme).claim(item, by: principal.account, at: world.now())
    }

    // MARK: Reading

    package func list(
        _ filter: ConversationFilter,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> ConversationList {
        try principal.require(.readConversations, in: programme)
        return try await database.read { db in
            let store = db.conversations(in: programme)
            return ConversationList(
                lines: try store.lines(filter),
                total: try store.count(filter),
                interviewers: try store.interviewers()
            )
        }
    }

    /// Everybody who holds or held one, by name.
    package func interviewers(in programme: ProgrammeID, as principal: Principal) async throws -> [Interviewer] {
        try principal.require(.readConversations, in: programme)
        return try await database.read { db in try db.conversations(in: programme).interviewers() }
    }

    package func find(
        _ id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try principal.require(.readConversations, in: programme)
        return try await database.read { db in try db.conversations(in: programme).find(id) }
    }

    /// The conversations of a company, the first one first.
    package func all(
        of company: Company.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [Conversation] {
        try principal.require(.readConversations, in: programme)
        return try await database.read { db in try db.conversations(in: programme).all(of: company) }
    }

    /// Everything that was said, as it stands now.
    package func record(
        _ id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> ConversationRecord {
        try principal.require(.readConversations, in: programme)
        let inUse = try await programmes.current(programme).sheet
        let record = try await database.read { db in try db.record(id, on: inUse, in: programme) }
        guard let version = record.conversation.sheetVersion, version != inUse.version else { return record }
        return record.on(try await programmes.sheet(version: version, of: programme))
    }

    /// The last measurement of the same company before this one, with the sheet as it was then.
    package func earlier(
        than record: ConversationRecord,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> EarlierMeasurement? {
        try principal.require(.readConversations, in: programme)
        let (day, own) = (record.conversation.day, record.conversation.id)
        let found = try await database.read { db -> (Conversation, SheetAnswers)? in
            let before = try db.conversations(in: programme).all(of: record.company.id)
                .prefix { $0.id != own }
                .last { $0.hasResult && $0.day <= day }
            return try before.map { ($0, try db.sheet(of: $0.id, in: programme).answers()) }
        }
        guard let (conversation, answers) = found, let version = conversation.sheetVersion else { return nil }
        let isSame = version == record.sheet.version
        let history = isSame ? SheetHistory([record.sheet]) : try await programmes.sheets(of: programme)
        guard let sheet = history[version] else { return nil }
        return EarlierMeasurement(conversation: conversation, sheet: sheet, answers: answers, history: history)
    }

    /// Everything that happened, for whoever wants to know who said what when.
    package func history(
        of id: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> ConversationHistory {
        try principal.require(.readConversations, in: programme)
        return try await database.read { db in
            let sheet = db.sheet(of: id, in: programme)
            return ConversationHistory(
                events: try db.conversations(in: programme).events(of: id),
                ticks: try sheet.ticks(),
                remarks: try sheet.allRemarks(),
                needs: try sheet.needAnswers()
            )
        }
    }

    // MARK: Planning

    /// Agrees when to talk. The same identifier again changes nothing and gives what is there.
    ///
    /// - Throws: ``InvalidConversationPlan``, ``ConversationProblem/alreadyOpen(_:)``.
    @discardableResult
    package func plan(
        _ id: Conversation.ID,
        with company: Company.ID,
        _ form: ConversationPlanForm,
        people: [Interviewer],
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try principal.require(.holdConversations, in: programme)
        let (plan, measurement) = try form.read(people: people)
        return try await add(id, with: company, plan, measurement, in: programme, as: principal)
    }

    /// The same for a plan that was made by the program, such as an import.
    @discardableResult
    package func add(
        _ id: Conversation.ID,
        with company: Company.ID,
        _ plan: ConversationPlan,
        _ measurement: Conversation.Measurement,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> Conversation {
        try principal.require(.holdConversations, in: programme)
        let now = world.now()
        let new = Conversation(
            id: id,
            company: company,
            measurement: measurement,
            plan: plan,
            state: .planned,
            since: now
        )
        return try await database.write { db in try db.plan(new, in: programme, by: principal, at: now) }
    }

    /// What else happens when an appointment moves or is called off, in the same transaction; the number says how often something
    /// happened to it.
    package typealias Moving = @Sendable (any SQLConnection, Conversation, _ number: Int) throws -> Void

    /// Agrees another day, time or interviewer.
    ///
    /// - Throws: ``InvalidConversationPlan``, ``ConversationProblem``.
    @discardableResult
    package func replan(
        _ id: Conversation.ID,
        _ form: ConversationPlanForm,
        people: [Interviewer],
        in programme: ProgrammeID,
        as principal: Principal,
        telling: Moving? = nil
    ) async throws -> Conversation {
        try principal.require(.holdConversations, in: programme)
        var form = form
        let there = try await find(id, in: programme, as: principal)
        form.measurement = there.measurement.rawValue
        let plan = try form.read(people: people).0
        if there.state == .planned, there.plan == plan { return there }
        return try await happen(.planned, to: id, plan: plan, in: programme, as: principal, then: telling)
    }
}

/// What a later measurement is compared with (*vorige meting*).
package struct EarlierMeasurement: Equatable, Sendable {
    package let conversation: Conversation
    package let sheet: TalkSheet
    package let answers: SheetAnswers
    /// To read the one on the sheet of the other.
    package let history: SheetHistory
}

/// Everything that happened in a conversation (*verloop*), each in its order.
package struct ConversationHistory: Equatable, Sendable {
    package let events: [ConversationEvent]
    package let ticks: [Tick]
    package let remarks: [Remark]
    package let needs: [NeedAnswer]
}

extension SQLConnection {
    /// In the transaction of whoever decides. The same identifier again changes nothing and gives what is there.
    func plan(
        _ new: Conversation,
        in programme: ProgrammeID,
        by principal: Principal,
        at moment: Date
    ) throws -> Conversation {
        let store = conversations(in: programme)
        _ = try companies(in: programme).find(new.company)
        let others = try store.all(of: new.company)
        if let there = others.first(where: { $0.id == new.id }) { return there }
        if let open = others.first(where: \.state.isOpen) { throw ConversationProblem.alreadyOpen(open.id) }
        guard try store.insert(new) else { throw ConversationProblem.identifierTaken }
        try store.append(.planned, after: new, by: principal, at: moment)
        try audit.append(
            .holdConversations,
            "conversation.planned",
            of: "conversation \(new.id)",
            in: programme,
            by: principal,
            at: moment
        )
        return new
    }

    func record(_ id: Conversation.ID, on sheet: TalkSheet, in programme: ProgrammeID) throws -> ConversationRecord {
        let conversation = try conversations(in: programme).find(id)
        let filled = self.sheet(of: id, in: programme)
        let examples = try examples(of: id, in: programme).all()
        return ConversationRecord(
            conversation: conversation,
            company: try companies(in: programme).find(conversation.company),
            contacts: try companies(in: programme).contacts(of: conversation.company),
            sheet: sheet,
            answers: try filled.answers(),
            needs: [SupportNeed](try filled.needAnswers()),
            examples: examples,
            photos: examples.isEmpty ? [] : try photos(in: programme).all(of: id),
            remarks: try filled.remarks()
        )
    }
}

extension ConversationRecord {
    fileprivate func on(_ sheet: TalkSheet) -> ConversationRecord {
        ConversationRecord(
            conversation: conversation,
            company: company,
            contacts: contacts,
            sheet: sheet,
            answers: answers,
            needs: needs,
            examples: examples,
            photos: photos,
            remarks: remarks
        )
    }
}
