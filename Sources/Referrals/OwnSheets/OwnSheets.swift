import Audit
package import Fieldwork
package import Kernel
package import Programmes
package import Storage

/// Everything the rest of the program can ask about a company's own praatplaat and the links to it.
package struct OwnSheets: Sendable {
    private let database: any SQLDatabase
    private let world: World
    private let programmes: Programmes
    private let conversations: Conversations

    package init(database: any SQLDatabase, world: World, programmes: Programmes, conversations: Conversations) {
        self.database = database
        self.world = world
        self.programmes = programmes
        self.conversations = conversations
    }

    /// The sheet as the company sees it; `link` is what the printed code leads to.
    ///
    /// - Throws: ``SheetLinkProblem/conversationNotHeld``.
    package func compose(
        for conversation: Conversation.ID,
        in programme: ProgrammeID,
        link: String? = nil,
        as principal: Principal
    ) async throws -> OwnSheet {
        try principal.require(.readConversations, in: programme)
        let content = try await programmes.current(programme)
        let record = try await conversations.record(conversation, in: programme, as: principal)
        guard record.conversation.hasResult else { throw SheetLinkProblem.conversationNotHeld }
        let (referrals, advice, followUp) = try await database.read { db in
            (
                try db.referrals(in: programme).all(of: conversation),
                try db.advice(in: programme).latest(of: conversation),
                try db.followUps(in: content).ifAny(conversation)
            )
        }
        return OwnSheet(
            companyName: record.company.name,
            municipalityName: record.company.municipality.flatMap(content.area)?.name,
            programmeName: content.name,
            heldOn: record.conversation.day,
            interviewerName: record.conversation.plan.interviewer.name,
            sheet: record.sheet,
            picture: content.picture,
            ladder: content.ladder,
            answers: record.answers,
            nextSteps: advice?.steps ?? [],
            helpers: referrals.filter(\.state.isOnSheet).compactMap { OwnSheet.Helper($0, in: content) }
                .sorted { ($0.day?.description ?? "9", $0.name) < ($1.day?.description ?? "9", $1.name) },
            goodExamples: record.examples.map(\.title),
            followUpOn: followUp?.outcome == nil ? followUp?.dueOn : nil,
            link: link
        )
    }

    /// The sheet that a personal link opens. Who opened it is not recorded.
    ///
    /// - Throws: ``SheetLinkProblem/doesNotWork``.
    package func open(_ token: LinkToken, link: String) async throws -> OwnSheet {
        let today = world.today
        let found = try await database.read { db in try db.opened(by: token, on: today) }
        guard let (programme, conversation) = found else { throw SheetLinkProblem.doesNotWork }
        // The token is the right to read this one conversation, and this is the only place where it is used.
        let holder = Principal(
            account: nil,
            name: "personal link",
            origin: "personal link",
            grants: [programme: [Grant(role: .interviewer)]]
        )
        return try await compose(for: conversation, in: programme, link: link, as: holder)
    }

    package func links(
        to conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> [SheetLink] {
        try principal.require(.shareSheets, in: programme)
        return try await database.read { db in try db.sheetLinks(in: programme).all(of: conversation) }
    }

    /// Makes a link and gives its token, which is known to nobody after this.
    ///
    /// - Throws: ``InvalidSheetLink``.
    package func makeLink(
        _ form: SheetLinkForm,
        to conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws -> NewSheetLink {
        try principal.require(.shareSheets, in: programme)
        let record = try await conversations.record(conversation, in: programme, as: principal)
        guard record.conversation.hasResult else { throw SheetLinkProblem.conversationNotHeld }
        let link = SheetLink(
            id: form.id.flatMap(SheetLink.ID.init) ?? world.id(),
            expiresOn: try form.read(today: world.today),
            madeAt: world.now(),
            madeBy: principal.name
        )
        let token = LinkToken(bytes: world.randomBytes(LinkToken.byteCount))
        return try await database.write { db in
            let store = db.sheetLinks(in: programme)
            if let there = try store.find(link.id) { return NewSheetLink(link: there, token: nil) }
            if form.replacing != nil {
                for old in try store.all(of: conversation) where old.revokedAt == nil {
                    try store.revoke(old.id, at: link.madeAt, by: principal)
                }
            }
            try store.insert(link, token, by: principal.account, for: conversation)
            try db.audit.append(
                .shareSheets,
                "sheet-link.made",
                of: "conversation \(conversation) link \(link.id)",
                in: programme,
                by: principal,
                at: link.madeAt
            )
            return NewSheetLink(link: link, token: token)
        }
    }

    /// From now on the link opens nothing.
    ///
    /// - Throws: ``SheetLinkProblem/notFound``.
    package func revoke(
        _ id: SheetLink.ID,
        to conversation: Conversation.ID,
        in programme: ProgrammeID,
        as principal: Principal
    ) async throws {
        try principal.require(.shareSheets, in: programme)
        let now = world.now()
        try await database.write { db in
            let store = db.sheetLinks(in: programme)
            guard let link = try store.all(of: conversation).first(where: { $0.id == id }) else {
                throw SheetLinkProblem.notFound
            }
            if link.revokedAt != nil { return }
            try store.revoke(id, at: now, by: principal)
            try db.audit.append(
                .shareSheets,
                "sheet-link.revoked",
                of: "conversation \(conversation) link \(id)",
                in: programme,
                by: principal,
                at: now
            )
        }
    }
}

extension ReferralState {
    /// Something that the company agreed to and that is still to come, or came about.
    var isOnSheet: Bool {
        switch self {
        case .agreed, .handedOver, .accepted, .firstContact, .running, .done: true
        case .confirmed, .rejected, .declined, .stopped: false
        }
    }
}

extension OwnSheet.Helper {
    fileprivate init?(_ referral: Referral, in programme: Programme) {
        guard let initiative = programme.initiative(referral.initiative) else { return nil }
        let agreement = referral.agreement
        self.init(
            name: initiative.name,
            agreement: agreement.what,
            contact: agreement.contact,
            day: agreement.day,
            isToBeConfirmed: initiative.certainty == .low
        )
    }
}
