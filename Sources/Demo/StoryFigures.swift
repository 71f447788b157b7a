import Foundation
import Kernel
import Programmes
import Statistics

extension Story {
    /// What was published now and then, as often as enough companies joined: made by one, looked at and published by
    /// another.
    func publishFigures(every quarters: Int, progress: (Double) -> Void) async throws {
        let over = programme.plan.map(\.quarter).filter { $0.lastDay.adding(days: 12) < calendar.today }
        let chosen = over.indices.filter { $0 % quarters == min(1, quarters - 1) }.map { over[$0] }
        for (index, quarter) in chosen.enumerated() {
            clock.move(to: quarter.lastDay.adding(days: 6), hour: 10)
            var form = PublicationForm()
            form.id = clock.world.uuid().uuidString
            form.measuredOn = quarter.lastDay.description
            form.kind = Publication.Kind.regular.rawValue
            let id = try await publications.begin(form, in: programme.id, as: people.projectLeader)
            try await publications.compute(id, in: programme.id)
            clock.move(to: quarter.lastDay.adding(days: 8), hour: 14)
            try await publications.publish(id, in: programme.id, as: people.programmeManager)
            progress(Double(index + 1) / Double(chosen.count))
        }
    }
}
