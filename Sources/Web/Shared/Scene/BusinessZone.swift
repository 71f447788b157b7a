/// Office, canteen and packing (*overige bedrijfsactiviteiten*).
struct BusinessZone {
    let state: SceneState
    let companyName: String?

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.business, activities, from: share)
    }

    func draw(_ canvas: inout Isometric) {
        canvas.box(17.5, 1, 0, 5.6, 4.4, 1.8, .wall, width: 1.6)
        canvas.box(17.5, 1, 1.8, 5.6, 4.4, 1.8, Tone.wall.shaded(1.03), top: .roof, width: 1.6)
        drawSign(&canvas)
        for index in 0..<4 { canvas.left(17.8 + Double(index) * 1.33, 5.4, 2.3, 1.05, 0.95, .glass) }
        for index in 0..<3 { canvas.right(23.1, 1.3 + Double(index) * 1.35, 2.3, 1.05, 0.95, Tone.glass.shaded(0.88)) }
        for index in 0..<3 { canvas.right(23.1, 1.3 + Double(index) * 1.35, 0.5, 1.05, 0.95, Tone.glass.shaded(0.88)) }
        // The canteen: a wide window with a table behind it.
        canvas.left(17.8, 5.4, 0.25, 3.3, 1.25, Tone(0xfbe7b4))
        canvas.left(18.2, 5.4, 0.3, 1.6, 0.5, .wood, width: 0.8)
        canvas.ball(Spot(18.3, 5.4, 1.0), 0.17, .skin)
        canvas.ball(Spot(19.6, 5.4, 1.0), 0.17, .skin)
        canvas.line([Spot(19.0, 5.4, 1.5), Spot(19.0, 5.4, 1.22)], .ink, 1.2)
        canvas.ball(Spot(19.0, 5.4, 1.17), 0.1, .ochre)
        canvas.left(21.5, 5.4, 0, 0.95, 1.45, .dark)
        drawTerrace(&canvas)
        canvas.moved(0, 0.9) { drawPacking(&$0) }
    }

    /// The name on the edge of the roof, as large as it fits.
    private func drawSign(_ canvas: inout Isometric) {
        guard let companyName, !companyName.isEmpty else { return }
        canvas.box(17.6, 5.3, 3.35, 5.4, 0.12, 0.75, .white)
        let room = 5.1 * Isometric.unit
        let size = min(17, room / SceneCard.width(of: companyName, size: 1))
        let p = canvas.place(Spot(20.3, 5.42, 3.72))
        canvas.append(
            "<text transform=\"matrix(.866 .5 0 1 \(Isometric.pair(p.x, p.y + size * 0.36)))\" text-anchor=\"middle\" stroke=\"none\" "
                + "fill=\"\(Tone.ink)\" font-weight=\"700\" font-size=\"\(Isometric.short(size))\">\(SceneLabels.escaped(companyName))</text>"
        )
    }

    private func drawTerrace(_ canvas: inout Isometric) {
        canvas.draw(look("OV06", "OV04", "OV03", from: 0.35)) { canvas in
            canvas.left(20.3, 5.42, 0.55, 0.7, 0.95, .fresh)
            for z in [0.8, 1.0, 1.2] { canvas.line([Spot(20.4, 5.42, z), Spot(20.85, 5.42, z)], .white, 1.6) }
        }
        // Five kinds of waste, five bins.
        canvas.draw(look("OV13", from: 0.1)) { canvas in
            for (index, lid) in [Tone.doing, .blue, .ochre, .brick, .iron].enumerated() {
                let x = 17.6 + Double(index) * 0.58
                canvas.box(x, 5.75, 0, 0.46, 0.5, 0.75, .fresh, top: lid)
                canvas.box(x, 5.75, 0.75, 0.46, 0.5, 0.1, lid, width: 0.9)
            }
        }
        canvas.draw(look("OV14", "OV10", "OV11", from: 0.6)) { canvas in
            canvas.line([Spot(20.9, 6.1), Spot(20.9, 6.1, 1.25), Spot(22.9, 6.1, 1.25), Spot(22.9, 6.1)], .ink, 2)
            for x in [21.15, 21.75, 22.35] {
                canvas.face(
                    [
                        Spot(x, 6.1, 1.2), Spot(x + 0.4, 6.1, 1.2), Spot(x + 0.46, 6.1, 0.35),
                        Spot(x + 0.24, 6.1, 0.35),
                        Spot(x + 0.2, 6.1, 0.7), Spot(x + 0.16, 6.1, 0.35), Spot(x - 0.06, 6.1, 0.35),
                    ],
                    .fresh
                )
            }
        }
        canvas.draw(look("OV12", from: 0.8)) { canvas in
            canvas.box(23.2, 3.9, 0, 0.6, 1.3, 0.35, .rust)
            for y in [4.1, 4.5, 4.9] { canvas.ball(Spot(23.5, y, 0.6), 0.25, .leaf) }
        }
    }

    /// Boxes in foil on pallets; or crates that come back.
    private func drawPacking(_ canvas: inout Isometric) {
        canvas.pallet(17.7, 7.1)
        canvas.box(17.8, 7.2, 0.14, 0.9, 0.9, 0.8, .wood)
        canvas.line([Spot(18.25, 8.1, 0.14), Spot(18.25, 8.1, 0.94), Spot(18.25, 7.2, 0.94)], .paper, 3)
        canvas.pallet(19.2, 7.1)
        canvas.box(19.3, 7.2, 0.14, 0.9, 0.9, 0.55, .wood)
        canvas.line([Spot(19.75, 8.1, 0.14), Spot(19.75, 8.1, 0.69), Spot(19.75, 7.2, 0.69)], .paper, 3)
        canvas.draw(look("OV08", "OV09", "OV01", "OV05", from: 0.2)) { canvas in
            canvas.pallet(20.7, 7.0)
            for level in 0..<3 {
                let z = 0.14 + Double(level) * 0.36
                canvas.box(20.75, 7.05, z, 1.0, 1.0, 0.36, level.isMultiple(of: 2) ? .fresh : .mint)
                canvas.left(21.05, 8.05, z + 0.12, 0.4, 0.1, .dark, width: 0)
            }
            canvas.loop(at: Spot(21.76, 7.55, 0.65), size: 0.8, onLeft: false, .white)
        }
        canvas.draw(look("OV02", "OV07", from: 0.5)) { canvas in
            canvas.box(22.3, 7.3, 0.2, 1.0, 0.7, 0.55, .fresh)
            canvas.line(
                [Spot(22.35, 7.95, 0.75), Spot(22.35, 7.95, 1.45), Spot(23.1, 7.95, 1.45), Spot(23.25, 7.95, 0.75)],
                .doing,
                2.6
            )
            canvas.line([Spot(22.25, 7.65, 0.1), Spot(22.25, 7.65, 1.6)], .ink, 3)
            canvas.leftDisc(Spot(22.55, 8.0, 0.2), 0.2, .dark)
            canvas.leftDisc(Spot(23.1, 8.0, 0.2), 0.2, .dark)
        }
        canvas.person(20.2, 8.7, coat: .brick)
    }
}
