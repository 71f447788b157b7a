import Kernel
import TestSupport
import Testing

@Suite struct RasterImageTests {
    @Test func `a photo keeps its size and its side, and nothing of who made it and where`() throws {
        let image = try #require(RasterImage(SampleImage.jpeg))
        #expect(image.kind == .jpeg)
        #expect([image.width, image.height] == [3, 2])
        #expect(image.isTurned)
        #expect(!contains("geheim", image.bytes))
        #expect(!contains("xap", image.bytes))
        #expect(image.bytes.suffix(2) == [0xFF, 0xD9])
        // Cleaned once more, it is the same: the side that is up survived.
        #expect(RasterImage(image.bytes) == image)
        // What is seen is all there, of both scans.
        #expect(contains([0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56], image.bytes))
        #expect(contains([0x78, 0xFF, 0xD9], image.bytes))
    }

    @Test func `a drawing in pixels keeps what is seen and loses what is written in it`() throws {
        let image = try #require(RasterImage(SampleImage.png))
        #expect(image.kind == .png)
        #expect([image.width, image.height] == [2, 2])
        #expect(!contains("geheim", image.bytes))
        #expect(RasterImage(image.bytes) == image)
    }

    @Test(arguments: [SampleImage.jpeg, SampleImage.png])
    func `one that is cut off anywhere is refused, and does no harm`(bytes: [UInt8]) throws {
        let whole = try #require(RasterImage(bytes))
        for length in 0..<bytes.count {
            guard let image = RasterImage(Array(bytes.prefix(length))) else { continue }
            // Only what stood behind the end may be missing.
            #expect(image == whole)
        }
    }

    @Test func `nonsense is no picture`() {
        for bytes: [UInt8] in [[], [0xFF], [0xFF, 0xD8], [0xFF, 0xD8, 0xFF, 0xD9], Array("GIF89a".utf8)] {
            #expect(RasterImage(bytes) == nil)
        }
        var random = SystemRandomNumberGenerator()
        for _ in 0..<200 {
            var bytes = SampleImage.jpeg
            bytes[Int.random(in: 2..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            _ = RasterImage(bytes)
        }
    }

    private func contains(_ text: String, _ bytes: [UInt8]) -> Bool { contains(Array(text.utf8), bytes) }

    private func contains(_ part: [UInt8], _ bytes: [UInt8]) -> Bool {
        guard bytes.count >= part.count else { return false }
        return (0...bytes.count - part.count).contains { bytes[$0..<$0 + part.count].elementsEqual(part) }
    }
}
