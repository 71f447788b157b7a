/// The plot, the road and what grows there.
extension Isometric {
    mutating func drawGround() {
        flat(-0.35, -0.35, -0.05, 24.7, 22.3, .grass, width: 0)
        flat(0, 0, 0, 24, 18.95, .yard)
        flat(0, 15.7, 0, 24, 3.25, .road)
        for index in 0..<8 { flat(0.7 + Double(index) * 3, 17.25, 0, 1.5, 0.16, .white, width: 0) }
    }
}
