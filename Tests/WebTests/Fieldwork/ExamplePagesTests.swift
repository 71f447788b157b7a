import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct ExamplePagesTests {
    private static let page = "/werk/mkb-deal-metaal/voorbeelden"

    @Test func `what may be told stands there as it was said, and leads to its conversation`() async throws {
        try await TalkSite.serve { talk in
            #expect(try await talk.site.get(Self.page).text.contains("nog geen voorbeeld"))
            let path = try await talk.started()
            let example = path + "/voorbeelden/00000000-0000-7000-b000-000000000001"
            _ = try await talk.site.post(
                example,
                [
                    "titel": "Restplaat <b>naar</b> school", "verhaal": "Leerlingen lassen ermee.", "delen": "sessions",
                    "door": "mevrouw De Wit", "moeite": "small", "activiteit": "PR12",
                ]
            )
            let list = try await talk.site.get(Self.page).text
            #expect(list.contains("<h2>Restplaat &lt;b&gt;naar&lt;/b&gt; school</h2>"))
            #expect(list.contains("Klein: kan deze week") && list.contains("href=\"\(path)\""))
            let none = try await talk.site.get(Self.page + "?moeite=large").text
            #expect(none.contains("Geen voorbeelden met deze keuze."))
            #expect(try await talk.site.get(Self.page + "?zoek=restplaat&thema=zz&trede=R99").status == .ok)
            _ = try await talk.site.post(example + "/intrekken")
            #expect(!(try await talk.site.get(Self.page).text.contains("Restplaat")))
        }
    }
}
