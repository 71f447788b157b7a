import Foundation
import Kernel
import Programmes
import Testing

/// The packs that come with the program.
enum ShippedPack {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "programmes")
    static let metal = root.appending(path: "mkb-deal-metaal").path

    static func programme() throws -> Programme { try PackReader.read(metal).get() }
}

@Suite struct ShippedPackTests {
    @Test func `the metal programme has no fault`() {
        let check = PackCheck(folder: ShippedPack.metal, today: Day("2026-03-02")!)
        #expect(check.status == 0)
        #expect(
            check.lines(in: .english) == [
                "Note: expired on 2026-03-02: CES.", "Note: to be confirmed: VTM, DZH, CES.",
                "mkb-deal-metaal is right: talking sheet version 1 with 7 themes and 105 activities (50 on the sheet), "
                    + "50 municipalities, 19 initiatives.",
            ]
        )
    }
}
