/// The sizes in which a code comes, and how its bytes are made safe against stains.
struct QRVersion {
    let number: Int

    init(_ number: Int) {
        self.number = number
    }

    private static let totals = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346]
    private static let corrections = [10, 16, 26, 18, 24, 16, 18, 22, 22, 26]
    private static let blockCounts = [1, 1, 1, 2, 2, 4, 4, 4, 5, 5]

    private var total: Int { Self.totals[number - 1] }
    private var correction: Int { Self.corrections[number - 1] }
    private var blockCount: Int { Self.blockCounts[number - 1] }
    private var dataCount: Int { total - correction * blockCount }
    private var lengthBits: Int { number < 10 ? 8 : 16 }

    /// How many bytes of text fit.
    var capacity: Int { (dataCount * 8 - 4 - lengthBits) / 8 }

    /// Where the small squares are, on both axes.
    var alignments: [Int] {
        switch number {
        case 1: []
        case 2...6: [6, 10 + 4 * number]
        default: [6, 8 + 2 * number, 10 + 4 * number]
        }
    }

    /// From version 7 on the code says which it is.
    var versionBits: Int? {
        guard number >= 7 else { return nil }
        var rest = number
        for _ in 0..<12 { rest = rest << 1 ^ (rest >> 11) * 0x1F25 }
        return number << 12 | rest
    }

    /// The text with its corrections, in the order in which it is drawn.
    func codewords(for text: [UInt8]) -> [UInt8] {
        let data = padded(text)
        let short = total / blockCount - correction
        let longCount = total % blockCount
        var blocks: [[UInt8]] = []
        var start = 0
        for block in 0..<blockCount {
            let length = short + (block >= blockCount - longCount ? 1 : 0)
            blocks.append(Array(data[start..<start + length]))
            start += length
        }
        let corrections = blocks.map { ReedSolomon.remainder(of: $0, degree: correction) }
        var result: [UInt8] = []
        for i in 0...short { for block in blocks where i < block.count { result.append(block[i]) } }
        for i in 0..<correction { for block in corrections { result.append(block[i]) } }
        return result
    }

    private func padded(_ text: [UInt8]) -> [UInt8] {
        var bits: [Bool] = []
        func append(_ value: Int, _ count: Int) {
            for i in stride(from: count - 1, through: 0, by: -1) { bits.append(value >> i & 1 == 1) }
        }
        append(0b0100, 4)
        append(text.count, lengthBits)
        for byte in text { append(Int(byte), 8) }
        append(0, min(4, dataCount * 8 - bits.count))
        append(0, (8 - bits.count % 8) % 8)
        var bytes = stride(from: 0, to: bits.count, by: 8).map { start in
            bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | ($1 ? 1 : 0) }
        }
        let filling: [UInt8] = [0xEC, 0x11]
        for i in 0..<dataCount - bytes.count { bytes.append(filling[i % 2]) }
        return bytes
    }
}

/// Arithmetic in the field of 256 elements, modulo x⁸ + x⁴ + x³ + x² + 1.
private enum ReedSolomon {
    static func remainder(of data: [UInt8], degree: Int) -> [UInt8] {
        let divisor = generator(degree)
        var result = [UInt8](repeating: 0, count: degree)
        for byte in data {
            let factor = byte ^ result.removeFirst()
            result.append(0)
            for i in 0..<degree { result[i] ^= product(divisor[i], factor) }
        }
        return result
    }

    /// The product of (x − 2⁰) … (x − 2^(degree−1)), without its leading 1.
    private static func generator(_ degree: Int) -> [UInt8] {
        var result = [UInt8](repeating: 0, count: degree - 1) + [1]
        var root: UInt8 = 1
        for _ in 0..<degree {
            for i in 0..<degree {
                result[i] = product(result[i], root)
                if i + 1 < degree { result[i] ^= result[i + 1] }
            }
            root = product(root, 2)
        }
        return result
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var result = 0
        for i in stride(from: 7, through: 0, by: -1) {
            result = result << 1 ^ (result >> 7) * 0x11D
            if right >> UInt8(i) & 1 == 1 { result ^= Int(left) }
        }
        return UInt8(truncatingIfNeeded: result)
    }
}
