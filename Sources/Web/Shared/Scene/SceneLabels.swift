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

    /// Where the label of a zone lies in the picture.
    struct Frame {
        let x, y, width, height: Double
    }

    func frame(of caption: Scene.Caption) -> Frame? {
        guard let place = Self.places[caption.zone] else { return nil }
        let lines = Self.lines(caption.name[language])
        let nothing = Self.width(of: Self.nothing[language], size: 19)
        let shown = scene.state.isLive ? max(128, nothing) : scene.state[caption.zone].isApplicable ? 128 : nothing
        let counts = scene.isBlank ? 0 : shown
        let width = max(lines.map { Self.width(of: $0, size: 22) }.max() ?? 0, counts) + 32
        return Frame(
            x: place.growsLeft ? place.x - width : place.x,
            y: place.y,
            width: width,
            height: Double(lines.count) * 27 + (scene.isBlank ? 16 : 43)
        )
    }

    private static let nothing = Text(nl: "niet van toepassing", en: "not applicable")

    private func label(_ caption: Scene.Caption) -> String {
        guard let place = Self.places[caption.zone], let frame = frame(of: caption) else { return "" }
        let zone = scene.state[caption.zone]
        let lines = Self.lines(caption.name[language])
        let (left, width, height) = (frame.x, frame.width, frame.height)
        let below = Double(lines.count) * 27
        let isCurrent = scene.current == caption.zone
        let target = Isometric.project(place.target)
        let nearX = min(max(target.x, left + 16), left + width - 16)
        let nearY = target.y < place.y ? place.y : target.y > place.y + height ? place.y + height : place.y + height / 2
        func n(_ value: Double) -> String { Isometric.short(value) }
        var text = "<g class=\"scene-label\" data-label=\"\(caption.zone.rawValue)\">"
        text +=
            "<path d=\"M\(n(nearX)) \(n(nearY))L\(n(target.x)) \(n(target.y))\" stroke=\"#22303f\" stroke-width=\"1.6\"/>"
            + "<circle cx=\"\(n(target.x))\" cy=\"\(n(target.y))\" r=\"4.5\" fill=\"#22303f\" stroke=\"#fffdf8\" stroke-width=\"1.5\"/>"
            + "<rect x=\"\(n(left))\" y=\"\(n(place.y))\" width=\"\(n(width))\" height=\"\(n(height))\" rx=\"10\" "
            + "fill=\"\(isCurrent ? "#ffe98a" : "#fffdf8")\" stroke=\"#22303f\" stroke-width=\"\(isCurrent ? "3" : "1.6")\"/>"
        for (index, line) in lines.enumerated() {
            text +=
                "<text x=\"\(n(left + 16))\" y=\"\(n(place.y + 28 + Double(index) * 27))\" font-size=\"22\" "
                + "font-weight=\"700\" fill=\"#22303f\">\(Self.escaped(line))</text>"
        }
        if scene.isBlank { return text + "</g>" }
        if zone.isApplicable || scene.state.isLive {
            text += "<g class=\"scene-counts\">" + mark(left + 16, place.y + below + 11, "\(zone.doing)", isDoing: true)
            text += mark(left + 84, place.y + below + 11, "\(zone.ambition)", isDoing: false) + "</g>"
        }
        if !zone.isApplicable || scene.state.isLive {
            text +=
                "<text class=\"scene-nothing\" x=\"\(n(left + 16))\" y=\"\(n(place.y + below + 27))\" font-size=\"19\" fill=\"#535e69\">\(Self.nothing[language])</text>"
        }
        text += "</g>"
        return text
    }

    /// ✓ in a filled square, ★ in a circle; drawn, so that no font is needed.
    private func mark(_ x: Double, _ y: Double, _ count: String, isDoing: Bool) -> String {
        func n(_ value: Double) -> String { Isometric.short(value) }
        let sign =
            isDoing
            ? "<rect width=\"22\" height=\"22\" rx=\"4\" fill=\"#2f7566\"/>"
                + "<path d=\"M5 11.5l4.4 4.5 8-9.5\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
            : "<circle cx=\"11\" cy=\"11\" r=\"10\" fill=\"#fdf0e4\" stroke=\"#b4602a\" stroke-width=\"2\"/>"
                + "<path d=\"M11 4.4l2 4.5 4.9.5-3.7 3.2 1.1 4.8-4.3-2.5-4.3 2.5 1.1-4.8-3.7-3.2 4.9-.5z\" fill=\"#b4602a\"/>"
        return
            "<g transform=\"translate(\(n(x)) \(n(y)))\">\(sign)<text x=\"29\" y=\"18\" font-size=\"21\" font-weight=\"600\" fill=\"#22303f\">\(count)</text></g>"
    }

    /// A long name takes two lines, as equal as its words allow.
    private static func lines(_ name: String) -> [String] {
        let words = name.split(separator: " ").map(String.init)
        guard name.count > 17, words.count > 1 else { return [name] }
        let splits = (1..<words.count).map {
            (words[..<$0].joined(separator: " "), words[$0...].joined(separator: " "))
        }
        guard let best = splits.min(by: { max($0.0.count, $0.1.count) < max($1.0.count, $1.1.count) }) else {
            return [name]
        }
        return [best.0, best.1]
    }

    /// How wide a text will be, with some room: the picture is drawn before any font is known.
    static func width(of text: String, size: Double) -> Double {
        text.reduce(0) { sum, character in
            let share =
                switch character {
                case "i", "j", "l", "I", "'", ".", ",", " ": 0.33
                case "f", "t", "r", "-": 0.46
                case "m", "w", "M", "W": 0.95
                case _ where character.isUppercase: 0.72
                default: 0.64
                }
            return sum + share * size
        }
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;")
    }
}
