import Kernel

/// The name of a part of a picture on a card, with how much of it is done and wanted.
struct SceneCard: Sendable {
    struct Counts: Sendable {
        let doing, ambition: Int
        let isApplicable: Bool

        init(_ zone: ZoneState) {
            (doing, ambition, isApplicable) = (zone.doing, zone.ambition, zone.isApplicable)
        }
    }

    let lines: [String]
    /// `nil` on a picture to be filled in by hand.
    let counts: Counts?
    let isCurrent: Bool
    /// A browser keeps the numbers up to date, so everything that may have to be said is there.
    let isLive: Bool
    let language: Language
    var x = 0.0
    var y = 0.0

    init(name: String, counts: Counts?, isCurrent: Bool, isLive: Bool, language: Language) {
        lines = Self.lines(name)
        self.counts = counts
        self.isCurrent = isCurrent
        self.isLive = isLive
        self.language = language
    }

    private static let nothing = Text(nl: "niet van toepassing", en: "not applicable")

    var width: Double {
        let below: Double =
            if let counts {
                max(
                    isLive || counts.isApplicable ? 128 : 0,
                    isLive || !counts.isApplicable ? Self.width(of: Self.nothing[language], size: 19) : 0
                )
            } else {
                0
            }
        return max(lines.map { Self.width(of: $0, size: 22) }.max() ?? 0, below) + 32
    }

    var height: Double { Double(lines.count) * 27 + (counts == nil ? 16 : 43) }

    func overlaps(_ other: SceneCard) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    func frame(_ look: String) -> String {
        "<rect x=\"\(Isometric.short(x))\" y=\"\(Isometric.short(y))\" width=\"\(Isometric.short(width))\" "
            + "height=\"\(Isometric.short(height))\" rx=\"10\"\(look)/>"
    }

    var svg: String {
        func n(_ value: Double) -> String { Isometric.short(value) }
        var text = frame(
            " fill=\"\(isCurrent ? "#ffe98a" : "#fffdf8")\" stroke=\"#22303f\" stroke-width=\"\(isCurrent ? "3" : "1.6")\""
        )
        for (index, line) in lines.enumerated() {
            text +=
                "<text x=\"\(n(x + 16))\" y=\"\(n(y + 28 + Double(index) * 27))\" font-size=\"22\" "
                + "font-weight=\"700\" fill=\"#22303f\">\(SceneLabels.escaped(line))</text>"
        }
        guard let counts else { return text }
        let below = y + Double(lines.count) * 27
        if counts.isApplicable || isLive {
            text += "<g class=\"scene-counts\">" + Self.mark(x + 16, below + 11, "\(counts.doing)", isDoing: true)
            text += Self.mark(x + 84, below + 11, "\(counts.ambition)", isDoing: false) + "</g>"
        }
        if !counts.isApplicable || isLive {
            text +=
                "<text class=\"scene-nothing\" x=\"\(n(x + 16))\" y=\"\(n(below + 27))\" font-size=\"19\" "
                + "fill=\"#535e69\">\(Self.nothing[language])</text>"
        }
        return text
    }

    /// ✓ in a filled square, ★ in a circle; drawn, so that no font is needed.
    private static func mark(_ x: Double, _ y: Double, _ count: String, isDoing: Bool) -> String {
        let sign =
            isDoing
            ? "<rect width=\"22\" height=\"22\" rx=\"4\" fill=\"#2f7566\"/>"
                + "<path d=\"M5 11.5l4.4 4.5 8-9.5\" fill=\"none\" stroke=\"#fff\" stroke-width=\"3\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>"
            : "<circle cx=\"11\" cy=\"11\" r=\"10\" fill=\"#fdf0e4\" stroke=\"#b4602a\" stroke-width=\"2\"/>"
                + "<path d=\"M11 4.4l2 4.5 4.9.5-3.7 3.2 1.1 4.8-4.3-2.5-4.3 2.5 1.1-4.8-3.7-3.2 4.9-.5z\" fill=\"#b4602a\"/>"
        return "<g transform=\"translate(\(Isometric.short(x)) \(Isometric.short(y)))\">\(sign)"
            + "<text x=\"29\" y=\"18\" font-size=\"21\" font-weight=\"600\" fill=\"#22303f\">\(count)</text></g>"
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
}
