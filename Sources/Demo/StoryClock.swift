import Foundation
import Kernel
import Synchronization

/// A world in which the story of the demonstration takes place: its time goes where the story goes, and its chance is
/// thrown with dice, so that everything is the same in every run.
final class StoryClock: Sendable {
    private let state: Mutex<(now: Date, dice: Dice)>

    init(seed: UInt64) {
        state = Mutex((now: Date(timeIntervalSince1970: 0), dice: Dice("identifiers", seed: seed)))
    }

    var world: World {
        World(
            now: { self.state.withLock { $0.now } },
            uuid: { self.state.withLock { $0.dice.uuid(at: $0.now) } },
            randomBytes: { count in self.state.withLock { $0.dice.bytes(count) } }
        )
    }

    /// To a day, at a time on the clock in Amsterdam.
    func move(to day: Day, hour: Int, minute: Int = 0) {
        let seconds = Double((hour - 12) * 3600 + minute * 60)
        state.withLock { $0.now = day.noon.addingTimeInterval(seconds) }
    }

    func advance(minutes: Int) {
        state.withLock { $0.now.addTimeInterval(Double(minutes * 60)) }
    }

    var now: Date { state.withLock { $0.now } }
    var today: Day { Day(now) }
}
