/// What is named by a programme's code: the boundary inside which people may see and change things.
package enum ProgrammeScope {}
package typealias ProgrammeID = Code<ProgrammeScope>

/// What is named by an area's code, such as the CBS code `GM0484` of a municipality.
package enum AreaScope {}
package typealias AreaCode = Code<AreaScope>

/// What is named by an initiative's code in a pack.
package enum InitiativeScope {}
package typealias InitiativeCode = Code<InitiativeScope>

/// What is named by the code of an organisation in a pack.
package enum OrganisationScope {}
package typealias OrganisationCode = Code<OrganisationScope>

/// What somebody may do. Verbs, so that roles can change without changing code.
package enum Verb: String, Hashable, Sendable, CaseIterable {
    case readProgramme = "programme.read"
    case publishProgramme = "programme.publish"
    case manageAccounts = "account.manage"
    case readAudit = "audit.read"
    case readCompanies = "company.read"
    case editCompanies = "company.edit"
    /// Forget who a company was, for ever.
    case eraseCompanies = "company.erase"
    case importCompanies = "company.import"
    case exportCompanies = "company.export"
    case selectCompanies = "selection.make"
    /// Propose and veto companies in one's own area.
    case helpSelect = "selection.help"
    case sendMail = "mail.send"
    case readConversations = "conversation.read"
    case holdConversations = "conversation.hold"
    case correctConversations = "conversation.correct"
    case readReferrals = "referral.read"
    case decideReferrals = "referral.decide"
    case answerReferrals = "referral.answer"
    case shareSheets = "sheet.share"
    case followUp = "follow-up.record"
    /// Tell initiatives and partners that support should be different.
    case tellSupport = "support.tell"
    /// See who comes to sessions.
    case seeSessions = "session.read"
    case organiseSessions = "session.organise"
    /// See how the programme stands against its plan, with every number.
    case readPlan = "plan.read"
    /// Explain, evaluate, and record what a municipality wants.
    case accountForPlan = "plan.account"
    /// Make a publication of figures.
    case prepareFigures = "figures.prepare"
    /// See what a publication would show, and publish what somebody else prepared.
    case approveFigures = "figures.approve"
    case readOverview = "overview.read"
    /// See how the lines of an action plan stand.
    case readActions = "action.read"
    /// Tell how a line stands.
    case updateActions = "action.update"
    /// See money and hours: all of them, or those of one's own organisation.
    case readMoney = "money.read"
    /// Book an amount or hours.
    case enterMoney = "money.enter"
    /// Say that what was booked for one's own organisation is right.
    case approveMoney = "money.approve"
    /// Set budgets and rates.
    case manageMoney = "money.manage"
    /// Say for a programme what it shares with others, and end that.
    case agreeSharing = "sharing.agree"

    /// Adds to what a programme knows, which ends when it is closed. A coach can still say how it went.
    package var isWork: Bool {
        switch self {
        case .editCompanies, .importCompanies, .holdConversations, .correctConversations, .decideReferrals,
            .shareSheets, .followUp, .tellSupport, .organiseSessions, .accountForPlan, .selectCompanies, .helpSelect,
            .sendMail, .updateActions, .enterMoney, .manageMoney:
            true
        case .readProgramme, .publishProgramme, .eraseCompanies, .manageAccounts, .readAudit, .readCompanies,
            .exportCompanies,
            .readConversations, .readReferrals, .answerReferrals, .readOverview, .seeSessions, .readPlan,
            .prepareFigures, .approveFigures, .readActions, .readMoney, .approveMoney, .agreeSharing:
            false
        }
    }
}

