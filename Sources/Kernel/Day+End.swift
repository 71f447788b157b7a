package import Foundation

extension Day {
    /// The midnight with which it ends in Amsterdam. Clocks change later in the night than that.
    package var end: Date {
        let midnight = Date(timeIntervalSince1970: Double(daysSinceEpoch + 1) * 86_400)
        let offset = Amsterdam.timeZone.secondsFromGMT(for: midnight.addingTimeInterval(-7200))
        return midnight.addingTimeInterval(-Double(offset))
    }
}
