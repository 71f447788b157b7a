import App
import Fieldwork
import Foundation
import Kernel
import Statistics
import Storage
import TestSupport

/// A programme of which something was published, and in which more happened since.
struct PublishedTown: Sendable {
    let visits: Visits
    let publications: Publications

    /// Companies that were published, of which a part does something; and companies and parts of all there are now.
    static let published = 31, doing = 19, all = 37, doingNow = 24

    init(on kind: TestDatabase) async throws {
        visits = try await Visits(on: kind)
        publications = Publications(database: visits.database, world: visits.world, programmes: visits.programmes)
        try await visit(1...Self.published, doing: Self.doing)
        try await publish()
        visits.move(to: Day("2026-03-20")!)
        try await visit((Self.published + 1)...Self.all, doing: Self.published + Self.doingNow - Self.doing)
    }

    private func visit(_ numbers: ClosedRange<Int>, doing last: Int) async throws {
        for number in numbers {
            _ = try await visits.visit(
                "Bedrijf \(number)",
                doing: number <= last ? ["PP02"] : ["PP14"],
                ambition: number.isMultiple(of: 3) ? ["PR12"] : []
            )
        }
    }

    /// Made by one, published by another.
    func publish() async throws {
        var form = PublicationForm()
        form.measuredOn = visits.world.today.description
        form.kind = Statistics.Publication.Kind.regular.rawValue
        let id = try await publications.begin(form, in: .metaal, as: .projectLeader)
        try await publications.compute(id, in: .metaal)
        try await publications.publish(id, in: .metaal, as: .programmeManager)
    }
}
