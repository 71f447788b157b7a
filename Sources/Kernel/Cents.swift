/// An amount of money in euro cents (*bedrag*): whole, so that sums are exact.
package struct Cents: Hashable, Comparable, Sendable, Codable {
    package var count: Int

    package init(_ count: Int) {
        self.count = count
    }

    package static let zero = Cents(0)

    package init(euros: Int) {
        count = euros * 100
    }

    /// As people type it: `1.250,50`, `1250.5`, `€ 1250`, `1250,-`. Not below zero, and under a billion euros; `nil` for
    /// anything else.
    package init?(typed text: String) {
        let text = text.replacing("€", with: "").replacing(",-", with: "")
        let plain = text.plainNumber
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, String(parts[0]).isASCIIDigits, parts[0].count <= 9, let euros = Int(parts[0]) else {
            return nil
        }
        count = euros * 100
        guard parts.count == 2 else { return }
        guard parts[1].count <= 2, String(parts[1]).isASCIIDigits, let rest = Int(parts[1]) else { return nil }
        count += parts[1].count == 1 ? rest * 10 : rest
    }

    /// What some minutes cost at a price for an hour, to the nearest cent; half a cent goes up.
    package init(minutes: Int, atHourly rate: Cents) {
        count = (minutes * rate.count * 2 + 60) / 120
    }

    /// `1250,50`, which is read as it was.
    package var typed: String {
        let (whole, rest) = abs(count).quotientAndRemainder(dividingBy: 100)
        return "\(count < 0 ? "-" : "")\(whole),\(rest < 10 ? "0" : "")\(rest)"
    }

    package static func < (left: Cents, right: Cents) -> Bool { left.count < right.count }
    package static func + (left: Cents, right: Cents) -> Cents { Cents(left.count + right.count) }
    package static func - (left: Cents, right: Cents) -> Cents { Cents(left.count - right.count) }
    package static func += (left: inout Cents, right: Cents) { left.count += right.count }
    package static prefix func - (cents: Cents) -> Cents { Cents(-cents.count) }
}

extension Sequence where Element == Cents {
    package var sum: Cents { reduce(.zero, +) }
}

extension String {
    /// `1.250,5` and `1250.5` are `1250.5`; `1.250` and `1.250.000` are `1250` and `1250000`, as is written here.
    package var plainNumber: String {
        let text = filter { $0 != " " && $0 != "\u{A0}" }
        if text.contains(",") { return text.replacing(".", with: "").replacing(",", with: ".") }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let hasThousands = (1...3).contains(parts[0].count) && parts[0] != "0"
        return hasThousands && parts.dropFirst().allSatisfy { $0.count == 3 } ? parts.joined() : text
    }
}
