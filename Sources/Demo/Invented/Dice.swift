import Foundation
import Kernel

/// A source of chance that throws the same every time it starts from the same seed: SplitMix64 (Steele, Lea and
/// Flood 2014). Every part of the demonstration has dice of its own, so that adding to one does not change the others.
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(_ purpose: String, seed: UInt64) {
        // FNV-1a of the purpose; Swift's own hash differs per run.
        state = purpose.utf8.reduce(seed ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    /// True with this probability.
    mutating func throwsUnder(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &self) < probability }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

    mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }

    /// One of the elements, each with a chance in proportion to its weight.
    mutating func pick<Element>(weighted elements: [(Element, Double)]) -> Element {
        var rest = Double.random(in: 0..<elements.reduce(0) { $0 + $1.1 }, using: &self)
        for (element, weight) in elements {
            rest -= weight
            if rest < 0 { return element }
        }
        return elements[elements.count - 1].0
    }

    mutating func bytes(_ count: Int) -> [UInt8] { (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) } }

    mutating func uuid(at moment: Date) -> UUID { .version7(at: moment, random: bytes(10)) }
}
