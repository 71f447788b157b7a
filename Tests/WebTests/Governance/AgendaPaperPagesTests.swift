import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@testable import Web

@Suite struct AgendaPaperPagesTests {
    private static let meeting = "/werk/groene-hart/overleg/\(uuid(1))"
    private static let item = uuid(2)

    private static func uuid(_ number: Int) -> String { String(format: "00000000-0000-7000-a000-%012d", number) }

    private func meet(_ site: Site) async throws {
        let body = try GroeneHart.programme().actionPlan!.bodies[0].code.description
        _ = try await site.post(
            "/werk/groene-hart/overleg/nieuw",
            ["id": Self.uuid(1), "overleg": body, "dag": "2026-04-02"]
        )
        _ = try await site.post(
            "\(Self.meeting)/agenda",
            ["id": Self.item, "onderwerp": "Begroting", "wat": "decide"]
        )
    }

    private func send(_ bytes: [UInt8], _ name: String, to item: String = item, _ site: Site) async throws -> Reply {
        try await site.postMultipart(
            "\(Self.meeting)/agenda/\(item)/stukken",
            files: [.init(field: "stuk", name: name, bytes: bytes)]
        )
    }

    /// The address of the only paper there is.
    private func paper(_ site: Site) async throws -> String {
        let match = try #require(try await site.get(Self.meeting).text.firstMatch(of: /stukken\/([0-9a-f-]{36})/))
        return "\(Self.meeting)/stukken/\(match.1)"
    }

    @Test(arguments: TestDatabase.available)
    func `a paper is added, read and erased on the page of its meeting`(kind: TestDatabase) async throws {
        let database = try await kind.make()
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: try GroeneHart.programme()) { site in
            try await meet(site)
            let refused = try await send(Array("<script>".utf8), "begroting.pdf", site)
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("href=\"#stuk-\(Self.item)\""))
            #expect(refused.text.contains("Kies een foto (JPEG of PNG), een PDF"))
            #expect(try await send([], "", site).status == .unprocessableContent)
            let large = try await send(Array("%PDF-".utf8) + Array(repeating: 1, count: 11_500_000), "groot.pdf", site)
            #expect(large.text.contains("Dit bestand is groter dan 10 MB."))
            let nowhere = try await send(Array("%PDF-1".utf8), "a.pdf", to: Self.uuid(9), site)
            #expect(nowhere.status == .notFound)
            for _ in 1...2 {
                let added = try await send(Array("<html>".utf8), "begroting 2026.txt", site)
                #expect(added.location == "\(Self.meeting)?melding=bewaard")
            }
        }
        try await Site.serve(on: database, as: GroeneHart.manager, publishing: nil) { site in
            let text = try await site.get(Self.meeting).text
            #expect(text.components(separatedBy: "begroting 2026.txt").count == 2)
            #expect(!text.contains("type=\"file\""))
            #expect(!text.contains("/weg\""))
            let paper = try await paper(site)
            let reply = try await site.get(paper)
            #expect(reply.text == "<html>")
            #expect(reply.headers[.contentType] == "text/plain")
            #expect(reply.headers[.contentDisposition]?.hasPrefix("attachment;") ?? false)
            #expect(reply.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
            #expect(try await send(SampleImage.png, "x.png", site).status == .forbidden)
            #expect(try await site.post("\(paper)/weg").status == .forbidden)
        }
        try await Site.serve(on: database, as: GroeneHart.leader, publishing: nil) { site in
            let paper = try await paper(site)
            for _ in 1...2 {
                #expect(try await site.post("\(paper)/weg").location == "\(Self.meeting)?melding=verwijderd")
            }
            #expect(try await site.get(paper).status == .notFound)
            #expect(try await !site.get(Self.meeting).text.contains("begroting 2026.txt"))
        }
    }
}
