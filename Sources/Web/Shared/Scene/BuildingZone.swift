/// The shell of the hall (*gebouw*): two walls and a strip of saw-tooth roof; the rest is cut away.
struct BuildingZone {
    let state: SceneState
    /// The hall is being talked about.
    let current: SceneZone?

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.building, activities, from: share)
    }

    /// What stands behind the machines.
    func drawWalls(_ canvas: inout Isometric) {
        canvas.flat(1, 1, 0, 14, 10.5, .floor)
        canvas.light(.production, .building, current: current, isLive: state.isLive) { canvas in
            canvas.flat(1, 1, 0, 14, 10.5, Tone(0xffe9a3))
        }
        canvas.flat(1.3, 8.95, 0, 7.4, 0.13, .ochre, width: 0)
        canvas.flat(8.6, 5.2, 0, 0.13, 3.88, .ochre, width: 0)
        // Along the back and along the left.
        canvas.left(1, 1, 0, 14, 4, .wall, width: 1.6)
        canvas.right(1, 1, 0, 10.5, 4, Tone.wall.shaded(0.93), width: 1.6)
        for index in 0..<2 { window(4.3 + Double(index) * 1.9, &canvas) }
        canvas.right(1, 8.5, 0, 2.5, 2.9, .iron)
        for index in 1..<5 {
            canvas.line([Spot(1, 8.5, Double(index) * 0.58), Spot(1, 11, Double(index) * 0.58)], .ink, 0.8)
        }
        // The thickness of the wall where it is cut, and the insulation in it.
        canvas.face([Spot(0.7, 11.5, 0), Spot(1, 11.5, 0), Spot(1, 11.5, 4), Spot(0.7, 11.5, 4)], .iron, width: 1.6)
        canvas.face([Spot(0.7, 0.7, 4), Spot(1, 1, 4), Spot(1, 11.5, 4), Spot(0.7, 11.5, 4)], .roof, width: 1.6)
        canvas.draw(look("GB06", from: 0.3)) { canvas in
            canvas.face(
                [Spot(0.2, 11.5, 0), Spot(0.7, 11.5, 0), Spot(0.7, 11.5, 4), Spot(0.2, 11.5, 4)],
                .mint,
                width: 1.6
            )
            canvas.face(
                [Spot(0.2, 0.7, 4), Spot(0.7, 0.7, 4), Spot(0.7, 11.5, 4), Spot(0.2, 11.5, 4)],
                .fresh,
                width: 1.6
            )
            for index in 0..<8 {
                let z = Double(index) * 0.5
                canvas.line([Spot(0.2, 11.5, z), Spot(0.7, 11.5, z + 0.5)], .doing, 1.4)
            }
        }
    }

    private func window(_ y: Double, _ canvas: inout Isometric) {
        canvas.right(1, y, 1.7, 1.5, 1.4, .glass)
        canvas.line([Spot(1, y + 0.75, 1.7), Spot(1, y + 0.75, 3.1)], .ink, 0.9)
    }

    /// What hangs above the machines.
    func drawRoof(_ canvas: inout Isometric) {
        for tooth in 0..<3 {
            let x = 0.7 + Double(tooth) * 4.8
            canvas.face(
                [Spot(x, 0.7, 5.6), Spot(x + 4.8, 0.7, 4.1), Spot(x + 4.8, 4.2, 4.1), Spot(x, 4.2, 5.6)],
                .roof,
                width: 1.6
            )
            canvas.face(
                [Spot(x, 4.2, 3.9), Spot(x + 4.8, 4.2, 3.9), Spot(x + 4.8, 4.2, 4.1), Spot(x, 4.2, 5.6)],
                .wall,
                width: 1.6
            )
            canvas.face([Spot(x + 0.3, 4.2, 4.25), Spot(x + 2.9, 4.2, 4.25), Spot(x + 0.3, 4.2, 5.1)], .glass)
        }
        canvas.face(
            [Spot(15.1, 0.7, 3.9), Spot(15.1, 4.2, 3.9), Spot(15.1, 4.2, 4.1), Spot(15.1, 0.7, 4.1)],
            .iron,
            width: 1.6
        )
        canvas.box(14.9, 4, 0, 0.2, 0.2, 3.9, .iron)
        canvas.draw(look("GB05", from: 0.15)) { canvas in
            for x in [3.0, 7.8, 12.6] {
                canvas.line([Spot(x, 4.2, 3.9), Spot(x, 4.2, 3.75)], .ink, 1.2)
                canvas.box(x - 0.8, 4.1, 3.58, 1.6, 0.25, 0.17, .fresh)
                canvas.face(
                    [
                        Spot(x - 0.75, 4.3, 3.58), Spot(x + 0.75, 4.3, 3.58), Spot(x + 0.95, 4.3, 3.3),
                        Spot(x - 0.95, 4.3, 3.3),
                    ],
                    Tone(0xfff3bf),
                    width: 0
                )
            }
        }
    }

    /// What stands in front of the hall: rain from the roof, and green.
    func drawOutside(_ canvas: inout Isometric) {
        canvas.draw(look("GB07", from: 0.5)) { canvas in
            canvas.line([Spot(15.15, 4.2, 3.9), Spot(15.35, 4.4, 1.3)], .doing, 4)
            canvas.drum(Spot(15.75, 4.8), 0.5, 1.35, .fresh, top: .glass)
        }
        canvas.draw(look("GB12", "GB13", "GB09", from: 0.7)) { canvas in
            for z in [0.35, 0.75, 3.2, 3.6] { canvas.ball(Spot(15.1, 4.1, z), 0.11, .fresh) }
        }
    }

    /// More trees as the building gets better.
    func drawTrees(_ canvas: inout Isometric, behind: Bool) {
        let back: [(Double, Double, Double, Double)] = [
            (23.3, 0.5, 1.1, 0), (16.3, 0.6, 1, 0.4), (23.4, 6.4, 0.9, 0.75),
        ]
        let front: [(Double, Double, Double, Double)] = [
            (0.5, 15.3, 1, 0), (9.7, 15.3, 0.9, 0.55), (12.2, 15.35, 0.8, 0.85),
        ]
        for tree in behind ? back : front
        where tree.3 == 0 || state.look(.building, [], from: tree.3) == .done {
            canvas.tree(tree.0, tree.1, tree.2)
        }
    }
}
