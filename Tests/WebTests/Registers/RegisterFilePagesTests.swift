import Foundation
import HTTPTypes
import Kernel
import Programmes
import Registers
import TestSupport
import Testing

@testable import Web

@Suite struct RegisterFilePagesTests {
    private static let item = "/werk/groene-hart/registers/reststromen/\(id)"
    private static let id = "00000000-0000-7000-a000-000000000001"
    private static let open = "/voortgang/groene-hart/registers/reststromen"

    private func addCopper(_ site: Site) async throws {
        _ = try await site.post(
            "/werk/groene-hart/registers/reststromen/nieuw",
            fields: [("id", Self.id), ("veld-naam", "Koper"), ("veld-soort", "metaal")]
        )
    }

    private func send(_ bytes: [UInt8], _ name: String, _ site: Site) async throws -> Reply {
        try await site.postMultipart(
            "\(Self.item)/bestanden",
            ["veld": "foto"],
            files: [.init(field: "veld-foto", name: name, bytes: bytes)]
        )
    }

    /// The identifier of the file that the page of the item leads to.
    private func file(_ site: Site) async throws -> String {
        let text = try await site.get(Self.item).text
        let match = try #require(text.firstMatch(of: /bestanden\/([0-9a-f-]{36})/))
        return String(match.1)
    }

    @Test(arguments: TestDatabase.available)
    func `a keeper adds a photo, everybody sees it once the item is public, and it is gone when it is erased`(
        kind: TestDatabase
    ) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: try GroeneHart.programme()) { site in
            try await addCopper(site)
            let refused = try await send(Array("<script>".utf8), "verslag.pdf", site)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("href=\"#veld-foto\""))
            #expect(refused.text.contains("Kies een foto (JPEG of PNG), een PDF"))
            #expect(try await send([], "", site).status == .unprocessableContent)
            let large = try await send(Array("%PDF-".utf8) + Array(repeating: 1, count: 11_500_000), "groot.pdf", site)
            #expect(large.status == .unprocessableContent)
            #expect(large.text.contains("Dit bestand is groter dan 10 MB."))
            for _ in 1...2 {
                #expect(try await send(SampleImage.png, "koper.png", site).location == "\(Self.item)?melding=bewaard")
            }
            let file = try await self.file(site)
            let page = try await site.get(Self.item)
            #expect(page.text.contains("koper.png"))
            #expect(page.text.contains("alt=\"Foto van Koper\""))
            #expect(page.text.contains("src=\"\(Self.item)/bestanden/\(file)\""))
            let photo = try await site.get("\(Self.item)/bestanden/\(file)")
            #expect(photo.headers[.contentType] == "image/png")
            #expect(photo.headers[.cacheControl]?.contains("no-store") ?? false)

            let address = "\(Self.open)/\(Self.id)/bestanden/\(file)"
            #expect(try await site.get(address).status == .notFound)
            #expect(try await !site.get("/voortgang/groene-hart").text.contains("<figure>"))
            _ = try await site.post("\(Self.item)/stand", ["stand": "onderzocht"])
            #expect(try await site.get(address).headers[.contentType] == "image/png")
            let progress = try await site.get("/voortgang/groene-hart")
            #expect(progress.text.contains("alt=\"Foto van Koper\""))
            #expect(progress.text.contains(address))
            let list = try await site.get(Self.open)
            #expect(list.text.contains(address))
            // What a telephone calls a photo is nobody's business.
            #expect(!list.text.contains("koper.png"))
            // Of another municipality.
            #expect(try await !site.get("/voortgang/groene-hart?gemeente=GM0484").text.contains(address))

            let gone = try await site.post("\(Self.item)/bestanden/\(file)/weg")
            #expect(gone.location == "\(Self.item)?melding=verwijderd")
            #expect(try await site.get(address).status == .notFound)
            #expect(try await site.get("\(Self.item)/bestanden/\(file)").status == .notFound)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a file from elsewhere is to be kept and never shown as a page, and others may not add one`(
        kind: TestDatabase
    ) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.alphen, publishing: try GroeneHart.programme()) { site in
            try await addCopper(site)
            _ = try await send(Array("<html>".utf8), "pagina.txt", site)
        }
        try await Site.serve(on: database, as: GroeneHart.manager, publishing: nil) { site in
            let file = try await self.file(site)
            let reply = try await site.get("\(Self.item)/bestanden/\(file)")
            #expect(reply.headers[.contentType] == "text/plain")
            #expect(reply.headers[.contentDisposition]?.hasPrefix("attachment; filename=\"pagina.txt\"") ?? false)
            #expect(reply.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
            let page = try await site.get(Self.item)
            #expect(!page.text.contains("type=\"file\""))
            #expect(!page.text.contains("/weg\""))
            #expect(try await send(SampleImage.png, "x.png", site).status == .forbidden)
            let removal = try await site.post("\(Self.item)/bestanden/\(file)/weg")
            #expect(removal.status == .forbidden)
        }
        try await Site.serve(on: database, as: GroeneHart.woerden, publishing: nil) { site in
            let refused = try await send(SampleImage.png, "x.png", site)
            #expect(refused.status == .forbidden)
        }
    }
}
