import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct ClosedProgrammeTests {
    private static let base = "/werk/mkb-deal-metaal"

    @Test func `a closed programme says so on every page, shows everything and takes nothing`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .administrator) { site in
            #expect(try await site.get(Self.base + "/bedrijven").text.contains("/bedrijven/nieuw\""))
            let reply = try await site.post(Self.base + "/programma/afsluiten", ["doe": "afsluiten"])
            #expect(reply.status == .seeOther)
            let list = try await site.get(Self.base + "/bedrijven").text
            #expect(list.contains("Dit programma is afgesloten op "))
            #expect(!list.contains("/bedrijven/nieuw\""))
            let refused = try await site.get(Self.base + "/bedrijven/nieuw")
            #expect(refused.status == .forbidden)
            #expect(refused.text.contains("vraag dan de beheerder om het programma te heropenen"))
            let sent = try await site.json(.post, Self.base + "/meenemen/verzenden", "{}")
            #expect(sent.status == .forbidden)
            #expect(sent.text.contains("access.programme-closed"))
            #expect(try await site.get(Self.base + "/bedrijven/export").status == .ok)

            _ = try await site.post(Self.base + "/programma/afsluiten", ["doe": "heropenen"])
            #expect(!(try await site.get(Self.base + "/bedrijven").text.contains("Dit programma is afgesloten")))
            let nonsense = try await site.post(Self.base + "/programma/afsluiten", ["doe": "x"])
            #expect(nonsense.status == .unprocessableContent)
        }
    }
}
