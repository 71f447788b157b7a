/// The work in the hall (*productieproces*): laser cutter, lathe, press brake and welding bench.
struct ProductionZone {
    let state: SceneState

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.production, activities, from: share)
    }

    func draw(_ canvas: inout Isometric) {
        canvas.moved(0, 0.5) { drawLaser(&$0) }
        canvas.moved(0, 0.9) { drawLathe(&$0) }
        drawBehind(&canvas)
        drawPressBrake(&canvas)
        canvas.moved(0.2, 1.2) { drawWelding(&$0) }
        drawScrap(&canvas)
    }

    /// A table with a sheet on it, a bridge over it, a beam of light in between.
    private func drawLaser(_ canvas: inout Isometric) {
        canvas.box(1.6, 1.7, 0, 0.8, 2.4, 1.9, .blue)
        canvas.left(1.75, 4.1, 1.0, 0.5, 0.55, .dark)
        canvas.box(2.5, 1.8, 0, 4.4, 2.3, 0.75, .blue)
        canvas.left(2.7, 4.1, 0.15, 4, 0.35, Tone.blue.shaded(0.7), width: 0.8)
        canvas.flat(2.65, 1.95, 0.78, 4.1, 2.0, .steel)
        // Parts in the sheet: few and far apart, or nested with hardly anything between them.
        for (x, y) in [(3.2, 2.5), (5.9, 3.3)] { canvas.disc(Spot(x, y, 0.78), 0.24, .dark) }
        canvas.flat(3.5, 3.1, 0.78, 0.7, 0.5, .dark, width: 0.8)
        canvas.draw(look("PP02", "PP03", from: 0.1)) { canvas in
            for column in 0..<6 {
                let x = 2.75 + Double(column) * 0.67
                canvas.face([Spot(x, 2.05, 0.8), Spot(x + 0.58, 2.05, 0.8), Spot(x, 2.9, 0.8)], .fresh, width: 0.9)
                canvas.face(
                    [Spot(x + 0.62, 2.12, 0.8), Spot(x + 0.62, 2.95, 0.8), Spot(x + 0.06, 2.95, 0.8)],
                    .mint,
                    width: 0.9
                )
                canvas.flat(x, 3.1, 0.8, 0.58, 0.34, .mint, width: 0.9)
                canvas.flat(x, 3.5, 0.8, 0.58, 0.34, .fresh, width: 0.9)
            }
        }
        canvas.box(5.0, 1.7, 0.75, 0.5, 0.25, 0.75, .sky)
        canvas.box(5.0, 1.7, 1.35, 0.5, 2.5, 0.36, .sky)
        canvas.box(5.0, 3.95, 0.75, 0.5, 0.25, 0.6, .sky)
        canvas.box(5.5, 2.75, 1.15, 0.35, 0.45, 0.75, .ochre)
        canvas.line([Spot(5.68, 3.0, 1.15), Spot(5.68, 3.0, 0.8)], Tone(0xe0452f), 3)
        canvas.sparks(at: Spot(5.68, 3.0, 0.8), 13)
        canvas.person(7.4, 5.2, coat: .ochre, helmet: .white)
    }

    /// A long bed, a chuck with a bar in it, a tailstock.
    private func drawLathe(_ canvas: inout Isometric) {
        canvas.draw(look("PP12", "PP11", "PP13", from: 0.45)) { canvas in
            canvas.box(7.2, 2.6, 0, 0.9, 0.7, 1.0, .fresh)
            for z in [0.3, 0.62] { canvas.line([Spot(7.2, 3.3, z), Spot(8.1, 3.3, z)], .ink, 1) }
            for x in [7.32, 7.55, 7.78, 8.0] { canvas.line([Spot(x, 2.95, 1), Spot(x, 2.95, 1.4)], .ink, 2.4) }
        }
        canvas.box(8.4, 2.1, 0, 0.9, 1.2, 0.7, .iron)
        canvas.box(12.3, 2.1, 0, 0.9, 1.2, 0.7, .iron)
        canvas.box(8.3, 2.1, 0.6, 5.0, 1.2, 0.35, .steel)
        canvas.box(8.3, 2.0, 0.95, 1.4, 1.3, 1.25, .iron)
        canvas.left(8.5, 3.3, 1.55, 0.7, 0.45, .sky, width: 0.9)
        canvas.pipe(along: Spot(9.75, 2.7, 1.55), 0.5, 0.3, .steel, end: .sky)
        canvas.pipe(along: Spot(10.1, 2.7, 1.55), 0.22, 2.0, .sky)
        canvas.box(12.3, 2.35, 0.95, 0.9, 0.75, 0.95, .iron)
        canvas.box(10.9, 2.95, 0.95, 0.55, 0.4, 0.6, .ochre)
        canvas.person(11.4, 4.3, coat: .blue, helmet: .white)
    }

    /// Cleaned and used again: the coolant, beside the lathe.
    private func drawBehind(_ canvas: inout Isometric) {
        canvas.draw(look("PP07", "PP16", "PP17", from: 0.6)) { canvas in
            canvas.drum(Spot(14.2, 4.1), 0.42, 1.15, .fresh, top: .mint)
            canvas.line(
                [Spot(14.2, 4.1, 1.2), Spot(14.2, 4.1, 1.6), Spot(13.0, 3.6, 1.75), Spot(12.2, 3.6, 1.3)],
                .doing,
                3.4
            )
            canvas.loop(at: Spot(14.47, 4.47, 0.62), size: 0.9, .white)
        }
    }

    /// Two cheeks and a beam that comes down on a sheet.
    private func drawPressBrake(_ canvas: inout Isometric) {
        canvas.box(1.9, 6.2, 0, 4.2, 0.9, 0.95, .ochre)
        canvas.box(1.9, 6.2, 0.95, 0.45, 0.9, 1.4, .ochre)
        canvas.box(5.65, 6.2, 0.95, 0.45, 0.9, 1.4, .ochre)
        canvas.left(2.35, 6.5, 0.95, 3.3, 0.9, .dark)
        canvas.face([Spot(2.6, 6.75, 1.05), Spot(5.4, 6.75, 1.05), Spot(5.4, 8.0, 1.45), Spot(2.6, 8.0, 1.45)], .sky)
        canvas.face([Spot(2.6, 8.0, 1.45), Spot(5.4, 8.0, 1.45), Spot(5.4, 8.05, 1.4), Spot(2.6, 8.05, 1.4)], .steel)
        canvas.box(2.3, 6.3, 1.55, 3.4, 0.75, 1.25, Tone.ochre.shaded(1.1))
        canvas.box(2.5, 6.75, 1.2, 3.0, 0.14, 0.36, .iron)
        canvas.left(3.0, 7.05, 1.95, 1.9, 0.5, .white, width: 1)
        for index in 0..<4 {
            canvas.line(
                [Spot(3.15 + Double(index) * 0.45, 7.05, 2.0), Spot(3.35 + Double(index) * 0.45, 7.05, 2.4)],
                .ink,
                3
            )
        }
        canvas.person(6.6, 8.2, coat: .ochre, helmet: .white)
    }

    /// Curtains, a bench with holes, a torch, a bottle of gas.
    private func drawWelding(_ canvas: inout Isometric) {
        canvas.left(9.0, 6.0, 0.25, 4.6, 1.4, .brick)
        for index in 1..<6 {
            let x = 9.0 + Double(index) * 0.77
            canvas.line([Spot(x, 6, 0.25), Spot(x, 6, 1.65)], Tone.brick.shaded(0.7), 1.2)
        }
        canvas.right(9.0, 6.0, 0.25, 2.6, 1.4, Tone.brick.shaded(0.86))
        for index in 1..<4 {
            let y = 6.0 + Double(index) * 0.65
            canvas.line([Spot(9, y, 0.25), Spot(9, y, 1.65)], Tone.brick.shaded(0.62), 1.2)
        }
        canvas.line([Spot(9, 6, 0), Spot(9, 6, 1.8)], .ink, 2)
        canvas.drum(Spot(9.6, 6.6), 0.2, 1.35, .blue)
        canvas.box(10.0, 6.3, 0, 0.75, 0.65, 0.95, .dark)
        canvas.leftDisc(Spot(10.37, 6.95, 0.62), 0.16, .white)
        canvas.box(11.0, 7.0, 0.62, 2.2, 1.3, 0.18, .iron, top: .steel)
        for (x, y) in [(11.0, 8.15), (13.05, 8.15), (13.05, 7.0)] { canvas.box(x, y, 0, 0.15, 0.15, 0.62, .iron) }
        canvas.left(11.4, 7.5, 0.8, 1.4, 0.6, .steel)
        canvas.box(11.4, 7.5, 0.8, 0.12, 0.5, 0.6, .steel)
        canvas.sparks(at: Spot(12.1, 7.55, 0.9), 21)
        canvas.person(13.7, 7.6, coat: .dark, helmet: .dark)
        canvas.draw(look("PP06", "PP04", from: 0.75)) { canvas in
            canvas.line(
                [Spot(10.4, 6.6, 0.95), Spot(10.4, 6.6, 2.4), Spot(11.9, 7.4, 2.0), Spot(12.0, 7.5, 1.5)],
                .doing,
                3
            )
            canvas.box(10.05, 6.35, 0.95, 0.65, 0.55, 0.4, .fresh)
        }
    }

    /// One skip with everything in it, or a bin for each alloy.
    private func drawScrap(_ canvas: inout Isometric) {
        let sorted = look("PP14", from: 0.2)
        canvas.draw(unlessDone: sorted) { canvas in
            canvas.bin(5.4, 9.5, .iron, filling: .rust, size: 1.3, height: 0.8)
        }
        canvas.draw(sorted) { canvas in
            let fillings: [Tone] = [.steel, .rust, .ochre, .sky]
            for (index, filling) in fillings.enumerated() {
                canvas.bin(4.4 + Double(index) * 1.15, 9.5, .doing, filling: filling)
            }
        }
        canvas.draw(look("PP15", from: 0.35)) { canvas in
            canvas.box(2.6, 9.4, 0, 1.1, 0.9, 1.15, .fresh)
            canvas.drum(Spot(3.15, 9.85, 1.15), 0.3, 0.35, .mint, top: .dark)
            for (x, y) in [(3.95, 9.7), (3.95, 10.2), (3.5, 10.55)] { canvas.drum(Spot(x, y), 0.17, 0.2, .steel) }
        }
    }
}
