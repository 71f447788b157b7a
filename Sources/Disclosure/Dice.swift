/// Quick random numbers, the same on every machine: xorshift (Marsaglia 2003). For searches only, not for draws.
struct Dice {
    private var state: UInt64

    init(_ start: UInt64) { state = start }

    /// At least 0 and less than `sides`.
    mutating func roll(_ sides: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(sides))
    }
}
