import App
import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct ImportPagesTests {
    private static let imports = "/werk/mkb-deal-metaal/bedrijven/inlezen"
    private let id = "00000000-0000-7000-8000-cccccccccccc"

    private func upload(_ site: Site, _ bytes: [UInt8], name: String = "lijst.csv") async throws -> Reply {
        try await site.postMultipart(
            Self.imports,
            ["id": id],
            files: [.init(field: "bestand", name: name, bytes: bytes)]
        )
    }

    private let columns: KeyValuePairs = ["kolom-0": "name", "kolom-1": "kvkNumber", "kolom-2": "postcode"]

    @Test(arguments: TestDatabase.available)
    func `from upload to result, without a script, with every button pressed twice`(kind: TestDatabase) async throws {
        try await Site.serve(on: try await kind.make(), as: .projectLeader) { site in
            #expect(try await site.get(Self.imports).text.contains("enctype=\"multipart/form-data\""))
            // As Excel writes it, in Windows-1252.
            let file =
                Array("Naam;KvK;Postcode\r\nCaf".utf8) + [0xE9]
                + Array(
                    " Staal;11111111;2404AB\r\n\"=1+1<b>\";22222222;2741 AB\r\nKapot;3;2741 AB\r\n".utf8
                )
            for _ in 1...2 {
                let reply = try await upload(site, file)
                #expect(reply.status == .seeOther)
                #expect(reply.location == "\(Self.imports)/\(id)")
            }
            let page = "\(Self.imports)/\(id)"
            let match = try await site.get(page).text
            #expect(match.contains("Windows-1252") && match.contains("Café Staal"))
            #expect(match.contains("value=\"kvkNumber\" selected"))
            for _ in 1...2 { #expect(try await site.post(page + "/kolommen", columns).status == .seeOther) }
            let preview = try await site.get(page).text
            #expect(preview.contains("Het KvK-nummer heeft geen 8 cijfers. Er staat: “3”."))
            #expect(preview.contains("Laat de foute regel weg"))
            let wrong = try await site.get(page + "/foute-regels")
            #expect(wrong.text.contains("Kapot;3;2741 AB;4;"))
            let refused = try await site.post(page + "/bevestigen")
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("Kruis aan dat u ze weglaat"))
            for _ in 1...2 {
                #expect(try await site.post(page + "/bevestigen", ["weglaten": "ja"]).status == .seeOther)
            }
            #expect(try await site.get(page).text.contains("Het bestand is ingelezen"))
            let list = try await site.get("/werk/mkb-deal-metaal/bedrijven").text
            #expect(list.contains("<strong>2 bedrijven</strong>"))
            #expect(list.contains("Café Staal") && list.contains("=1+1&lt;b&gt;"))
        }
    }

    @Test func `what is no list is refused with a reason at the field`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .projectLeader) { site in
            for (bytes, words) in [
                ([], "geen regels"), ([0x50, 0x4B, 3, 4, 0], "CSV UTF-8"),
                (Array(repeating: 65, count: 10 * 1024 * 1024 + 1), "groter dan 10 MB"),
                (Array(repeating: 65, count: 11 * 1024 * 1024), "groter dan 10 MB"),
                (Array("naam\n".utf8) + Array(String(repeating: "x\n", count: 50_001).utf8), "50.000 regels"),
            ] as [([UInt8], String)] {
                let reply = try await upload(site, bytes)
                #expect(reply.status == .unprocessableContent)
                #expect(reply.text.contains(words) && reply.text.contains("href=\"#bestand\""))
            }
            #expect(try await upload(site, Array(repeating: 65, count: 13 * 1024 * 1024)).status == .contentTooLarge)
            #expect(try await site.postRaw(Self.imports, "onzin").status == .forbidden)
            #expect(try await site.get("\(Self.imports)/\(id)").status == .notFound)
            #expect(try await site.get("\(Self.imports)/onzin").status == .notFound)
        }
    }

    @Test func `columns that cannot work come back with the reason and the choice`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .projectLeader) { site in
            _ = try await upload(site, Array("a;b;c\n1;2;3\n".utf8), name: "../../<x>\".csv")
            let page = "\(Self.imports)/\(id)"
            let reply = try await site.post(
                page + "/kolommen",
                ["kolom-0": "city", "kolom-1": "city", "kolom-9": "name"]
            )
            #expect(reply.status == .unprocessableContent)
            #expect(reply.text.contains("Kies welke kolom de naam van het bedrijf is."))
            #expect(reply.text.contains("Twee kolommen"))
            #expect(reply.text.contains("value=\"city\" selected"))
            #expect(!reply.text.contains("<x>"))
            #expect(try await site.post(page + "/bevestigen").status == .conflict)
            #expect(try await site.post(page + "/stoppen").status == .seeOther)
            #expect(try await site.post(page + "/stoppen").status == .seeOther)
            #expect(try await site.get(page).status == .notFound)
        }
    }

    @Test func `a company that appears after the preview sends the reader back to a new one`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .projectLeader) { site in
            _ = try await upload(site, Array("Naam;KvK;Postcode\nSmit;11111111;2404AB\nZee;;2741AB\n".utf8))
            let page = "\(Self.imports)/\(id)"
            _ = try await site.post(page + "/kolommen", columns)
            _ = try await site.post(
                "/werk/mkb-deal-metaal/bedrijven/nieuw",
                ["id": UUID().uuidString, "name": "Smit", "kvkNumber": "11111111", "postcode": "2404AB"]
            )
            let reply = try await site.post(page + "/bevestigen")
            #expect(reply.status == .conflict)
            #expect(reply.text.contains("Intussen is er een bedrijf gewijzigd"))
            #expect(try await site.post(page + "/bevestigen").status == .seeOther)
            #expect(try await site.get("/werk/mkb-deal-metaal/bedrijven").text.contains("<strong>2 bedrijven</strong>"))
        }
    }

    @Test func `an upload without the token of our own page is refused`() async throws {
        try await Site.serve(on: try await TestDatabase.sqlite.make(), as: .projectLeader) { site in
            let reply = try await site.postMultipart(
                Self.imports,
                ["id": id],
                files: [.init(field: "bestand", name: "x.csv", bytes: Array("naam;plaats\na;b\n".utf8))],
                withToken: false
            )
            #expect(reply.status == .forbidden)
        }
    }

    @Test func `a form with a file is taken apart, whatever the file holds`() throws {
        let body =
            "--b\r\nContent-Disposition: form-data; name=\"id\"\r\n\r\n1\r\n--b\r\n"
            + "Content-Disposition: form-data; name=\"f\"; filename=\"a%22.csv\"\r\nContent-Type: text/csv\r\n\r\n"
            + "-b\r\n--c\r\n\r\n--\r\n--b--\r\n"
        let form = try #require(Multipart(Array(body.utf8), boundary: "b"))
        #expect(form.text("id") == "1")
        #expect(form["f"]?.fileName == "a\".csv")
        #expect(form["f"]?.bytes == Array("-b\r\n--c\r\n\r\n--".utf8))
        #expect(form["x"] == nil)
        for bytes in [[], Array("--".utf8), Array("--b".utf8), Array("--b\r\n\r\n--b--".utf8), [0, 255]] as [[UInt8]] {
            _ = Multipart(bytes, boundary: "b")
        }
    }
}
