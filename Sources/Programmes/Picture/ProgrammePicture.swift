package import Foundation
package import Kernel

/// The picture that a programme's conversations begin with, when it brings one of its own (*eigen plaat*): a drawing or
/// a photo, with where the themes are in it.
package struct ProgrammePicture: Codable, Equatable, Sendable {
    /// A part of the picture that stands for a theme (*zone*).
    package struct Zone: Codable, Equatable, Sendable {
        package var theme: Theme.ID
        /// At least three corners, in the units of the picture.
        package var outline: [PicturePoint]

        package init(theme: Theme.ID, outline: [PicturePoint]) {
            (self.theme, self.outline) = (theme, outline)
        }
    }

    package enum Kind: String, Codable, Sendable {
        case svg = "image/svg+xml"
        case jpeg = "image/jpeg"
        case png = "image/png"
    }

    package var kind: Kind
    package var content: Data
    /// In the units of the picture: pixels, or those of the `viewBox`.
    package var width: Double
    package var height: Double
    /// For who cannot see it.
    package var description: Text
    package var zones: [Zone]

    /// Bytes. A drawing is much smaller; a photo of this size is sharp on A3.
    package static let sizeLimit = 1_500_000

    package func zone(_ theme: Theme.ID) -> Zone? { zones.first { $0.theme == theme } }
}

/// One thing that is wrong with a picture. For a drawing also on which line.
package enum PictureFault: Hashable, Sendable {
    case notAPicture
    case tooLarge(limit: Int)
    case noSize
    case malformed
    case documentType
    /// A script, or something else that does more than be seen.
    case forbidden(String)
    case outsideReference(String)
    case noZone(Theme.ID, Text)
    case zoneOutside(Theme.ID, Text)
    case notPoints(String)
}

/// A picture that cannot be used: everything that is wrong with it at once.
package struct InvalidPicture: FormProblem, Equatable {
    package struct Issue: Hashable, Sendable {
        package let fault: PictureFault
        package let line: Int?
        package let column: Int?

        package init(_ fault: PictureFault, line: Int? = nil, column: Int? = nil) {
            (self.fault, self.line, self.column) = (fault, line, column)
        }
    }

    package let issues: [Issue]

    package var code: String { "picture.invalid" }
}

extension ProgrammePicture {
    /// Reads a picture as somebody sends it: an SVG, a JPEG or a PNG. What a camera wrote into it is left out. The zones
    /// are those that a drawing names after the themes, unless `placed` says otherwise.
    package init(
        _ bytes: [UInt8],
        description: Text,
        placed: [Zone] = [],
        themes: [Theme]
    ) throws(InvalidPicture) {
        guard bytes.count <= Self.sizeLimit else {
            throw InvalidPicture(issues: [.init(.tooLarge(limit: Self.sizeLimit))])
        }
        self.description = description
        if let image = RasterImage(bytes) {
            kind = image.kind == .jpeg ? .jpeg : .png
            content = Data(image.bytes)
            (width, height) = (Double(image.width), Double(image.height))
            if image.isTurned { swap(&width, &height) }
            zones = placed
            return
        }
        let drawing = try SVGReader.read(bytes)
        kind = .svg
        content = Data(bytes)
        (width, height) = (drawing.width, drawing.height)
        zones = themes.compactMap { theme in
            if let zone = placed.first(where: { $0.theme == theme.code }) { return zone }
            return drawing.outline(named: theme.code.description).map { Zone(theme: theme.code, outline: $0) }
        }
    }

    /// What has to be put right before it can be used: every theme has a place, and inside the picture.
    package func faults(for themes: [Theme]) -> [PictureFault] {
        themes.compactMap { theme in
            guard let zone = zone(theme.code), zone.outline.count > 2 else { return .noZone(theme.code, theme.name) }
            let isInside = zone.outline.contains { (0...width).contains($0.x) && (0...height).contains($0.y) }
            return isInside ? nil : .zoneOutside(theme.code, theme.name)
        }
    }
}
