/// Things that occur in several zones.
extension Isometric {
    mutating func person(_ x: Double, _ y: Double, _ z: Double = 0, coat: Tone, helmet: Tone? = nil) {
        let p = place(Spot(x, y, z))
        func number(_ value: Double) -> String { Self.short(value) }
        append(
            "<ellipse cx=\"\(number(p.x))\" cy=\"\(number(p.y))\" rx=\"7\" ry=\"3.2\" fill=\"#22303f\" fill-opacity=\".18\" stroke=\"none\"/>"
                + "<path fill=\"\(Tone.dark)\" d=\"M\(number(p.x - 4)) \(number(p.y - 12))h8l-1 12h-2.2l-.8-8-.8 8h-2.2z\"/>"
                + "<path fill=\"\(coat)\" d=\"M\(number(p.x - 5.5)) \(number(p.y - 11))v-10q0-5 5.5-5t5.5 5v10z\"/>"
                + "<circle fill=\"\(Tone.skin)\" cx=\"\(number(p.x))\" cy=\"\(number(p.y - 30))\" r=\"4.6\"/>"
        )
        if let helmet {
            append("<path fill=\"\(helmet)\" d=\"M\(number(p.x - 5.4)) \(number(p.y - 30.5))a5.4 5.4 0 0 1 10.8 0z\"/>")
        }
    }

    mutating func tree(_ x: Double, _ y: Double, _ size: Double = 1) {
        line([Spot(x, y), Spot(x, y, 0.9 * size)], .rust, 4 * size)
        ball(Spot(x, y, 1.35 * size), 0.55 * size, .leaf)
        ball(Spot(x - 0.12, y + 0.12, 1.6 * size), 0.2 * size, Tone.leaf.shaded(1.17), outlined: false)
    }

    mutating func pallet(_ x: Double, _ y: Double, _ dx: Double = 1.1, _ dy: Double = 1.1) {
        box(x, y, 0, dx, dy, 0.14, .wood, width: 0.8)
    }

    /// A panel of fence: what this company makes.
    mutating func fence(
        _ x: Double,
        _ y: Double,
        _ z: Double,
        length: Double,
        height: Double,
        _ tone: Tone,
        bars: Int = 6
    ) {
        line([Spot(x, y, z), Spot(x, y, z + height), Spot(x + length, y, z + height), Spot(x + length, y, z)], tone, 3)
        line([Spot(x, y, z + 0.18), Spot(x + length, y, z + 0.18)], tone, 2.4)
        for index in 1..<bars {
            let at = x + length * Double(index) / Double(bars)
            line([Spot(at, y, z + 0.18), Spot(at, y, z + height)], tone, 1.8)
        }
    }

    /// An open container with something in it.
    mutating func bin(_ x: Double, _ y: Double, _ tone: Tone, filling: Tone, size: Double = 0.9, height: Double = 0.75)
    {
        box(x, y, 0, size, size, height, tone, top: Tone.dark)
        let (middle, edge) = (size / 2, size * 0.1)
        face(
            [
                Spot(x + edge, y + size - edge, height), Spot(x + edge, y + middle, height + 0.22),
                Spot(x + middle, y + edge, height + 0.3), Spot(x + size - edge, y + edge, height + 0.06),
                Spot(x + size - edge, y + middle, height + 0.18), Spot(x + middle, y + size - edge, height + 0.1),
            ],
            filling,
            width: 0.9
        )
    }

    mutating func barrel(_ x: Double, _ y: Double, _ tone: Tone) {
        drum(Spot(x, y), 0.27, 0.78, tone)
    }

    /// Two arrows that run round: comes back, is used again. On a face that looks to the front left, or upright.
    mutating func loop(at spot: Spot, size: Double, onLeft: Bool = true, _ tone: Tone = .doing) {
        let p = place(spot)
        let plane =
            onLeft ? "matrix(.866 .5 0 1 \(Self.pair(p.x, p.y)))" : "matrix(.866 -.5 0 1 \(Self.pair(p.x, p.y)))"
        append(
            "<g transform=\"\(plane) scale(\(Self.short(size)))\" fill=\"none\" stroke=\"\(isGhost ? .wanted : tone)\" stroke-width=\"3\" stroke-dasharray=\"none\">"
                + "<path d=\"M-7-2A7.3 7.3 0 0 1 5-5.3M7 2A7.3 7.3 0 0 1-5 5.3\"/>"
                + "<path stroke=\"none\" fill=\"\(isGhost ? .wanted : tone)\" fill-opacity=\"1\" d=\"M2.5-9.5l7 3.4-5.8 4.6zM-2.5 9.5l-7-3.4 5.8-4.6z\"/></g>"
        )
    }

    /// A white plate with a tick: seen, tested, in order.
    mutating func tag(at spot: Spot, onLeft: Bool = true) {
        let p = place(spot)
        let slope = onLeft ? ".5" : "-.5"
        append(
            "<g transform=\"matrix(.866 \(slope) 0 1 \(Self.pair(p.x, p.y)))\"><rect x=\"-8\" y=\"-8\" width=\"16\" height=\"16\" rx=\"2\"\(isGhost ? "" : " fill=\"\(Tone.doing)\"")/>"
                + "<path d=\"M-4.5 0l3.2 3.6 6-7\" fill=\"none\" stroke=\"\(isGhost ? Tone.wanted : .white)\" stroke-width=\"2.6\"/></g>"
        )
    }

    /// Sparks around a point.
    mutating func sparks(at spot: Spot, _ radius: Double) {
        let p = place(spot)
        let rays: [(Double, Double)] = [
            (1, 0), (0.5, 0.87), (-0.5, 0.87), (-1, 0), (-0.5, -0.87), (0.5, -0.87), (0.87, 0.5), (-0.87, 0.5),
            (0.87, -0.5), (-0.87, -0.5),
        ]
        let path = rays.enumerated().map { index, ray in
            let far = radius * (index < 6 ? 1 : 0.68)
            return "M\(Self.pair(p.x + ray.0 * 4, p.y + ray.1 * 4))L\(Self.pair(p.x + ray.0 * far, p.y + ray.1 * far))"
        }.joined()
        append("<path d=\"\(path)\" stroke=\"#e79a1c\" stroke-width=\"2\" stroke-linecap=\"round\"/>")
        append("<circle cx=\"\(Self.short(p.x))\" cy=\"\(Self.short(p.y))\" r=\"4\" fill=\"#fff\" stroke=\"#e79a1c\"/>")
    }
}
