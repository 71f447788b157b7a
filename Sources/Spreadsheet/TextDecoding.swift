/// How the bytes of a text file stand for characters.
package enum TextEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16LittleEndian = "UTF-16 LE"
    case utf16BigEndian = "UTF-16 BE"
    case windows1252 = "Windows-1252"
}

/// A file of which nobody said how it was written, as text.
package struct DecodedText: Equatable, Sendable {
    package let text: String
    package let encoding: TextEncoding

    /// Never fails: what cannot be read becomes U+FFFD, and so does NUL, which no database wants.
    package init(_ bytes: [UInt8]) {
        let encoding = Self.guess(bytes)
        self.encoding = encoding
        switch encoding {
        case .utf8: text = Self.withoutNUL(String(decoding: bytes, as: UTF8.self))
        case .utf16LittleEndian: text = Self.withoutNUL(Self.utf16(bytes) { UInt16($1) << 8 | UInt16($0) })
        case .utf16BigEndian: text = Self.withoutNUL(Self.utf16(bytes) { UInt16($0) << 8 | UInt16($1) })
        case .windows1252: text = Self.withoutNUL(Self.windows1252(bytes))
        }
    }

    /// The byte order mark, else where the zero bytes are, else whether it is UTF-8 but for a few broken spots.
    private static func guess(_ bytes: [UInt8]) -> TextEncoding {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        var zeros = (even: 0, odd: 0)
        let sample = bytes.prefix(4000)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
        }
        // Western text in UTF-16 has a zero in nearly every second byte, and none in the others.
        if zeros.odd * 3 > sample.count, zeros.even * 20 < sample.count { return .utf16LittleEndian }
        if zeros.even * 3 > sample.count, zeros.odd * 20 < sample.count { return .utf16BigEndian }
        let (sound, broken) = utf8Sequences(bytes)
        return broken == 0 || sound > broken * 4 ? .utf8 : .windows1252
    }

    /// How many characters beyond ASCII are written as UTF-8, and how many bytes cannot be.
    private static func utf8Sequences(_ bytes: [UInt8]) -> (sound: Int, broken: Int) {
        var (sound, broken, index) = (0, 0, 0)
        while index < bytes.count {
            guard bytes[index] > 0x7F else {
                index += 1
                continue
            }
            let length =
                switch bytes[index] {
                case 0xC2...0xDF: 2
                case 0xE0...0xEF: 3
                case 0xF0...0xF4: 4
                default: 0
                }
            let rest = bytes[min(index + 1, bytes.count)..<min(index + max(length, 1), bytes.count)]
            if length > 0, rest.count == length - 1, rest.allSatisfy({ $0 & 0xC0 == 0x80 }) {
                sound += 1
                index += length
            } else {
                broken += 1
                index += 1
            }
        }
        return (sound, broken)
    }

    private static func utf16(_ bytes: [UInt8], _ unit: (UInt8, UInt8) -> UInt16) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) { units.append(unit(bytes[index], bytes[index + 1])) }
        return String(decoding: units, as: UTF16.self)
    }

    private static func windows1252(_ bytes: [UInt8]) -> String {
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count)
        for byte in bytes {
            units.append((0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt16(byte))
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// 0x80 to 0x9F; the rest is as in Unicode.
    private static let windows1252: [UInt16] = [
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD,
        0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0xFFFD, 0x017E, 0x0178,
    ]

    /// Also without the byte order mark.
    private static func withoutNUL(_ text: String) -> String {
        var text = text
        if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
        guard text.utf8.contains(0) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { result.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
        return String(result)
    }
}
