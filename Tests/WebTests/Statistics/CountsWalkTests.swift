import App
import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Programmes
import Statistics
import Storage
import TestSupport
import Testing

@testable import Web

/// Walks every address as a municipality and as anybody: no count of companies but what was published.
@Suite struct CountsWalkTests {
    private static let values = [
        "programme": "mkb-deal-metaal", "area": "GM0627", "number": "1", "initiative": "VTM", "file": "cijfers.csv",
        "indicator": "doel-gesprekken",
    ]

    private static func addresses() async throws -> [String] {
        let routes = try await RoutingTable.ofTheSite().routes
        return routes.filter { $0.method == .get && !$0.template.hasSuffix(".pdf") }.map { route in
            route.template.split(separator: "/").map { part in
                guard part.hasPrefix("{"), let end = part.firstIndex(of: "}") else { return String(part) }
                let name = String(part[part.index(after: part.startIndex)..<end])
                return (values[name] ?? "00000000-0000-7000-8000-00000000ffff") + part[part.index(after: end)...]
            }.joined(separator: "/")
        }.map { "/" + $0 }
    }

    /// Whole numbers that are read on a page: not in addresses, colours or the shape of a drawing.
    private static func numbers(in text: String) -> Set<Int> {
        let plain = text.replacing(/<script.*?<\/script>/, with: " ").replacing(/<[^>]*>/, with: " ")
        return Set(plain.split { !$0.isLetter && !$0.isNumber }.compactMap { Int($0) })
    }

    @Test(arguments: TestDatabase.available)
    func `a municipality and the public see no count of companies that was not published`(
        kind: TestDatabase
    ) async throws {
        let town = try await PublishedTown(on: kind)
        let secret: Set = [PublishedTown.all, PublishedTown.doingNow, PublishedTown.all - PublishedTown.doingNow]
        let figures = try await town.publications.figures(of: .metaal)
        let known = Set(try #require(figures.last).rows.compactMap(\.count))
        #expect(known.contains(PublishedTown.published) && known.contains(PublishedTown.doing))
        #expect(known.isDisjoint(with: secret))
        let addresses = try await Self.addresses()
        #expect(addresses.count > 60)
        for principal in [Principal.municipality, nil] {
            try await Site.serve(on: town.visits.database, as: principal, world: town.visits.world, publishing: nil) {
                site in
                var seen: Set<Int> = []
                for address in addresses {
                    let reply = try await site.get(address)
                    guard reply.status == .ok else { continue }
                    let numbers = Self.numbers(in: reply.text)
                    #expect(numbers.isDisjoint(with: secret), "\(address) tells \(numbers.intersection(secret))")
                    for mark in reply.text.matches(of: /<data value="(\d+)" class="count">/) {
                        let count = try #require(Int(mark.output.1))
                        #expect(known.contains(count), "\(address) counts \(count)")
                        seen.insert(count)
                    }
                }
                #expect(seen.contains(PublishedTown.published) && seen.contains(PublishedTown.doing))
            }
        }
        // The same walk finds what is not published with who may see it.
        try await Site.serve(
            on: town.visits.database,
            as: .projectLeader,
            world: town.visits.world,
            publishing: nil
        ) { site in
            let page = try await site.get("/werk/mkb-deal-metaal")
            #expect(Self.numbers(in: page.text).contains(PublishedTown.all))
        }
    }
}
