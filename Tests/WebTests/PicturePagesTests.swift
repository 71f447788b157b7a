import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Markup
import Programmes
import TestSupport
import Testing

@testable import Web

@Suite struct PicturePagesTests {
    private static let page = "/werk/mkb-deal-metaal/programma/beeld"

    private static func send(_ site: Site, _ bytes: [UInt8]) async throws -> Reply {
        try await site.postMultipart(
            page,
            ["beschrijving-nl": "Onze hal", "beschrijving-en": "Our hall"],
            files: [.init(field: "bestand", name: "x", bytes: bytes)]
        )
    }

    /// A drawing in which the first theme has a name, and the others do not.
    private static let drawing = Array(
        """
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200">
        <path id="\(Programme.sample.sheet.themes[0].code)" d="M0 0 40 0 20 80Z"/></svg>
        """.utf8
    )

    @Test(arguments: TestDatabase.available)
    func `from a drawing to the picture in use, without a script`(kind: TestDatabase) async throws {
        try await Site.serve(on: kind.make(), as: .administrator) { site in
            #expect(try await site.get(Self.page).text.contains("Dit is de plaat die Karavaan tekent."))
            #expect(try await Self.send(site, Self.drawing).location == Self.page + "#plekken")
            let themes = Programme.sample.sheet.themes
            let draft = try await site.get(Self.page).text
            #expect(draft.contains("name=\"breedte-\(themes[0].code)\" value=\"10.0\""))
            #expect(draft.contains("Onze hal"))
            // Not yet: a theme has no place.
            let early = try await site.post(Self.page + "/plekken", ["doe": "gebruiken"])
            #expect(early.status == .unprocessableContent)
            #expect(early.text.contains("heeft geen plek in de plaat"))

            var fields = [("doe", "gebruiken")]
            for (index, theme) in themes.enumerated() {
                let values = index == 0 ? ["0.0", "0.0", "10.0", "40.0"] : ["\(index * 10)", "5", "10,5", "20"]
                fields += zip(ZoneForm.sides, values).map { ("\($0)-\(theme.code)", $1) }
            }
            // The first refusal left no places: the first theme has a rectangle now.
            let used = try await site.post(Self.page + "/plekken", fields: fields)
            #expect(used.status == .seeOther)
            let after = try await site.get(Self.page).text
            #expect(after.contains("Terug naar de plaat van Karavaan"))
            let yaml = try await site.get(Self.page + "/picture.yaml").text
            #expect(yaml.contains("theme: \(themes[1].code)"))
            #expect(yaml.contains("nl: \"Onze hal\""))
            _ = try await site.post(Self.page + "/stand", ["doe": "standaard"])
            #expect(try await site.get(Self.page).text.contains("Dit is de plaat die Karavaan tekent."))
        }
    }

    @Test func `whoever leaves the numbers as they are keeps the outline of the drawing`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .administrator) { site in
            _ = try await Self.send(site, Self.drawing)
            let theme = Programme.sample.sheet.themes[0].code
            let values = zip(ZoneForm.sides, ["0.0", "0.0", "10.0", "40.0"]).map { ("\($0)-\(theme)", $1) }
            _ = try await site.post(Self.page + "/plekken", fields: [("doe", "bewaren")] + values)
            let yaml = try await site.get(Self.page + "/picture.yaml").text
            #expect(yaml.contains("points: \"0,0 40,0 20,80\""))
        }
    }

    @Test func `what is wrong with a picture is said at once, and what was typed stays`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .administrator) { site in
            let bad = "<svg viewBox='0 0 9 9'>\n<script/>\n<image href='http://x'/></svg>"
            let reply = try await Self.send(site, Array(bad.utf8))
            #expect(reply.status == .unprocessableContent)
            #expect(reply.text.contains("Regel 2: “script” mag niet in een tekening."))
            #expect(reply.text.contains("Regel 3: De tekening haalt iets van buiten"))
            #expect(reply.text.contains("value=\"Onze hal\""))
            #expect(try await Self.send(site, []).status == .unprocessableContent)
            let large = [UInt8](repeating: 0, count: ProgrammePicture.sizeLimit + 1)
            #expect(try await Self.send(site, large).text.contains("De plaat is groter dan"))
            #expect(try await site.post(Self.page + "/plekken", ["doe": "bewaren"]).status == .conflict)
            #expect(try await site.post(Self.page + "/stand", ["doe": "x"]).status == .unprocessableContent)
            #expect(try await site.get(Self.page + "/picture.yaml").status == .conflict)
        }
    }

    // MARK: As it is drawn

    private static var picture: ProgrammePicture {
        get throws {
            var picture = try ProgrammePicture(drawing, description: Text(nl: "Hal", en: "Hall"), themes: [])
            picture.zones = Programme.sample.sheet.themes.map { theme in
                .init(
                    theme: theme.code,
                    outline: [(0.0, 0.0), (100, 0), (100, 100), (0, 100)].map { PicturePoint(x: $0.0, y: $0.1) }
                )
            }
            return picture
        }
    }

    @Test func `each part fills up from below as the company does more`() throws {
        let sheet = Programme.sample.sheet
        let theme = sheet.themes[0].code
        let own = sheet.activities(in: theme)
        var picture = TalkPicture(sheet: sheet, own: try Self.picture)
        func levels() -> [String] {
            picture.document(in: .dutch).components(separatedBy: "<rect data-level=").dropFirst()
                .filter { $0.contains("data-zone=\"\(theme)\"") }
                .map { part in String(part[part.range(of: " y=")!.lowerBound...].prefix { $0 != "f" }) }
        }
        // A hundred units are 291 on the page.
        #expect(levels() == [" y=\"291\" height=\"0\" ", " y=\"291\" height=\"0\" "])
        picture.answers.doing = Set(own.map(\.code))
        #expect(levels()[0] == " y=\"0\" height=\"291\" ")
        picture.isBlank = true
        #expect(levels() == [])
    }

    @Test func `names do not lie on top of each other, and every part leads somewhere`() throws {
        let sheet = Programme.sample.sheet
        let picture = TalkPicture(sheet: sheet, own: try Self.picture)
        let cards: [SceneCard] = OwnScene(picture, try Self.picture).cards(in: .dutch).map(\.card)
        #expect(cards.count == sheet.themes.count)
        for (index, card) in cards.enumerated() {
            #expect(cards[..<index].allSatisfy { !$0.overlaps(card) })
        }
        let links = picture.links { "#\($0)" }.body.rendered(for: .init(language: .dutch))
        for theme in sheet.themes { #expect(links.contains("href=\"#\(theme.code)\"")) }
        #expect(try picture.liveDocument(in: .english).contains("data-lit=\"\(sheet.themes[0].code)\""))
    }
}
