import Accountability
import Fieldwork
import Foundation
import Gatherings
import Kernel
import Mail
import Programmes
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct CompanyErasureTests {
    private static let secret = "Geheimzinnig"
    private static let writing: SessionLetter.Writing = { letter in
        MailContent(title: letter.kind.rawValue, plain: letter.participant.name, html: "")
    }

    /// A company about which everything was recorded that can be, each with a word that occurs nowhere else.
    private func known(_ visits: Visits) async throws -> (Company.ID, Conversation.ID, KnowledgeSession.ID) {
        let (database, world) = (visits.database, visits.world)
        let talk = try await visits.visit("\(Self.secret) BV", isFinished: false)
        let company = try await visits.conversations.find(talk, in: .metaal, as: .interviewer).company
        let contact = ContactForm(
            name: "Wil \(Self.secret)",
            position: Self.secret,
            email: "wil@\(Self.secret).example",
            phone: "0100 000 000"
        )
        try await ContactPersons(database: database, world: world)
            .add(world.id(), contact, to: company, in: .metaal, as: .interviewer)
        let talks = visits.conversations
        try await talks.remark(Self.secret, on: "PR12", of: talk, in: .metaal, as: .interviewer)
        try await talks.ask(
            for: [SupportNeed(kind: "coaching", note: Self.secret)],
            of: talk,
            in: .metaal,
            as: .interviewer
        )
        let example = GoodExampleForm(
            title: Self.secret,
            story: Self.secret,
            audience: ConsentRecord.Audience.everyone.rawValue,
            givenBy: Self.secret
        )
        try await talks.save(world.id(), example, of: talk, in: .metaal, as: .interviewer)
        try await talks.finish(talk, in: .metaal, as: .interviewer)
        let form = ReferralForm(
            initiative: "VTM",
            what: Self.secret,
            contact: Self.secret,
            reason: Self.secret,
            agreed: "ja"
        )
        try await visits.referrals.choose(form, for: talk, in: .metaal, as: .interviewer)
        let sheet = try await visits.referrals.worksheet(for: talk, in: .metaal, as: .interviewer)
        try await visits.handOver(try #require(sheet.referral(to: "VTM")).id)
        try await visits.advices.write(AdviceForm(steps: Self.secret), for: talk, in: .metaal, as: .interviewer)
        let session = try await invite(company, visits)
        return (company, talk, session)
    }

    private func invite(_ company: Company.ID, _ visits: Visits) async throws -> KnowledgeSession.ID {
        let sessions = KnowledgeSessions(
            database: visits.database,
            world: visits.world,
            programmes: visits.programmes
        )
        var form = SessionForm()
        form.title = "Sessie"
        form.summary = "Wat werkt"
        form.day = "2026-05-01"
        form.start = "16:00"
        form.end = "18:00"
        form.venue = "Voorbeeld BV"
        form.street = "Dorpsstraat 1"
        form.municipality = "GM0627"
        form.host = "Voorbeeld BV"
        form.capacity = "30"
        form.agenda = "Ontvangst"
        let id: KnowledgeSession.ID = visits.world.id()
        try await sessions.save(form, as: id, in: .metaal, by: .projectLeader, writing: Self.writing)
        try await sessions.open(id, in: .metaal, as: .projectLeader)
        try await sessions.invite([company], to: id, note: "", in: .metaal, as: .projectLeader, writing: Self.writing)
        return id
    }

    /// In which columns of which tables the word stands.
    private func places(_ database: any SQLDatabase) async throws -> [String] {
        try await database.read { db in
            var found: [String] = []
            for (table, query) in Self.everything {
                let texts = try db.run(query).compactMap { try $0.find(0, as: String.self)?.lowercased() }
                found += texts.filter { $0.contains(Self.secret.lowercased()) }.map { _ in table }
            }
            return found
        }
    }

    private static let everything: [(String, SQL)] = [
        ("company", "SELECT name || coalesce(street, '') || coalesce(city, '') || search || match_key FROM company"),
        ("company_contact", "SELECT name FROM company_contact"),
        ("company_event", "SELECT changes FROM company_event"),
        ("activity_remark", "SELECT remark FROM activity_remark"),
        ("support_need", "SELECT note FROM support_need"),
        ("good_example", "SELECT title || story FROM good_example"),
        ("consent_record", "SELECT given_by FROM consent_record"),
        (
            "referral_event",
            "SELECT coalesce(note, '') || coalesce(what, '') || coalesce(contact, '') FROM referral_event"
        ),
        ("referral_handover", "SELECT given_by || items FROM referral_handover"),
        ("advice_step", "SELECT step FROM advice_step"),
        ("session_participant", "SELECT name || company_name || coalesce(email, '') FROM session_participant"),
        ("mail_message", "SELECT to_name || to_email || title || plain || html FROM mail_message"),
    ]

    @Test(arguments: TestDatabase.available)
    func `nothing of who a company was is left anywhere, and the numbers stay right`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let (company, talk, session) = try await known(visits)
        let before = try await places(visits.database)
        // Everything that is looked at below had it.
        #expect(Set(Self.everything.map(\.0)).subtracting(before).isSubset(of: ["company_event"]))
        let erasures = CompanyErasures(
            database: visits.database,
            world: visits.world,
            programmes: visits.programmes
        )
        let overview = try await visits.overviews.overview(of: .metaal, as: .projectLeader)
        await #expect(throws: InvalidErasure()) {
            try await erasures.erase(
                company,
                confirmation: "Iets anders",
                in: .metaal,
                as: .projectLeader,
                writing: Self.writing
            )
        }
        for principal in [Principal.interviewer, .coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                try await erasures.erase(company, confirmation: "", in: .metaal, as: principal, writing: Self.writing)
            }
        }
        #expect(try await places(visits.database) == before)
        try await erasures.erase(
            company,
            confirmation: " geheimzinnig bv ",
            in: .metaal,
            as: .projectLeader,
            writing: Self.writing
        )
        #expect(try await places(visits.database) == [])
        let after = try await visits.overviews.overview(of: .metaal, as: .projectLeader)
        #expect(after.targets.map(\.count) == overview.targets.map(\.count))
        let record = try await visits.conversations.record(talk, in: .metaal, as: .interviewer)
        #expect(record.answers == SheetAnswers(doing: ["PP02"], ambition: ["PR12"]))
        #expect(record.needs == [SupportNeed(kind: "coaching")])
        #expect(record.company.name == CompanyErasures.name)
        #expect(try await visits.followUps.list(in: .metaal, as: .interviewer).waiting.isEmpty)
        #expect(try await visits.shared.all(in: .metaal, as: .coach).isEmpty)
        let list = try await Companies(database: visits.database, world: visits.world)
            .list(CompanyQuery(), in: .sample, as: .interviewer)
        #expect(list.total == 0)
        let sessions = KnowledgeSessions(
            database: visits.database,
            world: visits.world,
            programmes: visits.programmes
        )
        #expect(
            try await sessions.candidates(CandidateFilter(), for: session, in: .metaal, as: .projectLeader).isEmpty
        )
        let outbox = try await Outbox(database: visits.database, world: visits.world)
            .list(in: .metaal, as: .projectLeader)
        #expect(outbox.map(\.state) == [.withdrawn])
    }
}
