/// The drawing office and what leaves it (*product*).
struct ProductZone {
    let state: SceneState
    /// The drawing office is being talked about.
    let current: SceneZone?

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.product, activities, from: share)
    }

    func draw(_ canvas: inout Isometric) {
        canvas.moved(0, 1.7) { drawOffice(&$0) }
    }

    private func drawOffice(_ canvas: inout Isometric) {
        canvas.flat(15.2, 9.3, 0.02, 7.8, 3.8, Tone(0xefe2c4))
        canvas.light(.product, current: current, isLive: state.isLive) { canvas in
            canvas.flat(15.2, 9.3, 0.02, 7.8, 3.8, Tone(0xffe072))
        }
        canvas.box(15.1, 9.1, 0, 8.0, 0.2, 0.5, .wall)
        canvas.left(15.2, 9.3, 0.5, 7.8, 1.0, .glass, width: 1.2)
        for index in 1..<4 {
            let x = 15.2 + Double(index) * 1.95
            canvas.line([Spot(x, 9.3, 0.5), Spot(x, 9.3, 1.5)], .ink, 1.1)
        }
        drawDesk(&canvas)
        drawShelf(&canvas)
        drawProduct(&canvas)
    }

    /// A drawing on a screen, and one on the board.
    private func drawDesk(_ canvas: inout Isometric) {
        canvas.box(15.7, 10.0, 0.55, 2.0, 0.9, 0.1, .wood)
        for (x, y) in [(15.75, 10.8), (17.55, 10.8)] { canvas.box(x, y, 0, 0.1, 0.1, 0.55, .iron, width: 0.8) }
        canvas.box(16.6, 10.2, 0.65, 0.2, 0.1, 0.2, .dark)
        canvas.box(15.95, 10.15, 0.8, 1.5, 0.1, 0.95, .dark)
        canvas.left(16.03, 10.26, 0.88, 1.34, 0.79, .sky, width: 0.8)
        canvas.fence(16.2, 10.27, 0.95, length: 1.0, height: 0.55, .blue, bars: 4)
        canvas.draw(look("PR04", "PR01", "PR03", from: 0.15)) { canvas in
            canvas.left(16.03, 10.26, 0.88, 1.34, 0.79, .mint, width: 0.8)
            canvas.fence(16.2, 10.27, 0.95, length: 1.0, height: 0.55, .doing, bars: 3)
        }
        canvas.person(17.2, 11.5, coat: .blue)
    }

    /// Spare parts in trays, ready for when something breaks.
    private func drawShelf(_ canvas: inout Isometric) {
        canvas.draw(look("PR07", "PR08", "PR06", "PR09", "PR10", from: 0.3)) { canvas in
            canvas.box(18.5, 9.5, 0, 1.7, 0.5, 0.08, .doing)
            for level in 0..<3 {
                let z = 0.1 + Double(level) * 0.55
                canvas.box(18.5, 9.5, z + 0.42, 1.7, 0.5, 0.07, .doing, width: 0.9)
                for index in 0..<3 {
                    canvas.box(
                        18.58 + Double(index) * 0.54,
                        9.6,
                        z,
                        0.44,
                        0.4,
                        0.3,
                        level == 1 ? .mint : .fresh,
                        width: 0.9
                    )
                }
            }
        }
        canvas.draw(look("PR02", "PR11", "PR05", from: 0.6)) { canvas in
            canvas.box(15.6, 12.0, 0, 1.0, 0.7, 0.55, .fresh)
            canvas.box(15.95, 12.2, 0.55, 0.3, 0.3, 0.14, .dark)
            canvas.loop(at: Spot(16.1, 12.7, 0.28), size: 0.8, .white)
        }
    }

    /// A fence on a stand. Bolted instead of welded; with a passport; rebuilt from an old one.
    private func drawProduct(_ canvas: inout Isometric) {
        canvas.box(19.4, 10.9, 0, 3.2, 1.0, 0.22, .sky)
        canvas.fence(19.7, 11.4, 0.22, length: 2.6, height: 1.55, .dark, bars: 7)
        canvas.draw(look("PR13", "PR15", from: 0.2)) { canvas in
            for (x, z) in [(19.7, 0.42), (22.3, 0.42), (19.7, 1.72), (22.3, 1.72), (21.0, 1.77)] {
                canvas.ball(Spot(x, 11.4, z), 0.15, .fresh)
            }
        }
        canvas.draw(look("PR12", "PR14", from: 0.5)) { canvas in
            canvas.box(18.0, 12.1, 0, 2.4, 0.75, 0.15, .mint)
            canvas.fence(18.15, 12.5, 0.15, length: 2.1, height: 1.0, .fresh, bars: 6)
            canvas.tag(at: Spot(20.35, 12.87, 0.55))
        }
        canvas.draw(look("PR16", from: 0.8)) { canvas in
            canvas.line([Spot(21.6, 11.42, 1.7), Spot(21.6, 11.42, 1.4)], .ink, 1.2)
            canvas.left(21.15, 11.45, 0.55, 0.9, 0.9, .white)
            for (x, z) in [(0.12, 0.58), (0.58, 0.58), (0.12, 0.12)] {
                canvas.left(21.15 + x, 11.46, 0.55 + z, 0.22, 0.22, .doing, width: 0)
            }
            canvas.left(21.65, 11.46, 0.68, 0.14, 0.14, .doing, width: 0)
        }
    }
}
