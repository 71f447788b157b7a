import Accounts
package import Kernel
package import Programmes

/// Who plays in the story; each has an account, all with one password that is printed for whoever tries it.
struct StoryPeople {
    let projectLeader: Principal
    let programmeManager: Principal
    let interviewers: [Principal]
    /// Only some initiatives answer in Karavaan itself; for the others the adviser keeps track.
    let coaches: [InitiativeCode: Principal]
    /// Of the first deal municipality.
    let municipality: Principal?
    /// Who speak for an organisation about money and hours.
    let contacts: [OrganisationCode: Principal]

    static let nobody = StoryPeople(
        projectLeader: Principal(account: nil, name: "", origin: "demo", grants: [:]),
        programmeManager: Principal(account: nil, name: "", origin: "demo", grants: [:]),
        interviewers: [],
        coaches: [:],
        municipality: nil,
        contacts: [:]
    )
}

/// Somebody to sign in as.
package struct DemonstrationAccount: Sendable {
    package let email: String
    package let name: String
    package let grant: Grant

    package static let password = "praatplaat-op-tafel"

    /// Everybody there is to sign in as, one for each role at least.
    package static func all(in programme: Programme) -> [DemonstrationAccount] {
        let coaches: [(InitiativeCode, String, String)] = [
            ("VTM", "Cas Coach", "cas"), ("HHS", "Dunya Docent", "dunya"), ("BLC", "Bo Broedplaats", "bo"),
        ]
        let deal = programme.municipalities.first(where: \.isDeal)?.code
        return [
            account("ada", "Ada Beheer", Grant(role: .administrator)),
            account("petra", "Petra Projectleider", Grant(role: .projectLeader)),
            account("ilse", "Ilse Interviewer", Grant(role: .interviewer)),
            account("joris", "Joris Gesprek", Grant(role: .interviewer)),
            account("kadir", "Kadir Kijkrond", Grant(role: .interviewer)),
        ]
            + coaches.filter { programme.initiative($0.0) != nil }.map { code, name, email in
                account(email, name, Grant(role: .coach, initiative: code))
            }
            + [deal.map { account("gerda", "Gerda Gemeente", Grant(role: .municipality, areas: [$0])) }].compactMap(
                \.self
            )
            + [account("mo", "Mo Manager", Grant(role: .programmeManager))]
            + (programme.money == nil
                ? [] : accounts(metalSpeakers, as: .contact, among: programme.parties.map(\.code)))
    }

    private typealias Speaker = (organisation: OrganisationCode, name: String, box: String)

    /// Who agree with the hours of their organisation.
    private static let metalSpeakers: [Speaker] = [
        ("metaalunie", "Menno Metaal", "menno"), ("alphen", "Arie van Alphen", "arie"),
        ("waddinxveen", "Wil Waddinx", "wil"), ("nieuwkoop", "Nel Nieuwkoop", "nel"),
        ("edba", "Eva Economie", "eva"),
    ]
    private static let planSpeakers: [Speaker] = [
        ("alphen", "Kees Kasboek", "kees"), ("woerden", "Hetty Hoofdboek", "hetty"),
        ("pghw", "Pim Penning", "pim"),
    ]
    private static let planLeads: [Speaker] = [
        ("alphen", "Tessa Trekker", "tessa"), ("woerden", "Wout van de Werkplaats", "wout"),
        ("pghw", "Paula Platform", "paula"),
    ]

    /// As far as their organisation takes part.
    private static func accounts(
        _ speakers: [Speaker],
        as role: Role,
        among parties: some Sequence<OrganisationCode>
    ) -> [DemonstrationAccount] {
        let parties = Set(parties)
        return speakers.filter { parties.contains($0.organisation) }.map {
            account($0.box, $0.name, Grant(role: role, organisation: $0.organisation))
        }
    }

    /// Who carry an action plan: some have a part in the other programme as well.
    package static func all(carrying plan: ActionPlan) -> [DemonstrationAccount] {
        [
            account("ada", "Ada Beheer", Grant(role: .administrator)),
            account("lot", "Lot Leidraad", Grant(role: .projectLeader)),
            account("mo", "Mo Manager", Grant(role: .programmeManager)),
        ]
            + accounts(planSpeakers, as: .contact, among: plan.organisations.map(\.code))
            + accounts(planLeads, as: .lead, among: plan.organisations.map(\.code))
    }

    private static func account(_ box: String, _ name: String, _ grant: Grant) -> DemonstrationAccount {
        DemonstrationAccount(email: "\(box)@karavaan.example", name: name, grant: grant)
    }
}

extension Story {
    /// Gives everybody an account and a part.
    func appointPeople() async throws {
        let owner = Principal(
            account: nil,
            name: "demo",
            origin: "demo",
            grants: [programme.id: [Grant(role: .administrator)]]
        )
        var leader: Principal?
        var manager: Principal?
        var interviewers: [Principal] = []
        var coaches: [InitiativeCode: Principal] = [:]
        var municipality: Principal?
        var contacts: [OrganisationCode: Principal] = [:]
        for person in DemonstrationAccount.all(in: programme) {
            let principal = try await person.appoint(in: programme, with: accounts, as: owner)
            switch person.grant.role {
            case .projectLeader: leader = principal
            case .interviewer: interviewers.append(principal)
            case .coach: if let code = person.grant.initiative { coaches[code] = principal }
            case .municipality: municipality = principal
            case .programmeManager: manager = principal
            case .contact: if let code = person.grant.organisation { contacts[code] = principal }
            case .administrator, .lead: break
            }
        }
        people = StoryPeople(
            projectLeader: leader ?? owner,
            programmeManager: manager ?? owner,
            interviewers: interviewers,
            coaches: coaches,
            municipality: municipality,
            contacts: contacts
        )
    }
}

extension DemonstrationAccount {
    /// Gives somebody a part, and an account and a password where there is none yet.
    func appoint(in programme: Programme, with accounts: Accounts, as owner: Principal) async throws -> Principal {
        let form = AccountForm(email: email, name: name, grant: GrantForm(grant))
        let added = try await accounts.add(form, among: programme.grantChoices, in: programme.id, as: owner)
        let id = added.account.id
        if !added.account.hasPassword {
            try await accounts.setPassword(Self.password, of: id, in: programme.id, as: owner)
        }
        return Principal(account: id, name: name, origin: "demo", grants: [programme.id: [grant]])
    }
}

extension GrantForm {
    fileprivate init(_ grant: Grant) {
        self.init(
            role: grant.role.rawValue,
            initiative: grant.initiative?.description ?? "",
            areas: grant.areas.map(\.description),
            organisation: grant.organisation?.description ?? ""
        )
    }
}
