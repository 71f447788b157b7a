/// The yard (*grondstoffen*): racks with plate and profile, and what is kept, bought second-hand or comes back.
struct MaterialsZone {
    let state: SceneState

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.materials, activities, from: share)
    }

    func draw(_ canvas: inout Isometric) {
        drawPlates(&canvas)
        drawOffcuts(&canvas)
        drawProfiles(&canvas)
        drawFront(&canvas)
    }

    /// Plate on shelves.
    private func drawPlates(_ canvas: inout Isometric) {
        let sized = look("GR05", from: 0.3)
        post(0.9, 12.5, &canvas)
        post(3.9, 12.5, &canvas)
        for (level, tone) in [Tone.steel, .steel, .iron].enumerated() {
            let z = 0.15 + Double(level) * 0.65
            canvas.box(0.95, 12.55, z, 2.95, 1.5, 0.1, .ochre, width: 0.8)
            canvas.box(1.05, 12.65, z + 0.1, 2.75, 1.3, 0.2, tone)
            canvas.line([Spot(1.05, 13.95, z + 0.2), Spot(3.8, 13.95, z + 0.2)], .ink, 0.7)
        }
        canvas.draw(sized) { canvas in
            canvas.box(1.15, 12.75, 1.75, 1.0, 1.1, 0.14, .fresh)
            canvas.box(2.35, 12.75, 1.75, 0.6, 1.1, 0.14, .fresh)
            canvas.box(3.1, 12.75, 1.75, 0.6, 1.1, 0.14, .fresh)
        }
        post(0.9, 14.05, &canvas)
        post(3.9, 14.05, &canvas)
    }

    private func post(_ x: Double, _ y: Double, _ canvas: inout Isometric) {
        canvas.line([Spot(x, y), Spot(x, y, 2.15)], Tone.ochre.shaded(0.8), 4)
    }

    /// A frame with offcuts by size: first out, first used.
    private func drawOffcuts(_ canvas: inout Isometric) {
        canvas.draw(look("GR07", from: 0.1)) { canvas in
            canvas.box(4.6, 12.7, 0, 2.3, 0.9, 0.16, .doing)
            for index in 0..<6 {
                let x = 4.7 + Double(index) * 0.37
                let height = 1.35 - Double(index) * 0.17
                canvas.box(x, 12.8, 0.16, 0.1, 0.75, height, index.isMultiple(of: 2) ? .fresh : .mint, width: 1)
            }
            canvas.tag(at: Spot(5.7, 13.62, 0.45))
        }
    }

    /// Tubes and beams on arms.
    private func drawProfiles(_ canvas: inout Isometric) {
        for x in [7.4, 9.6] {
            canvas.line([Spot(x, 12.8), Spot(x, 12.8, 1.75)], Tone.ochre.shaded(0.8), 5)
            for z in [0.35, 1.0] { canvas.line([Spot(x, 12.8, z), Spot(x, 13.8, z)], Tone.ochre.shaded(0.8), 4) }
        }
        for (z, tone) in [(0.5, Tone.iron), (1.15, .steel)] {
            for index in 0..<3 {
                canvas.pipe(along: Spot(7.0, 13.05 + Double(index) * 0.3, z), 0.13, 3.2, tone, end: .dark)
            }
        }
        canvas.draw(look("GR11", "GR12", "GR10", from: 0.5)) { canvas in
            canvas.tag(at: Spot(8.0, 13.85, 0.95))
            canvas.tag(at: Spot(8.9, 13.85, 0.35))
            canvas.loop(at: Spot(2.4, 14.1, 0.85), size: 1.1)
        }
    }

    /// Used beams with a tag, parts from elsewhere, drums of regenerated oil.
    private func drawFront(_ canvas: inout Isometric) {
        canvas.draw(look("GR08", from: 0.4)) { canvas in
            for (x, y, z) in [(4.5, 14.5, 0.0), (4.5, 15.0, 0.0), (4.5, 14.75, 0.34)] {
                beam(x, y, z, &canvas)
            }
            canvas.tag(at: Spot(6.0, 15.36, 0.62))
        }
        canvas.draw(look("GR13", "GR06", from: 0.7)) { canvas in
            canvas.barrel(1.3, 14.9, .fresh)
            canvas.barrel(1.95, 15.1, .fresh)
            canvas.loop(at: Spot(2.15, 15.4, 0.4), size: 0.75, .white)
        }
        canvas.draw(look("GR09", from: 0.85)) { canvas in
            canvas.bin(2.7, 14.7, .fresh, filling: .rust, size: 0.85, height: 0.5)
        }
    }

    private func beam(_ x: Double, _ y: Double, _ z: Double, _ canvas: inout Isometric) {
        canvas.box(x, y, z, 3.0, 0.36, 0.08, .rust, width: 0.9)
        canvas.box(x, y + 0.13, z + 0.08, 3.0, 0.1, 0.18, .rust, width: 0.9)
        canvas.box(x, y, z + 0.26, 3.0, 0.36, 0.08, .fresh, width: 0.9)
    }
}
