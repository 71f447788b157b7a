import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Web

@Suite struct TakeAlongRequestTests {
    private let road = "/werk/mkb-deal-metaal/meenemen"

    @Test(arguments: Language.allCases)
    func `the page that is kept is in its own language, and the same for everybody`(language: Language) async throws {
        try await TalkSite.serve(language: .dutch) { talk in
            let reply = try await talk.site.get("/onderweg/\(language.rawValue)")
            #expect(reply.status == .ok)
            #expect(reply.text.contains("<html lang=\"\(language.rawValue)\">"))
            #expect(!reply.text.contains("Iris Vraagt") && !reply.text.contains("name=\"_token\""))
            let stranger = try await talk.site.get("/onderweg/\(language.rawValue)", headers: [.cookie: ""])
            #expect(stranger.text == reply.text)
        }
    }

    @Test func `there is no page in a language that is not spoken`() async throws {
        try await TalkSite.serve { talk in
            let status = try await talk.site.get("/onderweg/fr").status
            #expect(status == .notFound)
            let location = try await talk.site.get("/onderweg").location
            #expect(location == "/onderweg/nl")
        }
    }

    @Test func `everything that the kept page asks for is in the list of what is kept`() async throws {
        try await TalkSite.serve { talk in
            let worker = try await talk.site.get("/onderweg/werker.js")
            #expect(worker.headers[HTTPField.Name("Service-Worker-Allowed")!] == "/onderweg")
            #expect(worker.headers[.contentType]?.hasPrefix("text/javascript") == true)
            let page = try await talk.site.get("/onderweg/nl").text
            let asked = page.matches(of: #/(?:src|href)="(/assets/[^"]+)"/#).map { String($0.1) }
            #expect(asked.count > 5)
            for address in asked {
                #expect(worker.text.contains("\"\(address)\""), "\(address) is not kept")
                let status = try await talk.site.get(address).status
                #expect(status == .ok)
            }
            // What a script imports lies beside it.
            for line in worker.text.matches(of: #/"(/assets/([0-9a-f]+)/[a-z-]+\.js)"/#) {
                let script = try await talk.site.get(String(line.1)).text
                for found in script.matches(of: #/(?:from|import\() ?"\./([a-z-]+\.js)"/#) {
                    let address = "/assets/\(line.2)/\(found.1)"
                    #expect(worker.text.contains("\"\(address)\""), "\(line.1) imports \(found.1)")
                }
            }
        }
    }

    @Test func `it can be installed, and starts in the language of the reader`() async throws {
        try await TalkSite.serve(language: .english) { talk in
            let reply = try await talk.site.get("/onderweg/karavaan.webmanifest")
            #expect(reply.headers[.contentType] == "application/manifest+json")
            let manifest = try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
            #expect(manifest["start_url"] as? String == "/onderweg/en")
            #expect(manifest["display"] as? String == "standalone")
        }
    }

    @Test func `a package has one's own conversations, and nothing of other companies`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.planned()
            let reply = try await talk.site.get(road + "/pakket?van=2026-03-02&tot=2026-03-08")
            #expect(reply.status == .ok)
            let package = try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
            let talks = try #require(package["talks"] as? [[String: Any]])
            #expect(talks.map { "\(talk.base)/\($0["id"] ?? "")" } == [path])
            let rows = try #require(package["rows"] as? [String: String])
            #expect(rows.keys.sorted() == Programme.sample.sheet.themes.map(\.code.description).sorted())
            #expect(rows["product"]?.contains("data-activity=\"PR12\"") == true)
            let picture = try #require(package["picture"] as? String)
            #expect(picture.contains("data-when=\"product:PR12"))
            let elsewhere = try await talk.site.get(road + "/pakket?van=2026-04-01&tot=2026-04-02")
            #expect(!elsewhere.text.contains("Vonk"))
        }
    }

    @Test(arguments: ["", "?van=2026-03-02", "?van=2026-03-09&tot=2026-03-02", "?van=gisteren&tot=morgen"])
    func `a package of no days is refused`(query: String) async throws {
        try await TalkSite.serve { talk in
            let status = try await talk.site.get(road + "/pakket" + query).status
            #expect(status == .unprocessableContent)
        }
    }

    @Test func `each item gets its own answer, in words where it is refused`() async throws {
        try await TalkSite.serve { talk in
            let id = String(try await talk.planned().split(separator: "/").last ?? "")
            let moment = Int(World.fixed().now().timeIntervalSince1970 * 1000)
            func uuid(_ number: Int) -> String { "00000000-0000-7000-b000-00000000000\(number)" }
            let body = """
                {"device": "tablet", "sentAt": \(moment), "items": [
                 {"id": "\(uuid(1))", "kind": "start", "conversation": "\(id)", "sheetVersion": 1, "day": "2026-03-02"},
                 {"id": "\(uuid(2))", "kind": "ticks", "conversation": "\(id)", "ticks": [
                  {"id": "\(uuid(3))", "activity": "PR12", "mark": "doing", "isOn": true, "madeAt": \(moment)}]},
                 {"id": "\(uuid(4))", "kind": "example", "conversation": "\(id)", "example": "\(uuid(5))", "fields":
                  {"title": "", "story": "", "costs": "", "brings": "", "activity": "", "audience": "", "until": "", "givenBy": ""}},
                 {"id": "\(uuid(6))", "kind": "finish", "conversation": "\(uuid(7))"}
                ]}
                """
            for _ in 1...2 {
                let reply = try await talk.site.json(.post, road + "/verzenden", body)
                #expect(reply.status == .ok)
                let answer = try #require(try JSONSerialization.jsonObject(with: Data(reply.bytes)) as? [String: Any])
                let outcomes = try #require(answer["outcomes"] as? [[String: Any]])
                #expect(outcomes.map { $0["state"] as? String } == ["done", "done", "refused", "early"])
                let message = try #require(outcomes[2]["message"] as? String)
                #expect(message.split(separator: "\n").count == 3, "all that is wrong is said at once: \(message)")
            }
            let sheet = try await talk.site.get("\(talk.base)/\(id)/plaat?thema=product").text
            #expect(sheet.contains("PR12:doing:0"))
        }
    }

    @Test(arguments: [
        "", "{", "[]", #"{"device": "x", "sentAt": 1, "items": [{"kind": "wissen"}]}"#, #"{"items": []}"#,
    ])
    func `what cannot be read is refused whole, and nothing happens`(body: String) async throws {
        try await TalkSite.serve { talk in
            let status = try await talk.site.json(.post, road + "/verzenden", body).status
            #expect(status == .unprocessableContent)
        }
    }

    @Test func `a session says who is signed in and where they hold conversations`() async throws {
        try await TalkSite.serve { talk in
            let reply = try await talk.site.get("/onderweg/sessie", headers: [.accept: "application/json"])
            #expect(reply.text.contains("\"programmes\":[\"mkb-deal-metaal\"]"))
        }
        try await TalkSite.serve(as: .municipality) { talk in
            let reply = try await talk.site.get("/onderweg/sessie", headers: [.accept: "application/json"])
            #expect(reply.text.contains("\"programmes\":[]"))
        }
    }

    @Test func `the live picture has every look that the drawn one can have`() async throws {
        try await TalkSite.serve { talk in
            let path = try await talk.started()
            let live = try await talk.site.get(path + "/plaat/beeld.svg?levend").text
            #expect(live.contains("data-look=\"done\"") && live.contains("data-look=\"wanted\""))
            #expect(live.contains("Vonk &amp; &lt;b&gt;Zonen"), "a name is text")
            let drawn = try await talk.site.get(path + "/plaat/beeld.svg").text
            #expect(!drawn.contains("data-look"))
        }
    }
}
