import Fieldwork
import Foundation
import Kernel
import Mail
import Programmes
import Referrals
import Storage
import Synchronization
import TestSupport
import Testing

@Suite struct SignalTests {
    private func attention(_ visits: Visits, asOf day: String? = nil) async throws -> [Attention] {
        let overview = try await visits.overviews
            .overview(of: .metaal, asOf: day.flatMap(Day.init), as: .projectLeader)
        return overview.attention.filter { item in
            switch item {
            case .declined, .otherMoment, .letters: true
            default: false
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `an initiative that says no is a signal, until something else is found`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let conversation = try await visits.visit("Eerste BV")
        let referral = try await visits.agreed("VTM", for: conversation)
        try await visits.handOver(referral)
        #expect(try await attention(visits).isEmpty)
        visits.move(to: Day("2026-03-09")!)
        let no = ReferralStepForm(step: "declined", note: "Geen plek")
        try await visits.shared.answer(no, to: referral, in: .metaal, as: .coach)
        #expect(
            try await attention(visits) == [
                .declined(referral, companyName: "Eerste BV", initiative: "VTM", since: Day("2026-03-09")!)
            ]
        )
        #expect(try await attention(visits, asOf: "2026-03-08").isEmpty)
        _ = try await visits.agreed("HHS", for: conversation)
        #expect(try await attention(visits).isEmpty)
    }

    @Test(arguments: TestDatabase.available)
    func `another moment is a signal, until an appointment is made`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let town = try await Town(on: visits.database, world: visits.world)
        try await town.build(4)
        let round = try await town.draw([Town.alphen: 1])
        let company = try await town.sheet(round).lines[0]
        let invitations = Invitations(
            database: visits.database,
            world: visits.world,
            programmes: visits.programmes
        )
        let secret = Secret()
        let form = InvitationForm(
            contactName: "Wil Werkplaats",
            email: "wil@bedrijf.example",
            day: "2026-03-16",
            time: "09:30",
            interviewer: Principal.interviewer.account!.description
        )
        let writing: Invitations.Writing = { letter in
            if let token = letter.token { secret.keep(token) }
            return MailContent(title: "T", plain: "T", html: "T")
        }
        try await invitations.send(
            form,
            to: company.company,
            in: round,
            of: .metaal,
            people: [Interviewer(.interviewer)],
            as: .projectLeader,
            writing: writing
        )
        let answer = InvitationAnswerForm(kind: "other-time", note: "Vrijdag")
        visits.move(to: Day("2026-03-04")!)
        try await invitations.answer(answer, with: secret.token, from: "127.0.0.1", writing: writing)
        guard case .otherMoment(let wish) = try await attention(visits).first else {
            Issue.record("no signal")
            return
        }
        #expect(wish.companyName == company.name)
        #expect(wish.round == round)
        #expect(try await attention(visits, asOf: "2026-03-03").isEmpty)
        visits.move(to: Day("2026-03-05")!)
        try await town.visit(company.company)
        #expect(try await attention(visits).isEmpty)
        // How it stood the day before stays as it was.
        #expect(try await attention(visits, asOf: "2026-03-04").count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `letters that did not arrive are counted, for a month`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let message = MailMessage(
            id: visits.world.id(),
            kind: .invitation,
            to: MailAddress(name: "Wil", email: "weg@bedrijf.example"),
            language: .dutch,
            content: MailContent(title: "T", plain: "T", html: "T"),
            about: "invitation 1"
        )
        let now = visits.world.now()
        try await visits.database.write { db in
            try db.mail.append(message, in: .metaal, by: .projectLeader, at: now)
        }
        #expect(try await attention(visits).isEmpty)
        try await visits.database.write { db in try db.run("UPDATE mail_message SET state = 'bounced'") }
        #expect(try await attention(visits) == [.letters(1)])
        visits.move(to: Day("2026-04-15")!)
        #expect(try await attention(visits).isEmpty)
    }
}

/// The token of a link, which only the letter has.
private final class Secret: Sendable {
    private let kept = Mutex<LinkToken?>(nil)

    func keep(_ token: LinkToken) { kept.withLock { $0 = $0 ?? token } }

    var token: LinkToken { kept.withLock { $0! } }
}
