import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct SelectionPagesTests {
    private let base = "/werk/mkb-deal-metaal/selectie"

    private func serve(
        as principal: Principal = .projectLeader,
        language: Language = .dutch,
        _ body: @escaping @Sendable (Site, Town) async throws -> Void
    ) async throws {
        let town = try await Town(on: try await TestDatabase.sqlite.make())
        try await town.build(14)
        try await town.build(6, in: Town.waddinxveen)
        try await Site.serve(
            on: town.database,
            as: principal,
            language: language,
            world: town.world,
            publishing: nil
        ) { site in try await body(site, town) }
    }

    @Test func `a round is drawn, invited, refused and filled up again`() async throws {
        try await serve { site, town in
            #expect(try await site.get(base).text.contains("Er is nog geen ronde getrokken."))
            let form = try await site.get("\(base)/nieuw").text
            #expect(form.contains(#"name="aantal-GM0484""#))
            let id = UUID().uuidString.lowercased()
            let fields: KeyValuePairs<String, String> = [
                "ronde": id, "kwartaal": "2026-Q1", "aantal-GM0484": "3", "aantal-GM0627": "",
                "spreiding": "proportional", "startgetal": "12",
            ]
            let drawn = try await site.post("\(base)/nieuw", fields)
            #expect(drawn.location == "\(base)/\(id)")
            #expect(try await site.post("\(base)/nieuw", fields).location == "\(base)/\(id)")
            let page = try await site.get("\(base)/\(id)").text
            #expect(page.contains("Net opnieuw getrokken: dezelfde bedrijven."))
            let lines = try await town.sheet(SelectionRound.ID(id)!).lines
            let company = "\(base)/\(id)/bedrijven/\(lines[0].company)"
            let invited = try await site.post(company, ["gebeurtenis": UUID().uuidString, "stap": "invited"])
            #expect(invited.location == "\(base)/\(id)?melding=bewaard")
            #expect(try await site.get("\(base)/\(id)").text.contains("Afspraak maken"))
            let wrong = try await site.post(
                company,
                ["stap": "refused", "toelichting": "Te druk <b>", "volgende": "ja"]
            )
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Kies waarom het bedrijf niet wil."))
            #expect(wrong.text.contains("Te druk &lt;b&gt;"))
            let event = UUID().uuidString
            let refusal: KeyValuePairs<String, String> = [
                "gebeurtenis": event, "stap": "refused", "waarom": "no-time", "volgende": "ja",
            ]
            #expect(try await site.post(company, refusal).status == .seeOther)
            #expect(try await site.post(company, refusal).status == .seeOther)
            let after = try await site.get("\(base)/\(id)").text
            #expect(after.contains("in de plaats van \(lines[0].name)"))
            #expect(try await town.sheet(SelectionRound.ID(id)!).lines.count == 4)
            #expect(try await site.get(company).text.contains("geen tijd"))
        }
    }

    @Test func `a draw that cannot be comes back filled in`() async throws {
        try await serve { site, _ in
            let reply = try await site.post(
                "\(base)/nieuw",
                ["ronde": UUID().uuidString, "kwartaal": "2026-Q1", "aantal-GM0484": "drie", "startgetal": "x1"]
            )
            #expect(reply.status == .unprocessableContent)
            #expect(reply.text.contains("Vul een getal van 0 tot en met 500 in."))
            #expect(reply.text.contains("Een startgetal bestaat alleen uit cijfers."))
            #expect(reply.text.contains(#"value="drie""#))
            let nobody = try await site.post(
                "\(base)/nieuw",
                ["ronde": UUID().uuidString, "kwartaal": "2026-Q1", "aantal-GM0518": "2"]
            )
            #expect(nobody.status == .conflict)
            #expect(nobody.text.contains("niemand meer die nog niet gevraagd is"))
        }
    }

    @Test func `a round that is not there, and one of somebody else, cannot be told apart`() async throws {
        try await serve { site, _ in
            let (unknown, nonsense) = (
                try await site.get("\(base)/\(UUID().uuidString)"), try await site.get("\(base)/geen-ronde")
            )
            #expect(unknown.status == .notFound)
            #expect(nonsense.status == .notFound)
        }
    }

    @Test func `a round is stopped with a reason only`() async throws {
        try await serve { site, town in
            let round = try await town.draw([Town.alphen: 2])
            let wrong = try await site.post("\(base)/\(round)/stoppen", ["toelichting": ""])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Schrijf kort op waarom."))
            let stopped = try await site.post("\(base)/\(round)/stoppen", ["toelichting": "Kwartaal voorbij"])
            #expect(stopped.location == "\(base)/\(round)?melding=bewaard")
            let page = try await site.get("\(base)/\(round)").text
            #expect(page.contains("Deze ronde is gestopt: Kwartaal voorbij"))
            #expect(!page.contains("Is uitgenodigd"))
        }
    }

    @Test func `a company is found and put in by hand`() async throws {
        try await serve { site, town in
            let round = try await town.draw([Town.alphen: 1])
            let found = try await site.get("\(base)/\(round)/erbij?zoek=GM0627+3").text
            #expect(found.contains("Bedrijf GM0627 3"))
            #expect(try await site.get("\(base)/\(round)/erbij?zoek=onzin").text.contains("Geen bedrijf gevonden."))
            let other = try await town.companies.list(CompanyQuery(), in: .sample, as: .projectLeader).rows
                .first { $0.name == "Bedrijf GM0627 3" }!.id
            let path = "\(base)/\(round)/bedrijven/\(other)"
            #expect(try await site.get(path).text.contains("Niet in deze ronde"))
            let missing = try await site.post(path, ["gebeurtenis": UUID().uuidString, "stap": "added"])
            #expect(missing.status == .unprocessableContent)
            let added = try await site.post(
                path,
                ["gebeurtenis": UUID().uuidString, "stap": "added", "toelichting": "Vroeg er zelf om"]
            )
            #expect(added.location == "\(base)/\(round)?melding=bewaard")
            #expect(try await site.get("\(base)/\(round)").text.contains("Uit andere gemeenten"))
        }
    }

    @Test func `a municipality objects and puts forward, and the project leader answers`() async throws {
        try await serve(as: .municipality) { site, town in
            let round = try await town.draw([Town.waddinxveen: 2, Town.alphen: 2])
            let page = try await site.get(base).text
            let lines = try await town.sheet(round).lines
            let own = try #require(lines.first { $0.traits.area == Town.waddinxveen })
            let other = try #require(lines.first { $0.traits.area == Town.alphen })
            #expect(page.contains(own.name))
            #expect(!page.contains(other.name))
            #expect(try await site.get("\(base)/\(round)").status == .forbidden)
            let path = "\(base)/\(round)/bezwaar/\(own.company)"
            #expect(try await site.get(path).text.contains("Liever niet vragen: \(own.name)"))
            #expect(try await site.get("\(base)/\(round)/bezwaar/\(other.company)").status == .notFound)
            #expect(try await site.post(path, ["toelichting": ""]).status == .unprocessableContent)
            #expect(try await site.post(path, ["toelichting": "Verhuist"]).location == "\(base)?melding=bewaard")
            let proposals = "\(base)/\(round)/voordrachten"
            let wrong = try await site.post(proposals, ["gemeente": "GM0627", "naam": "", "reden": "Koploper"])
            #expect(wrong.status == .unprocessableContent)
            #expect(wrong.text.contains("Vul de naam van het bedrijf in."))
            #expect(wrong.text.contains("Koploper"))
            let id = UUID().uuidString
            let good: KeyValuePairs<String, String> = [
                "voordracht": id, "gemeente": "GM0627", "naam": "Smederij de Hoek", "reden": "Koploper",
            ]
            #expect(try await site.post(proposals, good).location == "\(base)?melding=bewaard")
            #expect(try await site.post(proposals, good).location == "\(base)?melding=bewaard")
            #expect(try await site.get(base).text.contains("Smederij de Hoek: wacht op antwoord."))
            #expect(try await town.sheet(round).proposals.count == 1)
        }
    }

    @Test func `a proposal shows with the company it may be`() async throws {
        try await serve { site, town in
            let round = try await town.draw([Town.waddinxveen: 1])
            let form = SelectionProposalForm(area: "GM0627", name: "Bedrijf GM0627 5", reason: "Koploper")
            try await town.selections.propose(form, in: round, of: .metaal, as: .municipality)
            let proposal = try await town.sheet(round).proposals[0]
            #expect(try await site.get("\(base)/\(round)").text.contains("Voorgedragen door gemeenten"))
            let page = try await site.get("\(base)/\(round)/erbij?voordracht=\(proposal.id)").text
            #expect(page.contains("Dit bedrijf vragen"))
            let path = "\(base)/\(round)/voordrachten/\(proposal.id)"
            #expect(try await site.post(path, ["toelichting": ""]).status == .unprocessableContent)
            let declined = try await site.post(path, ["toelichting": "Is een winkel"])
            #expect(declined.location == "\(base)/\(round)?melding=bewaard")
            #expect(try await town.sheet(round).proposals[0].answer?.reason == "Is een winkel")
        }
    }

    @Test func `how like the whole those are who were visited stands in a sentence, a picture and a table`()
        async throws
    {
        try await serve(as: .interviewer) { site, town in
            let path = "/werk/mkb-deal-metaal/dekking"
            #expect(try await site.get(path).text.contains("Hier is nog geen bedrijf bezocht."))
            let rows = try await town.companies.list(CompanyQuery(), in: .sample, as: .projectLeader).rows
            for row in rows.prefix(5) { try await town.visit(row.id) }
            let page = try await site.get(path).text
            #expect(page.contains("<svg class=\"chart coverage\""))
            #expect(page.contains("Eerlijk deel"))
            #expect(page.contains("R-indicator"))
            #expect(
                try await site.get("\(path)?gebied=midden-holland").text.contains("Hier is nog geen bedrijf bezocht.")
            )
        }
    }
}
