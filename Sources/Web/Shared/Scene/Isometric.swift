import Foundation
import Programmes

/// A point in the scene: `x` to the right and forward, `y` to the left and forward, `z` up; about a metre each.
struct Spot {
    let x, y, z: Double

    init(_ x: Double, _ y: Double, _ z: Double = 0) {
        (self.x, self.y, self.z) = (x, y, z)
    }
}

/// Draws in isometric projection and writes SVG. Everything in the scene is made of these few shapes, which is what
/// gives it one hand. Nearer things must be drawn later.
struct Isometric {
    static let unit = 28.0
    static let origin = (x: 548.0, y: 160.0)

    private(set) var svg = ""
    private(set) var isGhost = false
    private var shift = (x: 0.0, y: 0.0)

    static func project(_ spot: Spot) -> (x: Double, y: Double) {
        (
            origin.x + (spot.x - spot.y) * 0.8660 * unit,
            origin.y + (spot.x + spot.y) * 0.5 * unit - spot.z * unit
        )
    }

    /// What is drawn in `content` stays together: as it is, as a dashed promise, or not at all.
    mutating func draw(_ look: SceneLook, _ content: (inout Isometric) -> Void) {
        switch look {
        case .absent: return
        case .done: content(&self)
        case .wanted: drawGhost("", content)
        case .live(let rules):
            svg += "<g\(Self.condition("done", rules))>"
            content(&self)
            svg += "</g>"
            drawGhost(Self.condition("wanted", rules), content)
        }
    }

    private mutating func drawGhost(_ condition: String, _ content: (inout Isometric) -> Void) {
        svg +=
            "<g\(condition) fill=\"\(Tone.wantedGround)\" fill-opacity=\".55\" stroke=\"\(Tone.wanted)\" "
            + "stroke-width=\"1.7\" stroke-dasharray=\"5 3\">"
        isGhost = true
        content(&self)
        isGhost = false
        svg += "</g>"
    }

    static func condition(_ look: String, _ rules: [SceneRule]) -> String {
        let rules = rules.map(\.description).joined(separator: " ")
        return " data-look=\"\(look)\" data-when=\"\(rules)\" display=\"none\""
    }

    /// Draws so much to the front right (`x`) and the front left (`y`).
    mutating func moved(_ x: Double, _ y: Double, _ content: (inout Isometric) -> Void) {
        shift = (shift.x + x, shift.y + y)
        content(&self)
        shift = (shift.x - x, shift.y - y)
    }

    /// Where a spot falls on the page.
    func place(_ spot: Spot) -> (x: Double, y: Double) {
        Self.project(Spot(spot.x + shift.x, spot.y + shift.y, spot.z))
    }

    mutating func append(_ markup: String) { svg += markup }

    // MARK: Faces

    mutating func face(_ spots: [Spot], _ fill: Tone, width: Double? = nil) {
        svg += "<path\(paint(fill, width)) d=\"\(path(spots))z\"/>"
    }

    /// Lies flat.
    mutating func flat(
        _ x: Double,
        _ y: Double,
        _ z: Double,
        _ dx: Double,
        _ dy: Double,
        _ fill: Tone,
        width: Double? = nil
    ) {
        face([Spot(x, y, z), Spot(x + dx, y, z), Spot(x + dx, y + dy, z), Spot(x, y + dy, z)], fill, width: width)
    }

    /// Stands along x, and looks to the front left.
    mutating func left(
        _ x: Double,
        _ y: Double,
        _ z: Double,
        _ dx: Double,
        _ dz: Double,
        _ fill: Tone,
        width: Double? = nil
    ) {
        face([Spot(x, y, z), Spot(x + dx, y, z), Spot(x + dx, y, z + dz), Spot(x, y, z + dz)], fill, width: width)
    }

