import Foundation

/// A point in a picture, in the units of the picture, y down.
package struct PicturePoint: Codable, Hashable, Sendable {
    package var x: Double
    package var y: Double

    package init(x: Double, y: Double) {
        (self.x, self.y) = (x, y)
    }
}

/// How a shape of an SVG is moved: `matrix(a b c d e f)` (SVG 2, chapter 8).
struct SVGTransform {
    var a = 1.0, b = 0.0, c = 0.0, d = 1.0, e = 0.0, f = 0.0

    func callAsFunction(_ point: PicturePoint) -> PicturePoint {
        PicturePoint(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
    }

    /// First `other`, then this.
    func after(_ other: SVGTransform) -> SVGTransform {
        SVGTransform(
            a: a * other.a + c * other.b,
            b: b * other.a + d * other.b,
            c: a * other.c + c * other.d,
            d: b * other.c + d * other.d,
            e: a * other.e + c * other.f + e,
            f: b * other.e + d * other.f + f
        )
    }

    /// `translate(10 20) rotate(45)`. What cannot be read moves nothing.
    init(_ text: String) {
        var rest = text[...]
        var result = SVGTransform()
        while let open = rest.firstIndex(of: "("), let close = rest[open...].firstIndex(of: ")") {
            let name = rest[..<open].trimmingCharacters(in: .whitespacesAndNewlines.union(.init(charactersIn: ",")))
            let values = svgNumbers(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
            result = result.after(SVGTransform(name, values))
        }
        self = result
    }

    private init(_ name: String, _ values: [Double]) {
        self.init()
        switch (name, values.count) {
        case ("matrix", 6): (a, b, c, d, e, f) = (values[0], values[1], values[2], values[3], values[4], values[5])
        case ("translate", 1...2): (e, f) = (values[0], values.count > 1 ? values[1] : 0)
        case ("scale", 1...2): (a, d) = (values[0], values.count > 1 ? values[1] : values[0])
        case ("rotate", 1), ("rotate", 3):
            let angle = values[0] * .pi / 180
            let turn = SVGTransform(a: cos(angle), b: sin(angle), c: -sin(angle), d: cos(angle))
            guard values.count == 3 else { self = turn; return }
            let (there, back) = (SVGTransform(e: -values[1], f: -values[2]), SVGTransform(e: values[1], f: values[2]))
            self = back.after(turn).after(there)
        case ("skewX", 1): c = tan(values[0] * .pi / 180)
        case ("skewY", 1): b = tan(values[0] * .pi / 180)
        default: break
        }
    }

    init(a: Double = 1, b: Double = 0, c: Double = 0, d: Double = 1, e: Double = 0, f: Double = 0) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }
}

/// The numbers in a text such as `10,-2.5e1.5-3`, as SVG writes them: a sign or a second point begins a new one.
func svgNumbers(_ text: String) -> [Double] {
    var numbers: [Double] = []
    var current = ""
    func end() {
        if let number = Double(current), number.isFinite { numbers.append(number) }
        current = ""
    }
    for character in text {
        switch character {
        case "0"..."9": current.append(character)
        case ".":
            if current.contains(".") || current.contains("e") { end() }
            current.append(character)
        case "-", "+":
            if !current.isEmpty, current.last != "e" { end() }
            current.append(character)
        case "e", "E": current.append("e")
        default: end()
        }
    }
    end()
    return numbers
}

/// The points that a shape lies between: corners, and for a curve the points that pull at it, so that the outline may be
/// a little too wide and never too narrow.
func svgPoints(of element: String, _ attributes: [String: String]) -> [PicturePoint] {
    func length(_ name: String) -> Double { svgNumbers(attributes[name] ?? "").first ?? 0 }
    func box(_ x: Double, _ y: Double, _ width: Double, _ height: Double) -> [PicturePoint] {
        guard width > 0, height > 0 else { return [] }
        return [(x, y), (x + width, y), (x + width, y + height), (x, y + height)].map(PicturePoint.init)
    }
    switch element {
    case "rect", "image": return box(length("x"), length("y"), length("width"), length("height"))
    case "circle":
        let r = length("r")
        return box(length("cx") - r, length("cy") - r, 2 * r, 2 * r)
    case "ellipse":
        let (rx, ry) = (length("rx"), length("ry"))
        return box(length("cx") - rx, length("cy") - ry, 2 * rx, 2 * ry)
    case "line": return [.init(x: length("x1"), y: length("y1")), .init(x: length("x2"), y: length("y2"))]
    case "polygon", "polyline": return PicturePoint.list(attributes["points"] ?? "")
    case "path": return SVGPath(attributes["d"] ?? "").points
    default: return []
    }
}

extension PicturePoint {
    /// `10,20 30,40`.
    static func list(_ text: String) -> [PicturePoint] {
        let numbers = svgNumbers(text)
        return stride(from: 0, to: numbers.count - 1, by: 2).map { PicturePoint(x: numbers[$0], y: numbers[$0 + 1]) }
    }

    /// The smallest outline without dents around all of them, clockwise on the screen (Andrew's monotone chain).
    static func hull(of points: [PicturePoint]) -> [PicturePoint] {
        let sorted = Set(points).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
        guard sorted.count > 2 else { return sorted }
        func half(_ points: some Sequence<PicturePoint>) -> [PicturePoint] {
            var chain: [PicturePoint] = []
            for point in points {
                while chain.count >= 2, cross(chain[chain.count - 2], chain[chain.count - 1], point) <= 0 {
                    chain.removeLast()
                }
                chain.append(point)
            }
            return Array(chain.dropLast())
        }
        return half(sorted) + half(sorted.reversed())
    }

    private static func cross(_ o: PicturePoint, _ a: PicturePoint, _ b: PicturePoint) -> Double {
        (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
    }
}
