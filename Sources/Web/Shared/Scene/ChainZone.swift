/// Truck, neighbour and customer (*samenwerking in de keten*).
struct ChainZone {
    let state: SceneState

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.chain, activities, from: share)
    }

    func draw(_ canvas: inout Isometric) {
        drawReturn(&canvas)
        canvas.moved(0, -0.3) { drawTruck(&$0) }
        drawBetween(&canvas)
        canvas.moved(-0.6, 5.8) { drawCustomer(&$0) }
        canvas.moved(-0.3, 5.8) { drawNeighbour(&$0) }
    }

    /// The house of a customer, with our fence round it.
    private func drawCustomer(_ canvas: inout Isometric) {
        canvas.box(15.3, 13.6, 0, 2.4, 1.5, 1.1, .sky)
        canvas.face([Spot(17.7, 13.6, 1.1), Spot(17.7, 15.1, 1.1), Spot(17.7, 14.35, 1.95)], Tone.sky.shaded(0.85))
        canvas.face(
            [Spot(15.1, 15.25, 1.0), Spot(17.9, 15.25, 1.0), Spot(17.9, 14.35, 2.0), Spot(15.1, 14.35, 2.0)],
            .rust
        )
        canvas.left(15.7, 15.1, 0.35, 0.6, 0.5, .glass)
        canvas.left(16.8, 15.1, 0, 0.5, 0.85, .dark)
        canvas.fence(15.0, 15.7, 0, length: 1.5, height: 0.55, .dark, bars: 5)
        canvas.draw(look("SK06", "SK02", "SK01", from: 0.6)) { canvas in
            canvas.left(17.95, 15.72, 0.4, 0.75, 0.9, .white)
            for z in [0.6, 0.8, 1.0] { canvas.line([Spot(18.08, 15.72, z), Spot(18.55, 15.72, z)], .doing, 1.7) }
            canvas.line([Spot(18.3, 15.7, 0), Spot(18.3, 15.7, 0.4)], .ink, 2)
        }
    }

    /// The works next door.
    private func drawNeighbour(_ canvas: inout Isometric) {
        canvas.box(19.8, 13.6, 0, 3.8, 1.8, 1.2, Tone(0xd8d5cb))
        for index in 0..<2 {
            let x = 19.8 + Double(index) * 1.9
            canvas.face(
                [Spot(x, 13.6, 1.85), Spot(x + 1.9, 13.6, 1.2), Spot(x + 1.9, 15.4, 1.2), Spot(x, 15.4, 1.85)],
                .iron
            )
            canvas.face([Spot(x, 15.4, 1.2), Spot(x + 1.9, 15.4, 1.2), Spot(x, 15.4, 1.85)], Tone(0xd8d5cb))
        }
        canvas.left(20.1, 15.4, 0, 1.1, 0.95, .dark)
        canvas.left(21.9, 15.4, 0.4, 1.2, 0.5, .glass)
        canvas.draw(look("SK10", "SK09", "SK03", "SK04", from: 0.45)) { canvas in
            canvas.left(21.7, 15.42, 0.15, 1.5, 0.85, .doing)
            canvas.loop(at: Spot(22.45, 15.43, 0.58), size: 1, .white)
        }
    }

    /// What goes to and fro: a batch of material, a lesson.
    private func drawBetween(_ canvas: inout Isometric) {
        canvas.draw(look("SK07", "SK08", "SK12", "SK13", from: 0.15)) { canvas in
            canvas.pallet(20.1, 15.9, 1.3, 1.0)
            canvas.box(20.2, 16.0, 0.14, 1.1, 0.8, 0.22, .fresh)
            canvas.box(20.3, 16.1, 0.36, 0.8, 0.6, 0.2, .mint)
            canvas.loop(at: Spot(20.75, 16.82, 0.25), size: 0.75, .white)
        }
        canvas.person(18.9, 16.5, coat: .brick)
        canvas.draw(look("SK05", "SK14", "SK15", from: 0.75)) { canvas in
            canvas.person(22.4, 16.6, coat: .fresh)
            canvas.person(22.9, 16.9, coat: .mint)
            canvas.left(22.9, 17.3, 0.3, 0.7, 0.5, .white, width: 1)
        }
    }

    /// On the road: what went out comes in again.
    private func drawReturn(_ canvas: inout Isometric) {
        canvas.draw(look("SK11", from: 0.3)) { canvas in
            canvas.face(
                [
                    Spot(6.7, 17.6), Spot(6.7, 18.1), Spot(4.4, 18.1), Spot(4.4, 18.5), Spot(3.4, 17.85),
                    Spot(4.4, 17.2),
                    Spot(4.4, 17.6),
                ],
                .doing
            )
        }
    }

    /// Brings the new; takes the old back.
    private func drawTruck(_ canvas: inout Isometric) {
        for x in [8.4, 9.5, 13.4] { canvas.leftDisc(Spot(x, 17.05, 0.36), 0.36, .dark) }
        canvas.box(7.6, 16.9, 0.5, 4.9, 1.75, 0.22, .dark)
        canvas.box(7.6, 16.9, 0.72, 0.15, 1.75, 0.9, .iron)
        for y in [17.2, 17.55] { canvas.fence(8.0, y, 0.72, length: 2.1, height: 1.2, .dark, bars: 6) }
        let comesBack = look("SK11", from: 0.3)
        canvas.draw(comesBack) { canvas in
            for y in [17.2, 17.5, 17.8, 18.1] {
                canvas.fence(10.35, y, 0.72, length: 1.95, height: 1.2, .rust, bars: 5)
            }
        }
        canvas.box(7.6, 18.55, 0.72, 4.9, 0.1, 0.42, .blue)
        canvas.draw(comesBack) { canvas in
            canvas.left(9.0, 18.66, 0.66, 2.2, 0.54, .doing)
            canvas.loop(at: Spot(10.1, 18.67, 0.93), size: 0.72, .white)
        }
        canvas.box(12.6, 16.9, 0.45, 1.7, 1.75, 0.95, .blue)
        canvas.face(
            [Spot(12.6, 18.65, 1.4), Spot(14.3, 18.65, 1.4), Spot(14.0, 18.65, 2.3), Spot(12.6, 18.65, 2.3)],
            Tone.blue.shaded(0.93)
        )
        canvas.face(
            [Spot(14.3, 16.9, 1.4), Spot(14.3, 18.65, 1.4), Spot(14.0, 18.65, 2.3), Spot(14.0, 16.9, 2.3)],
            .glass
        )
        canvas.face(
            [Spot(12.6, 16.9, 2.3), Spot(14.0, 16.9, 2.3), Spot(14.0, 18.65, 2.3), Spot(12.6, 18.65, 2.3)],
            Tone.blue.shaded(1.1)
        )
        canvas.left(13.05, 18.65, 1.45, 0.75, 0.65, .glass)
        canvas.right(14.31, 17.1, 0.6, 1.35, 0.3, .dark, width: 0.9)
        for x in [8.4, 9.5, 13.4] {
            canvas.leftDisc(Spot(x, 18.68, 0.38), 0.38, .dark)
            canvas.leftDisc(Spot(x, 18.69, 0.38), 0.15, .steel)
        }
    }
}