    /// Stands along y, and looks to the front right.
    mutating func right(
        _ x: Double,
        _ y: Double,
        _ z: Double,
        _ dy: Double,
        _ dz: Double,
        _ fill: Tone,
        width: Double? = nil
    ) {
        face([Spot(x, y, z), Spot(x, y + dy, z), Spot(x, y + dy, z + dz), Spot(x, y, z + dz)], fill, width: width)
    }

    mutating func box(
        _ x: Double,
        _ y: Double,
        _ z: Double,
        _ dx: Double,
        _ dy: Double,
        _ dz: Double,
        _ fill: Tone,
        top: Tone? = nil,
        width: Double? = nil
    ) {
        left(x, y + dy, z, dx, dz, fill.shaded(0.93), width: width)
        right(x + dx, y, z, dy, dz, fill.shaded(0.78), width: width)
        flat(x, y, z + dz, dx, dy, top ?? fill.shaded(1.07), width: width)
    }

    // MARK: Lines

    mutating func line(_ spots: [Spot], _ stroke: Tone = .ink, _ width: Double = 1.4) {
        let color = isGhost ? "" : " stroke=\"\(stroke)\""
        svg +=
            "<path fill=\"none\"\(color) stroke-width=\"\(Self.short(width))\" stroke-linecap=\"round\" d=\"\(path(spots))\"/>"
    }

    // MARK: Round things

    /// A disc that lies flat, as an ellipse on the page.
    mutating func disc(_ center: Spot, _ radius: Double, _ fill: Tone) { ellipse(center, radius, 0, fill) }
    /// A disc that looks to the front left.
    mutating func leftDisc(_ center: Spot, _ radius: Double, _ fill: Tone) { ellipse(center, radius, 60, fill) }
    /// A disc that looks to the front right.
    mutating func rightDisc(_ center: Spot, _ radius: Double, _ fill: Tone) { ellipse(center, radius, -60, fill) }

    private mutating func ellipse(_ center: Spot, _ radius: Double, _ angle: Int, _ fill: Tone) {
        let p = place(center)
        let (x, y) = (Self.short(p.x), Self.short(p.y))
        let turn = angle == 0 ? "" : " transform=\"rotate(\(angle) \(x) \(y))\""
        let (a, b) = (Self.short(radius * Self.unit * 1.2247), Self.short(radius * Self.unit * 0.7071))
        svg += "<ellipse\(paint(fill, nil)) cx=\"\(x)\" cy=\"\(y)\" rx=\"\(a)\" ry=\"\(b)\"\(turn)/>"
    }

    /// Stands upright, its foot at `center`.
    mutating func drum(_ center: Spot, _ radius: Double, _ height: Double, _ fill: Tone, top: Tone? = nil) {
        let foot = place(center)
        let head = place(Spot(center.x, center.y, center.z + height))
        let (a, b) = (radius * Self.unit * 1.2247, radius * Self.unit * 0.7071)
        svg +=
            "<path\(paint(fill.shaded(0.88), nil)) d=\"M\(Self.pair(foot.x - a, foot.y))A\(Self.short(a)) \(Self.short(b)) 0 0 0 "
            + "\(Self.pair(foot.x + a, foot.y))V\(Self.short(head.y))H\(Self.short(head.x - a))z\"/>"
        disc(Spot(center.x, center.y, center.z + height), radius, top ?? fill.shaded(1.07))
    }

    /// Lies along x, its near end at the far side of `length`.
    mutating func pipe(along center: Spot, _ radius: Double, _ length: Double, _ fill: Tone, end: Tone? = nil) {
        let far = place(center)
        let nearSpot = Spot(center.x + length, center.y, center.z)
        let near = place(nearSpot)
        let (dx, dy) = (radius * Self.unit * 1.2247 * 0.5, -radius * Self.unit * 1.2247 * 0.866)
        rightDisc(center, radius, fill.shaded(0.8))
        svg +=
            "<path\(paint(fill.shaded(0.95), nil)) d=\"M\(Self.pair(far.x + dx, far.y + dy))L\(Self.pair(near.x + dx, near.y + dy))"
            + "L\(Self.pair(near.x - dx, near.y - dy))L\(Self.pair(far.x - dx, far.y - dy))z\"/>"
        rightDisc(nearSpot, radius, end ?? fill.shaded(1.07))
    }

