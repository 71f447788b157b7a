import Foundation
import Kernel
import Programmes

/// The place of a theme as it is typed: a rectangle, in percents of the picture.
struct ZoneForm: Equatable {
    static let sides = ["links", "boven", "breedte", "hoogte"]

    let theme: Theme.ID
    /// Left, top, width and height; empty where nothing was filled in.
    let values: [String]

    /// What was sent.
    init(_ theme: Theme.ID, _ fields: FormFields) {
        self.theme = theme
        values = Self.sides.map { fields["\($0)-\(theme)"].trimmingWhitespace().replacing(",", with: ".") }
    }

    /// The rectangle around an outline.
    init(_ zone: ProgrammePicture.Zone, of picture: ProgrammePicture) {
        theme = zone.theme
        let xs = zone.outline.map { $0.x / picture.width * 100 }
        let ys = zone.outline.map { $0.y / picture.height * 100 }
        let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
        values = [left, top, (xs.max() ?? 0) - left, (ys.max() ?? 0) - top].map {
            String(format: "%.1f", locale: Locale(identifier: "en_US_POSIX"), $0)
        }
    }

    /// `nil` when it is not filled in, or no rectangle.
    func zone(in picture: ProgrammePicture) -> ProgrammePicture.Zone? {
        let numbers = values.compactMap(Double.init)
        guard numbers.count == 4, numbers.allSatisfy({ (-100...200).contains($0) }), numbers[2] > 0, numbers[3] > 0
        else { return nil }
        func point(_ x: Double, _ y: Double) -> PicturePoint {
            PicturePoint(x: x / 100 * picture.width, y: y / 100 * picture.height)
        }
        let (left, top, right, bottom) = (numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3])
        return .init(
            theme: theme,
            outline: [point(left, top), point(right, top), point(right, bottom), point(left, bottom)]
        )
    }
}
