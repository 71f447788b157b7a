import Kernel

/// The names of the zones with their numbers, in the corners of the picture that the company leaves free, each tied to
/// its zone by a line.
struct SceneLabels {
    let scene: Scene
    let language: Language

    private struct Place {
        /// The corner of the card that stays put, in the picture.
        let x, y: Double
        let growsLeft: Bool
        let target: Spot
    }

    private static let places: [SceneZone: Place] = [
        .building: Place(x: 16, y: 22, growsLeft: false, target: Spot(0.85, 6.2, 4)),
        .production: Place(x: 16, y: 126, growsLeft: false, target: Spot(3.4, 6.7, 2.8)),
        .materials: Place(x: 16, y: 240, growsLeft: false, target: Spot(1.2, 12.9, 2.1)),
        .energy: Place(x: 800, y: 30, growsLeft: false, target: Spot(9.1, 1.6, 4.7)),
        .business: Place(x: 1148, y: 150, growsLeft: true, target: Spot(21.8, 3, 3.6)),
        .chain: Place(x: 16, y: 716, growsLeft: false, target: Spot(8.9, 18.35, 0.45)),
        .product: Place(x: 1148, y: 690, growsLeft: true, target: Spot(22.6, 13.6, 0.1)),
    ]

    var svg: String { scene.captions.map(label).joined() }

    /// The card of a zone, in its corner.
    func card(of caption: Scene.Caption) -> SceneCard? {
        guard let place = Self.places[caption.zone] else { return nil }
        var card = SceneCard(
            name: caption.name[language],
            counts: scene.isBlank ? nil : .init(scene.state[caption.zone]),
            isCurrent: scene.current == caption.zone,
            isLive: scene.state.isLive,
            language: language
        )
        card.x = place.growsLeft ? place.x - card.width : place.x
        card.y = place.y
        return card
    }

    private func label(_ caption: Scene.Caption) -> String {
        guard let place = Self.places[caption.zone], let card = card(of: caption) else { return "" }
        let target = Isometric.project(place.target)
        let nearX = min(max(target.x, card.x + 16), card.x + card.width - 16)
        let (top, bottom) = (card.y, card.y + card.height)
        let nearY = target.y < top ? top : target.y > bottom ? bottom : (top + bottom) / 2
        let (near, far) = (Isometric.pair(nearX, nearY), Isometric.pair(target.x, target.y))
        return "<g class=\"scene-label\" data-label=\"\(caption.zone.rawValue)\">"
            + "<path d=\"M\(near)L\(far)\" stroke=\"#22303f\" stroke-width=\"1.6\"/>"
            + "<circle cx=\"\(Isometric.short(target.x))\" cy=\"\(Isometric.short(target.y))\" r=\"4.5\" fill=\"#22303f\" "
            + "stroke=\"#fffdf8\" stroke-width=\"1.5\"/>\(card.svg)</g>"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
