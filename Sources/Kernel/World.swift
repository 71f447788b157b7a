package import Foundation

/// Everything that makes a run differ from the run before it. Nothing else may ask for the time or for a random value.
package struct World: Sendable {
    package var now: @Sendable () -> Date
    package var uuid: @Sendable () -> UUID
    /// So many unpredictable bytes, fit for secrets.
    package var randomBytes: @Sendable (Int) -> [UInt8]

    package init(
        now: @escaping @Sendable () -> Date,
        uuid: @escaping @Sendable () -> UUID,
        randomBytes: @escaping @Sendable (Int) -> [UInt8]
    ) {
        self.now = now
        self.uuid = uuid
        self.randomBytes = randomBytes
    }

    package static let live = live(shiftedBy: 0)

    /// As if it were that day, at the present time on the clock; time goes on as usual from there.
    package static func live(asIf today: Day) -> World {
        live(shiftedBy: Double(today.daysSinceEpoch - Day(Date()).daysSinceEpoch) * 86400)
    }

    private static func live(shiftedBy seconds: TimeInterval) -> World {
        let now: @Sendable () -> Date = { Date().addingTimeInterval(seconds) }
        return World(
            now: now,
            uuid: { UUID.version7(at: now(), random: secureBytes(10)) },
            randomBytes: secureBytes
        )
    }

    package var today: Day { Day(now()) }

    package func id<Subject>(of subject: Subject.Type = Subject.self) -> ID<Subject> { ID(uuid()) }
}

@Sendable private func secureBytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
}

extension UUID {
    /// A UUID that sorts by the millisecond in which it was made: RFC 9562, section 5.7. `random` is ten bytes.
    package static func version7(at moment: Date, random: [UInt8]) -> UUID {
        let milliseconds = UInt64(max(0, moment.timeIntervalSince1970 * 1000))
        let time = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (8 * (5 - UInt64($0)))) }
        let r = random
        return UUID(
            uuid: (
                time[0], time[1], time[2], time[3], time[4], time[5],
                r[0] & 0x0F | 0x70, r[1], r[2] & 0x3F | 0x80, r[3], r[4], r[5], r[6], r[7], r[8], r[9]
            )
        )
    }
}
