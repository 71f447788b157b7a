import Foundation
package import Kernel
import Synchronization

/// A day that a test moves; it is always noon. Identifiers are new each time.
package final class MovingDay: Sendable {
    private let day: Mutex<Day>

    package init(_ first: String) {
        day = Mutex(Day(first)!)
    }

    package func move(to next: String) { day.withLock { $0 = Day(next)! } }

    package var world: World {
        World(
            now: { self.day.withLock { $0.noon } },
            uuid: { UUID() },
            randomBytes: { Array(repeating: 7, count: $0) }
        )
    }
}
