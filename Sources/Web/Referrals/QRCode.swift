import Foundation

/// A square code that a phone reads (*QR-code*, ISO/IEC 18004): bytes, error correction level M, up to version 10,
/// which is enough for an address of 213 characters.
struct QRCode: Equatable, Sendable {
    /// Dark squares on one side.
    let size: Int
    private(set) var modules: [Bool]
    /// What the pattern, and not the text, decides.
    private var isFixed: [Bool]

    subscript(x: Int, y: Int) -> Bool { modules[y * size + x] }

    /// `nil` when the text is too long.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = (1...10).first(where: { QRVersion($0).capacity >= bytes.count }) else { return nil }
        let shape = QRVersion(version)
        size = 17 + 4 * version
        modules = Array(repeating: false, count: size * size)
        isFixed = modules
        drawPatterns(shape)
        drawFormat(mask: 0)
        place(shape.codewords(for: bytes))
        let best = (0..<8).min { masked($0).penalty < masked($1).penalty } ?? 0
        modules = masked(best).modules
    }

    private func masked(_ mask: Int) -> QRCode {
        var code = self
        for y in 0..<size {
            for x in 0..<size where !isFixed[y * size + x] && Self.isInverted(x, y, by: mask) {
                code.modules[y * size + x].toggle()
            }
        }
        code.drawFormat(mask: mask)
        return code
    }

    private static func isInverted(_ x: Int, _ y: Int, by mask: Int) -> Bool {
        switch mask {
        case 0: (x + y) % 2 == 0
        case 1: y % 2 == 0
        case 2: x % 3 == 0
        case 3: (x + y) % 3 == 0
        case 4: (x / 3 + y / 2) % 2 == 0
        case 5: x * y % 2 + x * y % 3 == 0
        case 6: (x * y % 2 + x * y % 3) % 2 == 0
        default: ((x + y) % 2 + x * y % 3) % 2 == 0
        }
    }

    // MARK: The pattern

    private mutating func fix(_ x: Int, _ y: Int, _ isDark: Bool) {
        guard (0..<size).contains(x), (0..<size).contains(y) else { return }
        modules[y * size + x] = isDark
        isFixed[y * size + x] = true
    }

    private mutating func drawPatterns(_ version: QRVersion) {
        for i in 0..<size {
            fix(6, i, i % 2 == 0)
            fix(i, 6, i % 2 == 0)
        }
        for (cx, cy) in [(3, 3), (size - 4, 3), (3, size - 4)] {
            for dy in -4...4 {
                for dx in -4...4 {
                    let ring = max(abs(dx), abs(dy))
                    fix(cx + dx, cy + dy, ring != 2 && ring != 4)
                }
            }
        }
        let spots = version.alignments
        for (i, cx) in spots.enumerated() {
            for (j, cy) in spots.enumerated() {
                let last = spots.count - 1
                if (i, j) == (0, 0) || (i, j) == (0, last) || (i, j) == (last, 0) { continue }
                for dy in -2...2 {
                    for dx in -2...2 { fix(cx + dx, cy + dy, max(abs(dx), abs(dy)) != 1) }
                }
            }
        }
        if let bits = version.versionBits {
            for i in 0..<18 {
                let isDark = bits >> i & 1 == 1
                let (a, b) = (size - 11 + i % 3, i / 3)
                fix(a, b, isDark)
                fix(b, a, isDark)
            }
        }
    }

    /// Level M and the mask, twice, with ten bits to correct them.
    private mutating func drawFormat(mask: Int) {
        var rest = mask
        for _ in 0..<10 { rest = rest << 1 ^ (rest >> 9) * 0x537 }
        let bits = (mask << 10 | rest) ^ 0x5412
        func bit(_ i: Int) -> Bool { bits >> i & 1 == 1 }
        for i in 0...5 { fix(8, i, bit(i)) }
        fix(8, 7, bit(6))
        fix(8, 8, bit(7))
        fix(7, 8, bit(8))
        for i in 9..<15 { fix(14 - i, 8, bit(i)) }
        for i in 0..<8 { fix(size - 1 - i, 8, bit(i)) }
        for i in 8..<15 { fix(8, size - 15 + i, bit(i)) }
        fix(8, size - 8, true)
    }

    /// In columns of two, from the right, up and down by turns.
    private mutating func place(_ codewords: [UInt8]) {
        var i = 0
        var right = size - 1
        while right >= 1 {
            if right == 6 { right = 5 }
            for step in 0..<size {
                let isUpward = (right + 1) & 2 == 0
                let y = isUpward ? size - 1 - step : step
                for x in [right, right - 1] where !isFixed[y * size + x] && i < codewords.count * 8 {
                    modules[y * size + x] = codewords[i / 8] >> UInt8(7 - i % 8) & 1 == 1
                    i += 1
                }
            }
            right -= 2
        }
    }

    // MARK: How hard it is to read

    private var penalty: Int {
        var result = 0
        for isRow in [true, false] {
            for line in 0..<size {
                let squares = (0..<size).map { isRow ? self[$0, line] : self[line, $0] }
                result += Self.runs(squares) + Self.lookalikes(squares)
            }
        }
        for y in 0..<size - 1 {
            for x in 0..<size - 1 {
                let same =
                    self[x, y] == self[x + 1, y] && self[x, y] == self[x, y + 1] && self[x, y] == self[x + 1, y + 1]
                if same { result += 3 }
            }
        }
        let dark = modules.count { $0 }
        return result + abs(dark * 20 - size * size * 10) / (size * size) * 10
    }

    private static func runs(_ squares: [Bool]) -> Int {
        var (result, length) = (0, 1)
        for i in 1..<squares.count {
            length = squares[i] == squares[i - 1] ? length + 1 : 1
            if length == 5 { result += 3 } else if length > 5 { result += 1 }
        }
        return result
    }

    /// What a reader could take for a corner.
    private static func lookalikes(_ squares: [Bool]) -> Int {
        let corner = [true, false, true, true, true, false, true]
        let light = [false, false, false, false]
        return (0...squares.count - 11).count { start in
            let part = Array(squares[start..<start + 11])
            return part == corner + light || part == light + corner
        } * 40
    }
}

extension QRCode {
    /// As a picture that stands in the page itself, with the light edge that readers need.
    var dataAddress: String {
        var path = ""
        for y in 0..<size {
            for x in 0..<size where self[x, y] { path += "M\(x + 4) \(y + 4)h1v1h-1z" }
        }
        let side = size + 8
        let svg =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 \(side) \(side)' shape-rendering='crispEdges'>"
            + "<rect width='\(side)' height='\(side)' fill='#fff'/><path d='\(path)'/></svg>"
        return PrintData.address("image/svg+xml", Array(svg.utf8))
    }
}
