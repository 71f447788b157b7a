package import Foundation
package import Programmes

/// The packs that come with the program, each read once.
package enum ShippedPack {
    package static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "programmes")
    package static let metal = root.appending(path: "mkb-deal-metaal").path
    package static let groeneHart = root.appending(path: "groene-hart").path

    private static let metalProgramme = PackReader.read(metal)
    private static let actionPlan = PackReader.read(groeneHart)

    /// The metal programme.
    package static func programme() throws -> Programme { try metalProgramme.get() }

    /// The action plan of the Groene Hart.
    package static func plan() throws -> Programme { try actionPlan.get() }
}
