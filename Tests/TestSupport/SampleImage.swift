/// Pictures of a few pixels, with something in them that nobody should see.
package enum SampleImage {
    /// 2 by 2, with a text in it.
    package static let png: [UInt8] =
        [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        + chunk("IHDR", [0, 0, 0, 2, 0, 0, 0, 2, 8, 0, 0, 0, 0]) + chunk("tEXt", Array("Author\0geheim".utf8))
        + chunk("IDAT", [0x78, 0x9C, 0x63, 0, 0, 0, 6, 0, 1]) + chunk("IEND", [])

    /// 3 by 2 and lying on its side, with a place, a comment, and something behind the end.
    package static let jpeg: [UInt8] =
        [0xFF, 0xD8] + segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0]) + segment(0xE1, exif)
        + segment(0xE1, Array("http://ns.adobe.com/xap/1.0/\0geheim".utf8)) + segment(0xFE, Array("geheim".utf8))
        + segment(0xC0, [8, 0, 2, 0, 3, 1, 1, 0x11, 0]) + segment(0xDA, [1, 1, 0, 0, 63, 0])
        + [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56] + segment(0xC4, [0]) + segment(0xDA, [1, 1, 0, 0, 63, 0])
        + [0x78, 0xFF, 0xD9] + Array("geheim".utf8)

    /// Orientation 6, and a maker.
    private static let exif: [UInt8] =
        Array("Exif\0\0II*\0".utf8) + [8, 0, 0, 0, 2, 0]
        + [0x0F, 0x01, 2, 0, 6, 0, 0, 0, 38, 0, 0, 0] + [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0] + [0, 0, 0, 0]
        + Array("geheim".utf8)

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 0xFF)] + content
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let count = content.count
        return [UInt8(count >> 24), UInt8(count >> 16 & 0xFF), UInt8(count >> 8 & 0xFF), UInt8(count & 0xFF)]
            + Array(name.utf8) + content + [0, 0, 0, 0]
    }
}
