import Crypto
import Foundation
import HTTPTypes
import Kernel
import Statistics
import Storage
import TestSupport
import Testing

@Suite struct FigurePagesTests {
    private static let figures = "/cijfers/mkb-deal-metaal"

    @Test(arguments: TestDatabase.available)
    func `anybody sees what was published of an area, in words where it is hidden`(kind: TestDatabase) async throws {
        let town = try await PublishedTown(on: kind)
        try await Site.serve(on: town.visits.database, world: town.visits.world, publishing: nil) { site in
            let list = try await site.get("/cijfers")
            #expect(list.text.contains("Proefprogramma metaal"))
            let map = try await site.get(Self.figures)
            #expect(map.status == .ok)
            #expect(map.text.contains("te weinig bedrijven om te tonen"))
            let own = try await site.get("\(Self.figures)/GM0627")
            for words in [
                "Hoe circulair zijn bedrijven in Waddinxveen?", "Doen, per thema", "Midden-Holland", "61%",
                "verborgen om bedrijven te beschermen",
            ] {
                #expect(own.text.contains(words), "\(words)")
            }
            let other = try await site.get("\(Self.figures)/GM0484")
            #expect(other.text.contains("te weinig bedrijven om te tonen. U ziet hier"))
            for wrong in ["GM9999", "PV28~", "midden-holland~"] {
                let reply = try await site.get("\(Self.figures)/\(wrong)")
                #expect(reply.status == .notFound, "\(wrong)")
            }
            let nothing = try await site.get("/cijfers/elders")
            #expect(nothing.status == .notFound)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `all of it can be taken along: table, meaning, bundle and catalogue`(kind: TestDatabase) async throws {
        let town = try await PublishedTown(on: kind)
        let bundle = try await town.publications.bundle(1, of: .metaal)
        try await Site.serve(on: town.visits.database, world: town.visits.world, publishing: nil) { site in
            let page = "\(Self.figures)/publicaties/1"
            let bytes = Data(try #require(bundle).utf8)
            let digest = SHA256.hash(data: bytes).map { String(format: "%02x", $0) }.joined()
            let edition = try await site.get(page)
            #expect(edition.text.contains(digest))
            let table = try await site.get("\(page)/cijfers.csv")
            #expect(table.headers[.contentType]?.hasPrefix("text/csv") == true)
            let lines = table.text.split(separator: "\r\n")
            #expect(lines[0] == "peildatum,onderwerp,onderwerp_naam,gebied,gebied_naam,antwoord,bedrijven")
            #expect(lines.contains("2026-03-02,area,Aantal bedrijven,GM0627,Waddinxveen,,31"))
            #expect(lines.contains { $0.hasPrefix("2026-03-02,need.coaching,") && $0.hasSuffix(",ja,") })
            let meaning = try await site.get("\(page)/cijfers.csv-metadata.json")
            let schema = try JSONDecoder().decode(Meaning.self, from: Data(meaning.text.utf8)).tableSchema
            #expect(schema.columns.map(\.name).joined(separator: ",") == lines[0])
            let same = try await site.get("\(page)/bundel.json")
            #expect(same.text == bundle)
            let catalogue = try await site.get("/cijfers/catalogus.jsonld")
            #expect(catalogue.headers[.contentType]?.hasPrefix("application/ld+json") == true)
            let read = try JSONDecoder().decode(Catalogue.self, from: Data(catalogue.text.utf8))
            #expect(read.datasets.first?.distributions.count == 2)
            for wrong in ["\(page)/geheim.json", "\(Self.figures)/publicaties/2", "\(Self.figures)/publicaties/x"] {
                let reply = try await site.get(wrong)
                #expect(reply.status == .notFound, "\(wrong)")
            }
        }
    }

    @Test func `of nothing published there is nothing to see`() async throws {
        let database = try await TestDatabase.sqlite.make()
        try await Site.serve(on: database) { site in
            let list = try await site.get("/cijfers")
            #expect(list.text.contains("Er is nog niets gepubliceerd"))
            let figures = try await site.get(Self.figures)
            #expect(figures.status == .notFound)
            let catalogue = try await site.get("/cijfers/catalogus.jsonld")
            #expect(catalogue.status == .ok)
        }
    }

    private struct Meaning: Decodable {
        struct Schema: Decodable { let columns: [Column] }
        struct Column: Decodable { let name: String }
        let tableSchema: Schema
    }

    private struct Catalogue: Decodable {
        struct Dataset: Decodable {
            let distributions: [Distribution]
            enum CodingKeys: String, CodingKey { case distributions = "dcat:distribution" }
        }
        struct Distribution: Decodable {}
        let datasets: [Dataset]
        enum CodingKeys: String, CodingKey { case datasets = "dcat:dataset" }
    }
}
