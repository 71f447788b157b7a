import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Web

/// Lines of a list that are drawn once, and what must make them be drawn again.
@Suite struct DrawnItemsTests {
    private static let streams = "/werk/groene-hart/registers/reststromen"
    private static let id = "00000000-0000-7000-a000-000000000001"

    private static func form(_ version: String = "", name: String, tonnes: String) -> [(String, String)] {
        [
            ("id", id), ("versie", version), ("veld-naam", name), ("veld-soort", "metaal"), ("veld-hoeveel", tonnes),
            ("veld-bedrijf", "Geheim BV"),
        ]
    }

    @Test(arguments: TestDatabase.available)
    func `a list shows an item as it is now, in the language of who asks`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: try GroeneHart.programme()) { site in
            func list(_ language: String = "nl-NL") async throws -> String {
                try await site.get(Self.streams, headers: [.acceptLanguage: language]).text
            }
            _ = try await site.post("\(Self.streams)/nieuw", fields: Self.form(name: "Koper", tonnes: "12,5"))
            for _ in 1...2 {
                let (dutch, english) = (try await list(), try await list("en-GB"))
                #expect(
                    dutch.contains(">12,5 ton") && dutch.contains("data-label=\"Stand\"") && dutch.contains(">gemeld<")
                )
                #expect(english.contains(">12.5 tonnes") && english.contains("data-label=\"State\""))
            }
            _ = try await site.post(
                "\(Self.streams)/\(Self.id)/wijzigen",
                fields: Self.form("1", name: "Koperdraad", tonnes: "8")
            )
            _ = try await site.post("\(Self.streams)/\(Self.id)/stand", ["stand": "onderzocht"])
            for language in ["nl-NL", "en-GB"] {
                let text = try await list(language)
                #expect(
                    text.contains(">Koperdraad<") && text.contains(">8 ton") && !text.contains(">12"),
                    "\(language)"
                )
            }
            #expect(try await list().contains(">onderzocht<"))

            // An option that is called otherwise from now on.
            var changed = try GroeneHart.programme()
            let streams = changed.registry!.registers.firstIndex { $0.code == "reststromen" }!
            let kinds = changed.registry!.registers[streams].fields.firstIndex { $0.code == "soort" }!
            let metal = changed.registry!.registers[streams].fields[kinds].options.firstIndex { $0.code == "metaal" }!
            changed.registry!.registers[streams].fields[kinds].options[metal].name = Text(nl: "erts", en: "ore")
            #expect(try await !list().contains(">erts<"))
            let owner = Principal(
                account: nil,
                name: "test",
                origin: "cli",
                grants: [changed.id: [Grant(role: .administrator)]]
            )
            _ = try await Programmes(database: database, world: .fixed()).publish(changed, as: owner)
            #expect(try await list().contains(">erts<"))
        }
    }
}