/// The part somebody plays in a programme (*rol*).
package enum Role: String, Hashable, Sendable, CaseIterable, Codable {
    case administrator
    case projectLeader = "project-leader"
    case interviewer
    /// Of one initiative: sees what was referred to it, and nothing else.
    case coach
    /// Of one or more areas: figures of its own area, no companies.
    case municipality
    case programmeManager = "programme-manager"
    /// Of one organisation: tells how the action lines stand that it leads (*trekker*).
    case lead
    /// Of one organisation: books what it puts in, and says yes to what others booked for it (*contactpersoon*).
    case contact

    /// Limited to one organisation, as that of a coach is to one initiative.
    package var isOfOrganisation: Bool { self == .lead || self == .contact }

    package var verbs: Set<Verb> { Self.verbs[self] ?? [] }

    /// Asked for dozens of times for a page.
    private static let verbs = Dictionary(uniqueKeysWithValues: allCases.map { ($0, $0.declared) })

    private var declared: Set<Verb> {
        switch self {
        case .administrator: Set(Verb.allCases)
        case .projectLeader:
            Set(Verb.allCases).subtracting([
                .manageAccounts, .publishProgramme, .answerReferrals, .helpSelect, .approveMoney,
            ])
        case .interviewer:
            [
                .readProgramme, .readCompanies, .editCompanies, .readConversations, .holdConversations,
                .correctConversations, .readReferrals, .decideReferrals, .shareSheets, .followUp, .readOverview,
                .sendMail, .seeSessions, .readPlan, .readActions,
            ]
        case .coach: [.readProgramme, .answerReferrals]
        case .municipality: [.readProgramme, .readOverview, .helpSelect, .readActions]
        case .programmeManager: [.readProgramme, .readOverview, .readPlan, .approveFigures, .readActions, .readMoney]
        case .lead: [.readProgramme, .readActions, .updateActions]
        case .contact: [.readProgramme, .readMoney, .enterMoney, .approveMoney]
        }
    }
}

/// One role of one person in one programme, with the part of it that the role is limited to.
package struct Grant: Hashable, Sendable {
    package let role: Role
    /// The initiative of a coach.
    package let initiative: InitiativeCode?
    /// The areas of a municipality.
    package let areas: Set<AreaCode>
    /// The organisation of a lead or a contact.
    package let organisation: OrganisationCode?

    package init(
        role: Role,
        initiative: InitiativeCode? = nil,
        areas: Set<AreaCode> = [],
        organisation: OrganisationCode? = nil
    ) {
        self.role = role
        self.initiative = initiative
        self.areas = areas
        self.organisation = organisation
    }

    /// The code that the role is limited to; empty for a role of the whole programme. Somebody has a role once for each.
    package var part: String { initiative?.description ?? organisation?.description ?? "" }
}

/// The parts of a programme that a grant may be limited to.
package struct GrantChoices: Sendable {
    package let initiatives: Set<InitiativeCode>
    package let areas: Set<AreaCode>
    package let organisations: Set<OrganisationCode>

    package init(
        initiatives: Set<InitiativeCode> = [],
        areas: Set<AreaCode> = [],
        organisations: Set<OrganisationCode> = []
    ) {
        self.initiatives = initiatives
        self.areas = areas
        self.organisations = organisations
    }
}

/// What is identified by an account's identifier.
package enum AccountScope {}
package typealias AccountID = ID<AccountScope>

/// Whoever is asking, and from where.
package struct Principal: Sendable, Equatable {
    /// `nil` for the program itself (the command line) and for somebody with a personal link.
    package let account: AccountID?
    package let name: String
    /// The network address, `cli` for the command line.
    package let origin: String
    private let grants: [ProgrammeID: [Grant]]
    /// Programmes that were closed: what is there can be seen, and nothing is added.
    private var closed: Set<ProgrammeID> = []

    package init(account: AccountID?, name: String, origin: String, grants: [ProgrammeID: [Grant]]) {
        self.account = account
        self.name = name
        self.origin = origin
        self.grants = grants
    }

    /// The programmes in which this person has any part, in a fixed order.
    package var programmes: [ProgrammeID] { grants.filter { !$0.value.isEmpty }.keys.sorted() }

    package func grants(in programme: ProgrammeID) -> [Grant] { grants[programme] ?? [] }

    package func may(_ verb: Verb, in programme: ProgrammeID) -> Bool {
        has(verb, in: programme) && !(verb.isWork && closed.contains(programme))
    }

    private func has(_ verb: Verb, in programme: ProgrammeID) -> Bool {
        grants(in: programme).contains { $0.role.verbs.contains(verb) }
    }

    /// The same person after that programme was closed.
    package func afterClosing(of programme: ProgrammeID) -> Principal {
        var principal = self
        principal.closed.insert(programme)
        return principal
    }

    /// Returns only if the principal may; so no caller can forget to look at the answer.
    package func require(_ verb: Verb, in programme: ProgrammeID) throws(AccessProblem) {
        guard has(verb, in: programme) else { throw .forbidden(verb) }
        guard may(verb, in: programme) else { throw .programmeClosed }
    }
}
