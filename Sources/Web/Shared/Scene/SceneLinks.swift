import Kernel
import Markup
import Programmes

/// Lies over a picture of the company and leads to its parts: for the finger and the mouse. A list of the same links
/// stands beside it, which is what a keyboard and a screen reader get. Both are in a `div.scene-frame`.
struct SceneLinks: Component {
    struct Part: Sendable {
        let outline: [PicturePoint]
        let link: String
        let card: SceneCard?
    }

    let height: Int
    /// What lies behind comes first. It depends on the language, for a card is as wide as its name.
    let parts: @Sendable (Language) -> [Part]

    var body: HTML {
        element(
            "svg",
            [.class("scene-links"), .attribute("viewBox", "0 0 \(Scene.width) \(height)"), .ariaHidden]
        ) {
            HTML.drawing { [parts] language in
                parts(language).map { part in
                    "<a href=\"\(SceneLabels.escaped(part.link))\" tabindex=\"-1\">"
                        + "<path d=\"\(Isometric.outline(part.outline))\"/>\(part.card?.frame("") ?? "")</a>"
                }.joined()
            }
        }
    }
}

extension SceneZone {
    /// As they lie behind each other.
    static let fromBehind: [SceneZone] = [.energy, .building, .production, .business, .materials, .product, .chain]

    /// What belongs to it, as it is seen.
    var outline: [PicturePoint] {
        let spots: [Spot] =
            switch self {
            case .energy:
                [
                    Spot(0.7, 4.2, 4), Spot(15.1, 4.2, 3.9), Spot(15.1, 0.7, 4.1), Spot(10.3, 0.7, 5.6),
                    Spot(0.7, 0.7, 5.6), Spot(0.7, 4.2, 5.6),
                ]
            case .building:
                [Spot(0.7, 11.5), Spot(1, 11.5), Spot(1, 4.2), Spot(1, 4.2, 4), Spot(0.7, 0.7, 4), Spot(0.7, 11.5, 4)]
            case .production: Self.block(1, 4.2, 14, 7.3, 1.5)
            case .business: Self.block(17.5, 1, 5.8, 8.6, 3.6)
            case .materials: Self.block(0.4, 12.2, 10.2, 3.4, 1.8)
            case .product: Self.block(15, 10.8, 8.2, 4.2, 1.5)
            case .chain: Self.block(0, 15.8, 24, 5, 0.8)
            }
        return spots.map(Isometric.project).map { PicturePoint(x: $0.x, y: $0.y) }
    }

    /// The outline of a block as it is seen.
    private static func block(_ x: Double, _ y: Double, _ dx: Double, _ dy: Double, _ height: Double) -> [Spot] {
        [
            Spot(x, y + dy), Spot(x + dx, y + dy), Spot(x + dx, y), Spot(x + dx, y, height), Spot(x, y, height),
            Spot(x, y + dy, height),
        ]
    }
}
