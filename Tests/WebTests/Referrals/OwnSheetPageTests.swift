import Crypto
import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Referrals
import Synchronization
import TestSupport
import Testing

@testable import Web

@Suite struct OwnSheetPageTests {
    private func serve(
        _ visits: Visits,
        as principal: Principal?,
        _ body: @escaping @Sendable (Site) async throws -> Void
    ) async throws {
        try await Site.serve(on: visits.database, as: principal, world: visits.world, publishing: nil, body)
    }

    @Test(arguments: TestDatabase.available)
    func `a link is shown once, opens without an account, and can be revoked`(kind: TestDatabase) async throws {
        let visits = try await Visits(on: kind)
        let id = try await visits.visit()
        _ = try await visits.agreed(for: id)
        let address = "/werk/mkb-deal-metaal/gesprekken/\(id)/praatplaat"
        let found = Found()
        try await serve(visits, as: .interviewer) { site in
            #expect(try await site.get(address).text.contains("Vonk Constructie BV"))
            let wrong = try await site.post("\(address)/links", ["tot": "2020-01-01"])
            #expect(wrong.status == .unprocessableContent)
            let form: KeyValuePairs = ["id": "00000000-0000-7000-a000-000000000001", "tot": "2026-12-31"]
            let made = try await site.post("\(address)/links", form)
            #expect(made.status == .ok)
            let token = try #require(made.text.firstMatch(of: /praatplaat\/([A-Za-z0-9_-]{22})/)?.1)
            found.set(String(token))
            #expect(made.text.contains("data:image/svg+xml;base64,"))
            let again = try await site.post("\(address)/links", form)
            #expect(!again.text.contains(token))
            #expect(again.text.contains("is één keer getoond"))
            let page = try await site.get(address)
            #expect(!page.text.contains(token))
            let link = try #require(page.text.firstMatch(of: /praatplaat\/links\/([0-9a-f-]{36})\/intrekken/)?.1)
            found.set(link: String(link))
        }
        let token = found.token
        try await serve(visits, as: nil) { site in
            let page = try await site.get("/praatplaat/\(token)")
            #expect(page.status == .ok)
            #expect(page.text.contains("Vonk Constructie BV"))
            #expect(page.text.contains("Kennismaking in de hal"))
            #expect(page.headers[HTTPField.Name("X-Robots-Tag")!] == "noindex, nofollow, noarchive")
            #expect(page.headers[.cacheControl] == "private, no-store")
            #expect(page.headers[HTTPField.Name("Referrer-Policy")!] == "same-origin")
            let english = try await site.get("/praatplaat/\(token)?taal=en")
            #expect(english.text.contains("lang=\"en\""))
            #expect(english.text.contains("name=\"terug\" value=\"/praatplaat/\(token)\""))
            #expect(try await site.get("/praatplaat/\(token)/praatplaat-a5.pdf").status == .notFound)
            // Nothing else opens with it.
            #expect(try await site.get(address).status == .seeOther)
        }
        try await serve(visits, as: .interviewer) { site in
            let revoked = try await site.post("\(address)/links/\(found.link)/intrekken")
            #expect(revoked.status == .seeOther)
        }
        try await serve(visits, as: nil) { site in
            let guess = LinkToken(bytes: Array(repeating: 3, count: 16))
            var pages: Set<String> = []
            for token in [token, "\(guess)", "x", "%3Cscript%3E"] {
                for rest in ["", "/praatplaat-a3.pdf"] {
                    let page = try await site.get("/praatplaat/\(token)\(rest)")
                    #expect(page.status == .gone)
                    #expect(page.headers[HTTPField.Name("X-Robots-Tag")!] == "noindex, nofollow, noarchive")
                    // All but the way back from the language switch, which is the address that was asked.
                    pages.insert(page.text.replacing(/name="terug" value="[^"]*"/, with: ""))
                }
            }
            #expect(pages.count == 1)
            #expect(pages.first?.contains("Vraag de adviseur") == true)
        }
    }

    @Test func `a code is what the standard says`() throws {
        let code = try #require(QRCode("https://karavaan.example/praatplaat/" + String(repeating: "A", count: 26)))
        #expect(code.size == 33)
        let squares = code.modules.map { $0 ? "#" : "." }.joined()
        let hash = SHA256.hash(data: Data(squares.utf8)).map { String(format: "%02x", $0) }.joined()
        // The eight ways, one for each mask, in which segno, an implementation by others, draws it.
        let drawn = [
            "f7c484705d006ba2", "67284f0e471ae049", "54352e175eaae2f8", "4c8b9bda1ad87263",
            "c317d1fd3fab3b5c", "3e16bace4675a3e2", "88cf9752752e4298", "3163aaf0c20ccdbd",
        ]
        #expect(drawn.contains(String(hash.prefix(16))))
        #expect(QRCode(String(repeating: "x", count: 213)) != nil)
        #expect(QRCode(String(repeating: "x", count: 214)) == nil)
        let small = try #require(QRCode("HELLO"))
        let rows = (0..<small.size).map { y in
            String((0..<small.size).map { x in small[x, y] ? "#" : "." })
        }
        #expect(rows[0].hasPrefix("#######.") && rows[0].hasSuffix(".#######"))
        #expect(rows[6].hasPrefix("#######.#.#.#.#######"))
    }
}

private final class Found: Sendable {
    private let values = Mutex((token: "", link: ""))

    func set(_ token: String) { values.withLock { $0.token = token } }
    func set(link: String) { values.withLock { $0.link = link } }
    var token: String { values.withLock { $0.token } }
    var link: String { values.withLock { $0.link } }
}