    /// A ball: the crown of a tree, a lamp.
    mutating func ball(_ center: Spot, _ radius: Double, _ fill: Tone, outlined: Bool = true) {
        let p = place(center)
        let edge = outlined ? "" : " stroke=\"none\""
        svg +=
            "<circle\(paint(fill, nil))\(edge) cx=\"\(Self.short(p.x))\" cy=\"\(Self.short(p.y))\" "
            + "r=\"\(Self.short(radius * Self.unit))\"/>"
    }

    // MARK: Writing

    private func paint(_ fill: Tone, _ width: Double?) -> String {
        if isGhost { return "" }
        switch width {
        case nil: return " fill=\"\(fill)\""
        case 0: return " fill=\"\(fill)\" stroke=\"none\""
        case let width?: return " fill=\"\(fill)\" stroke-width=\"\(Self.short(width))\""
        }
    }

    private func path(_ spots: [Spot]) -> String {
        spots.enumerated().map { index, spot in
            let p = place(spot)
            return (index == 0 ? "M" : "L") + Self.pair(p.x, p.y)
        }.joined()
    }

    /// A closed line through these points.
    static func outline(_ points: [PicturePoint]) -> String {
        points.enumerated().map { ($0 == 0 ? "M" : "L") + pair($1.x, $1.y) }.joined() + "z"
    }

    static func pair(_ x: Double, _ y: Double) -> String { "\(short(x)) \(short(y))" }

    /// One decimal, and none where it is zero: the same on every machine.
    static func short(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
        return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : whole == 0 ? ".\(rest)" : "\(whole).\(rest)")
    }
}

/// A colour of the scene. The company itself is steel, sand and sky; green is kept for what it does, copper for what it
/// wants.
struct Tone: CustomStringConvertible {
    let red, green, blue: Double

    init(_ hex: UInt32) {
        red = Double(hex >> 16 & 0xff)
        green = Double(hex >> 8 & 0xff)
        blue = Double(hex & 0xff)
    }

    private init(red: Double, green: Double, blue: Double) {
        (self.red, self.green, self.blue) = (red, green, blue)
    }

    func shaded(_ factor: Double) -> Tone {
        Tone(red: min(255, red * factor), green: min(255, green * factor), blue: min(255, blue * factor))
    }

    var description: String {
        let hex = [red, green, blue].map { value in
            let text = String(Int(value.rounded()), radix: 16)
            return text.count == 1 ? "0" + text : text
        }
        return "#" + hex.joined()
    }

    static let ink = Tone(0x22303f)
    static let paper = Tone(0xfffdf8)
    static let grass = Tone(0xe2e8d6)
    static let yard = Tone(0xece6d8)
    static let floor = Tone(0xded8ca)
    static let road = Tone(0xcdd0d1)
    static let wall = Tone(0xf1ebdd)
    static let roof = Tone(0xc9c4b8)
    static let glass = Tone(0xbdd4e1)
    static let dark = Tone(0x3b4c5e)
    static let steel = Tone(0xbac6d0)
    static let iron = Tone(0x8c9cab)
    static let blue = Tone(0x7396b4)
    static let sky = Tone(0xdbe7ee)
    static let ochre = Tone(0xdcb45c)
    static let brick = Tone(0xb46a5b)
    static let wood = Tone(0xd4b588)
    static let rust = Tone(0x9a6d56)
    static let panel = Tone(0x2d4a6b)
    static let skin = Tone(0xeccaa8)
    static let leaf = Tone(0x86b392)
    static let spark = Tone(0xffd54a)
    static let white = Tone(0xffffff)
    static let doing = Tone(0x2f7566)
    static let fresh = Tone(0x58a28f)
    static let mint = Tone(0xb5dacd)
    static let wanted = Tone(0xb4602a)
    static let wantedGround = Tone(0xfdf0e4)
}
