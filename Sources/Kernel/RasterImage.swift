/// A picture in pixels, without what a camera or a program wrote into it about place, time and maker.
///
/// Only what is needed to show it stays: sizes, colours, and which side is up. Sources: ITU T.81 (JPEG), Exif 2.32 for the
/// orientation, and the PNG specification of W3C.
package struct RasterImage: Equatable, Sendable {
    package enum Kind: String, Codable, Sendable {
        case jpeg = "image/jpeg"
        case png = "image/png"
    }

    package let kind: Kind
    /// In pixels, as it is stored.
    package let width: Int
    package let height: Int
    /// It lies on its side: it is shown as high as it is wide, and the other way round.
    package let isTurned: Bool
    package let bytes: [UInt8]

    /// `nil` for what is no JPEG or PNG, or is cut off.
    package init?(_ bytes: [UInt8]) {
        let reader = ByteReader(bytes)
        guard let picture = reader.jpeg() ?? reader.png() else { return nil }
        self = picture
    }

    fileprivate init?(_ kind: Kind, width: Int, height: Int, isTurned: Bool = false, bytes: [UInt8]) {
        guard width > 0, height > 0, width <= 20_000, height <= 20_000 else { return nil }
        (self.kind, self.width, self.height, self.isTurned, self.bytes) = (kind, width, height, isTurned, bytes)
    }
}

private struct ByteReader {
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    func number(at place: Int, count: Int) -> Int? {
        guard place >= 0, place + count <= bytes.count else { return nil }
        return bytes[place..<place + count].reduce(0) { $0 << 8 | Int($1) }
    }

    func has(_ text: StaticString, at place: Int) -> Bool {
        guard place + text.utf8CodeUnitCount <= bytes.count else { return false }
        return text.withUTF8Buffer { $0.elementsEqual(bytes[place..<place + $0.count]) }
    }

    // MARK: JPEG

    func jpeg() -> RasterImage? {
        guard number(at: 0, count: 2) == 0xFFD8 else { return nil }
        var kept: [UInt8] = [0xFF, 0xD8]
        var size: (width: Int, height: Int)?
        var orientation = 1
        var isBegun = false
        var place = 2
        while let marker = number(at: place, count: 2) {
            // Any number of filling bytes may stand before a marker.
            if marker == 0xFFFF { place += 1; continue }
            if marker == 0xFFD9 {
                guard let size, isBegun else { return nil }
                if orientation != 1 { kept.insert(contentsOf: Self.orientationSegment(orientation), at: 2) }
                return RasterImage(
                    .jpeg,
                    width: size.width,
                    height: size.height,
                    isTurned: orientation > 4,
                    bytes: kept + [0xFF, 0xD9]
                )
            }
            guard marker > 0xFF00, let length = number(at: place + 2, count: 2), length >= 2,
                place + 2 + length <= bytes.count
            else { return nil }
            let end = place + 2 + length
            if isFrame(marker), let height = number(at: place + 5, count: 2),
                let width = number(at: place + 7, count: 2)
            {
                size = (width, height)
            }
            if marker == 0xFFE1 { orientation = self.orientation(from: place + 4, to: end) ?? orientation }
            if isKept(marker, at: place + 4) { kept += bytes[place..<end] }
            place = end
            if marker == 0xFFDA {
                isBegun = true
                let scanEnd = endOfScan(from: place)
                kept += bytes[place..<scanEnd]
                place = scanEnd
            }
        }
        return nil
    }

    /// Start of frame: all of C0 to CF that are not tables.
    private func isFrame(_ marker: Int) -> Bool {
        (0xFFC0...0xFFCF).contains(marker) && ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker)
    }

    /// Of what applications add, only what decides about colour.
    private func isKept(_ marker: Int, at place: Int) -> Bool {
        switch marker {
        case 0xFFE0: has("JFIF\0", at: place)
        case 0xFFE2: has("ICC_PROFILE\0", at: place)
        case 0xFFEE: has("Adobe", at: place)
        case 0xFFE1...0xFFEF, 0xFFFE: false
        default: true
        }
    }

    /// The first marker after the pixels that is not a part of them.
    private func endOfScan(from start: Int) -> Int {
        var place = start
        while place + 1 < bytes.count {
            if bytes[place] == 0xFF, bytes[place + 1] != 0, !(0xD0...0xD7).contains(bytes[place + 1]) { return place }
            place += 1
        }
        return bytes.count
    }

    /// 1 to 8, from the first directory of the Exif data.
    private func orientation(from start: Int, to end: Int) -> Int? {
        guard has("Exif\0\0", at: start) else { return nil }
        let base = start + 6
        let isLittle = has("II", at: base)
        guard isLittle || has("MM", at: base) else { return nil }
        func value(_ place: Int, _ count: Int) -> Int? {
            guard place + count <= end, let number = number(at: place, count: count) else { return nil }
            guard isLittle else { return number }
            return (0..<count).reduce(0) { $0 | (number >> ((count - 1 - $1) * 8) & 0xFF) << ($1 * 8) }
        }
        guard let directory = value(base + 4, 4), directory < end, let count = value(base + directory, 2) else {
            return nil
        }
        for index in 0..<count {
            let entry = base + directory + 2 + index * 12
            if value(entry, 2) == 0x0112, let found = value(entry + 8, 2), (1...8).contains(found) { return found }
        }
        return nil
    }

    /// Exif with one entry.
    private static func orientationSegment(_ orientation: Int) -> [UInt8] {
        [0xFF, 0xE1, 0, 34] + Array("Exif\0\0MM\0*".utf8) + [0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1]
            + [0, UInt8(orientation), 0, 0, 0, 0, 0, 0]
    }

    // MARK: PNG

    private static let kept: Set<String> = [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs",
    ]

    func png() -> RasterImage? {
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        guard bytes.starts(with: signature), has("IHDR", at: 12), let width = number(at: 16, count: 4),
            let height = number(at: 20, count: 4)
        else { return nil }
        var kept = signature
        var place = 8
        while let length = number(at: place, count: 4), place + 12 + length <= bytes.count {
            let name = String(decoding: bytes[place + 4..<place + 8], as: UTF8.self)
            if Self.kept.contains(name) { kept += bytes[place..<place + 12 + length] }
            if name == "IEND" { return RasterImage(.png, width: width, height: height, bytes: kept) }
            place += 12 + length
        }
        return nil
    }
}
