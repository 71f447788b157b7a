import Fieldwork
import Foundation
import Kernel
import Referrals
import Storage
import TestSupport
import Testing

@Suite struct OwnSheetTests {
    @Test func `a token is 128 bits in 22 characters, and nothing else is one`() {
        let token = LinkToken(bytes: Array(repeating: 0xFB, count: LinkToken.byteCount))
        #expect(token.description == "-_v7-_v7-_v7-_v7-_v7-w")
        #expect(LinkToken(token.description) == token)
        for wrong in ["", "abc", token.description + "a", "-_v7-_v7-_v7-_v7-_v7-=", "-_v7 _v7-_v7-_v7-_v7-w"] {
            #expect(LinkToken(wrong) == nil)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `the sheet has what was ticked, agreed and advised, and nothing that was only thought of`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        _ = try await visits.agreed("VTM", for: id)
        let thought = ReferralForm(initiative: "HHS", what: "Lab bekijken")
        try await visits.referrals.choose(thought, for: id, in: .metaal, as: .interviewer)
        let advice = AdviceForm(steps: "Meet de standtijd\n\n  Vraag offerte  ")
        try await visits.advices.write(advice, for: id, in: .metaal, as: .interviewer)
        let sheet = try await visits.ownSheets.compose(for: id, in: .metaal, as: .interviewer)
        #expect(sheet.companyName == "Vonk Constructie BV")
        #expect(sheet.municipalityName == "Waddinxveen")
        #expect(sheet.heldOn == Day("2026-03-02"))
        #expect(sheet.interviewerName == "Iris Vraagt")
        #expect(sheet.answers == SheetAnswers(doing: ["PP02"], ambition: ["PR12"]))
        #expect(sheet.nextSteps == ["Meet de standtijd", "Vraag offerte"])
        #expect(sheet.helpers.map(\.name) == ["Versnellingsteam Metaal"])
        #expect(sheet.helpers[0].agreement == "Kennismaking in de hal")
        #expect(sheet.helpers[0].isToBeConfirmed)
        #expect(sheet.followUpOn == Day("2026-08-30"))
        #expect(sheet.link == nil)
    }

    @Test(arguments: TestDatabase.available)
    func `a link opens the sheet without an account; only its hash is kept`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let sheets = visits.ownSheets
        let made = try await sheets.makeLink(SheetLinkForm(), to: id, in: .metaal, as: .interviewer)
        let token = try #require(made.token)
        #expect(made.link.expiresOn == Day("2027-03-02"))
        let sheet = try await sheets.open(token, link: "https://x.example/praatplaat/\(token)")
        #expect(sheet.companyName == "Vonk Constructie BV")
        #expect(sheet.link == "https://x.example/praatplaat/\(token)")
        let kept = try await visits.database.read { db in
            try db.run("SELECT token_hash FROM sheet_link").map { try $0.get(0, as: String.self) }
        }
        #expect(kept.count == 1 && kept[0].count == 64 && !kept[0].contains(token.description))
        let trail = try await visits.database.read { db in
            try db.run("SELECT subject FROM audit_event").map { try $0.get(0, as: String.self) }
        }
        #expect(!trail.contains { $0.contains(token.description) })
    }

    @Test(arguments: TestDatabase.available)
    func `an unknown, revoked or ended link opens nothing, all in the same way`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let sheets = visits.ownSheets
        func link(_ form: SheetLinkForm = SheetLinkForm()) async throws -> NewSheetLink {
            try await sheets.makeLink(form, to: id, in: .metaal, as: .interviewer)
        }
        let revoked = try await link()
        let ended = try await link(SheetLinkForm(expiresOn: "2026-03-10"))
        for _ in 1...2 { try await sheets.revoke(revoked.link.id, to: id, in: .metaal, as: .interviewer) }
        visits.move(to: Day("2026-03-10")!)
        _ = try await sheets.open(try #require(ended.token), link: "")
        visits.move(to: Day("2026-03-11")!)
        let guess = LinkToken(bytes: Array(repeating: 7, count: 16))
        for token in [guess, revoked.token!, ended.token!] {
            await #expect(throws: SheetLinkProblem.doesNotWork) { _ = try await sheets.open(token, link: "") }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a new link leaves the old one alone, unless asked`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let sheets = visits.ownSheets
        let first = try await sheets.makeLink(SheetLinkForm(), to: id, in: .metaal, as: .interviewer)
        let second = try await sheets.makeLink(SheetLinkForm(), to: id, in: .metaal, as: .interviewer)
        #expect(first.token != second.token)
        _ = try await sheets.open(first.token!, link: "")
        let third = try await sheets.makeLink(
            SheetLinkForm(replacing: "ja"),
            to: id,
            in: .metaal,
            as: .interviewer
        )
        for old in [first, second] {
            await #expect(throws: SheetLinkProblem.doesNotWork) { _ = try await sheets.open(old.token!, link: "") }
        }
        _ = try await sheets.open(third.token!, link: "")
    }

    @Test(arguments: TestDatabase.available)
    func `the same page sent twice makes one link, and shows it once`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let sheets = visits.ownSheets
        let form = SheetLinkForm(id: "00000000-0000-7000-a000-000000000009")
        let first = try await sheets.makeLink(form, to: id, in: .metaal, as: .interviewer)
        let again = try await sheets.makeLink(form, to: id, in: .metaal, as: .interviewer)
        #expect(first.token != nil && again.token == nil)
        #expect(try await sheets.links(to: id, in: .metaal, as: .interviewer).count == 1)
    }

    @Test(arguments: TestDatabase.available)
    func `an end that is no day, past or too far is refused, and so is who may not share`(
        kind: TestDatabase
    ) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        let sheets = visits.ownSheets
        for (day, issue) in [
            ("morgen", InvalidSheetLink.Issue.endUnreadable), ("2026-03-01", .endInPast), ("2029-03-03", .endTooFar),
        ] {
            await #expect(throws: InvalidSheetLink(issues: [issue])) {
                _ = try await sheets.makeLink(SheetLinkForm(expiresOn: day), to: id, in: .metaal, as: .interviewer)
            }
        }
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.self) {
                _ = try await sheets.makeLink(SheetLinkForm(), to: id, in: .metaal, as: principal)
            }
            await #expect(throws: AccessProblem.self) {
                _ = try await sheets.compose(for: id, in: .metaal, as: principal)
            }
        }
        let unfinished = try await visits.visit("Halve BV", isFinished: false)
        await #expect(throws: SheetLinkProblem.conversationNotHeld) {
            _ = try await sheets.makeLink(SheetLinkForm(), to: unfinished, in: .metaal, as: .interviewer)
        }
    }
}
