import Accountability
import Accounts
import Fieldwork
import Foundation
import Gatherings
import Kernel
import Mail
import Programmes
import Referrals
import Statistics
import Storage

/// The use cases with which the story is told, and what it has told so far.
final class Story {
    let programme: Programme
    let calendar: StoryCalendar
    let clock: StoryClock
    let seed: UInt64
    let accounts: Accounts
    let companies: Companies
    let contacts: ContactPersons
    let conversations: Conversations
    let referrals: Referrals
    let shared: SharedReferrals
    let advices: Advices
    let followUps: FollowUps
    let support: SupportSignals
    let selections: SelectionRounds
    let sessions: KnowledgeSessions
    let signUps: SignUps
    let outbox: Outbox
    let indicators: Indicators
    let municipalities: Municipalities
    let evaluations: Evaluations
    let publications: Publications
    var people: StoryPeople = .nobody
    var registered: [RegisteredCompany] = []
    var visited: Set<Company.ID> = []
    /// Drawn and invited for the present quarter, without an appointment yet.
    var invited: [Company.ID] = []

    struct RegisteredCompany {
        let id: Company.ID
        let invented: InventedCompany
    }

    init(demonstration: Demonstration, clock: StoryClock, database: any SQLDatabase, seed: UInt64) {
        programme = demonstration.programme
        calendar = StoryCalendar(today: demonstration.today, programme: demonstration.programme)
        self.clock = clock
        self.seed = seed
        let world = clock.world
        let programmes = Programmes(database: database, world: world)
        accounts = Accounts(database: database, world: world)
        companies = Companies(database: database, world: world)
        contacts = ContactPersons(database: database, world: world)
        conversations = Conversations(database: database, world: world, programmes: programmes)
        referrals = Referrals(database: database, world: world, programmes: programmes, conversations: conversations)
        shared = SharedReferrals(referrals: referrals)
        advices = Advices(database: database, world: world, conversations: conversations)
        followUps = FollowUps(database: database, world: world, programmes: programmes, conversations: conversations)
        support = SupportSignals(database: database, world: world, programmes: programmes)
        selections = SelectionRounds(database: database, world: world, programmes: programmes)
        sessions = KnowledgeSessions(database: database, world: world, programmes: programmes)
        signUps = SignUps(database: database, world: world, programmes: programmes)
        outbox = Outbox(database: database, world: world)
        indicators = Indicators(database: database, world: world, programmes: programmes)
        municipalities = Municipalities(database: database, world: world, programmes: programmes)
        evaluations = Evaluations(database: database, world: world, programmes: programmes)
        publications = Publications(database: database, world: world, programmes: programmes)
    }

    /// The list of the trade association and what people knew, on the first day.
    func registerCompanies(progress: (Double) -> Void) async throws {
        let invented = InventedCompany.all(in: programme, seed: seed)
        for (index, company) in invented.enumerated() {
            let id: Company.ID = clock.world.id()
            try await companies.register(id, CompanyForm(company), in: programme, as: people.projectLeader)
            let contact = ContactForm(
                name: company.contact.name,
                position: company.contact.position,
                email: company.contact.email,
                phone: company.contact.phone
            )
            try await contacts.add(
                clock.world.id(),
                contact,
                to: id,
                in: programme.id,
                as: people.projectLeader
            )
            registered.append(RegisteredCompany(id: id, invented: company))
            if index.isMultiple(of: 20) { progress(Double(index) / Double(invented.count)) }
        }
    }

    /// A company that nobody visited yet, in the deal area or outside it.
    func nextCompany(for appointment: StoryCalendar.Appointment, dice: inout Dice) -> RegisteredCompany? {
        while let next = invited.popLast() {
            if let company = registered.first(where: { $0.id == next }), !visited.contains(next) { return company }
        }
        let shares = programme.targets.flatMap(\.split)
        let isDeal = { (company: RegisteredCompany) in shares.contains { $0.area == company.invented.municipality } }
        let free = registered.filter { !visited.contains($0.id) && isDeal($0) == appointment.isInDealArea }
        guard !free.isEmpty else { return nil }
        guard appointment.isInDealArea else { return dice.pick(free) }
        // In proportion to what the plan asks of each municipality.
        let area = dice.pick(weighted: shares.map { ($0.area, Double($0.count)) })
        return free.first { $0.invented.municipality == area } ?? free[0]
    }
}

extension CompanyForm {
    init(_ company: InventedCompany) {
        self.init()
        self[.name] = company.name
        self[.kvkNumber] = company.kvkNumber
        self[.branchNumber] = company.branchNumber
        self[.sbiCode] = company.sbiCode
        self[.sector] = company.sector.description
        self[.size] = company.size.rawValue
        self[.street] = company.street
        self[.postcode] = company.postcode
        self[.city] = company.city
        self[.municipality] = company.municipality.description
        self[.isMember] = company.isMember.map { $0 ? "ja" : "nee" } ?? ""
        self[.source] = "demonstratie"
        isOther = true
    }
}
