import Fieldwork
import Foundation
import HTTPTypes
import Kernel
import Programmes
import TestSupport
import Testing

@Suite struct PhotoRequestTests {
    private static let example = "00000000-0000-7000-b000-000000000001"
    private static let photo = "00000000-0000-7000-b000-000000000002"

    private static func withExample(_ talk: TalkSite) async throws -> String {
        let path = try await talk.started()
        _ = try await talk.site.post(
            "\(path)/voorbeelden/\(example)",
            ["titel": "Restplaat", "verhaal": "Naar de <vakschool>.", "delen": "nobody"]
        )
        return path
    }

    private static func send(_ talk: TalkSite, _ path: String, _ bytes: [UInt8]) async throws -> Reply {
        try await talk.site.postMultipart(
            "\(path)/voorbeelden/\(example)/fotos",
            ["id": photo],
            files: [.init(field: "foto", name: "IMG_1.jpg", bytes: bytes)]
        )
    }

    @Test func `a photo is added with a form, shown, and erased; sent twice it is there once`() async throws {
        try await TalkSite.serve { talk in
            let path = try await Self.withExample(talk)
            #expect(try await talk.site.get(path + "/plaat?stap=voorbeelden").text.contains("/fotos\""))
            for _ in 1...2 {
                let reply = try await Self.send(talk, path, SampleImage.jpeg)
                #expect(reply.status == .seeOther)
                #expect(reply.location?.contains("#v-\(Self.example)") == true)
            }
            let page = try await talk.site.get(path + "/plaat?stap=voorbeelden").text
            #expect(page.components(separatedBy: "<img src=\"\(path)/fotos/\(Self.photo)\"").count == 2)
            let shown = try await talk.site.get("\(path)/fotos/\(Self.photo)")
            #expect(shown.headers[.contentType] == "image/jpeg")
            #expect(shown.headers[.cacheControl]?.contains("private") == true)
            #expect(shown.headers[HTTPField.Name("X-Content-Type-Options")!] == "nosniff")
            // Also long after the conversation.
            _ = try await talk.site.post(path + "/stand", ["stap": "afronden"])
            #expect(try await talk.site.get(path).text.contains("Wis foto 1"))
            _ = try await talk.site.post("\(path)/fotos/\(Self.photo)/weg")
            #expect(try await talk.site.get("\(path)/fotos/\(Self.photo)").status == .notFound)
        }
    }

    @Test func `what is no photo is refused with what to do`() async throws {
        try await TalkSite.serve { talk in
            let path = try await Self.withExample(talk)
            for bytes in [[], Array("<svg onload='x()'/>".utf8), [0xFF, 0xD8, 0xFF]] {
                let reply = try await Self.send(talk, path, bytes)
                #expect(reply.status == .unprocessableContent)
                #expect(reply.text.contains("Kies een JPEG of PNG."))
            }
            let other = "\(path)/voorbeelden/\(Self.photo)/fotos"
            let missing = try await talk.site.postMultipart(
                other,
                files: [.init(field: "foto", name: "x", bytes: SampleImage.jpeg)]
            )
            #expect(missing.status == .notFound)
        }
    }

    @Test func `a device asks how far it was, and goes on from there`() async throws {
        try await TalkSite.serve { talk in
            let path = try await Self.withExample(talk)
            let conversation = try #require(path.split(separator: "/").last)
            let address = "/werk/mkb-deal-metaal/meenemen/fotos/\(Self.photo)"
            let bytes = SampleImage.jpeg
            func post(_ range: Range<Int>, example: String = Self.example) async throws -> Reply {
                let query = "gesprek=\(conversation)&voorbeeld=\(example)&vanaf=\(range.lowerBound)&van=\(bytes.count)"
                return try await talk.site.postBytes("\(address)?\(query)", Array(bytes[range]))
            }
            #expect(try await talk.site.get(address).text == #"{"received":0}"#)
            #expect(try await post(0..<50).text == #"{"received":50}"#)
            #expect(try await talk.site.get(address).text == #"{"received":50}"#)
            #expect(try await post(0..<20, example: Self.photo).status == .notFound)
            #expect(try await post(50..<bytes.count).text == "{}")
            #expect(try await talk.site.get(address).text == "{}")
            let nonsense = try await talk.site.postBytes(address + "?vanaf=x", [1])
            #expect(nonsense.status == .unprocessableContent)
        }
    }
}
