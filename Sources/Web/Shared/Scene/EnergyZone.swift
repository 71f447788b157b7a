/// Roof, compressor and meter (*energietransitie*).
struct EnergyZone {
    let state: SceneState

    private func look(_ activities: String..., from share: Double) -> SceneLook {
        state.look(.energy, activities, from: share)
    }

    /// On the roof of the hall: panels; without them nothing but roof.
    func drawRoof(_ canvas: inout Isometric) {
        canvas.draw(look("EN03", from: 0.1)) { canvas in
            for tooth in 0..<3 {
                for column in 0..<3 {
                    for row in 0..<2 { drawPanel(tooth, column, row, &canvas) }
                }
            }
        }
    }

    private func drawPanel(_ tooth: Int, _ column: Int, _ row: Int, _ canvas: inout Isometric) {
        let x = 0.7 + Double(tooth) * 4.8
        func onSlope(_ along: Double, _ y: Double) -> Spot { Spot(x + along, y, 5.66 - along * 1.5 / 4.8) }
        let (from, to) = (1.2 + Double(column) * 1.15, 2.25 + Double(column) * 1.15)
        let (top, bottom) = (0.95 + Double(row) * 1.55, 2.4 + Double(row) * 1.55)
        canvas.face([onSlope(from, top), onSlope(to, top), onSlope(to, bottom), onSlope(from, bottom)], .panel)
        let (middle, half) = ((from + to) / 2, (top + bottom) / 2)
        canvas.line([onSlope(middle, top), onSlope(middle, bottom)], .glass, 0.9)
        canvas.line([onSlope(from, half), onSlope(to, half)], .glass, 0.9)
    }

    /// On the ground, between the hall and the office.
    func drawPlant(_ canvas: inout Isometric) {
        canvas.draw(look("EN14", "EN10", from: 0.55)) { canvas in
            canvas.line([Spot(16.6, 6.0, 1.0), Spot(16.6, 5.6, 1.9), Spot(17.5, 5.5, 1.9)], .doing, 7)
            canvas.line([Spot(16.6, 6.0, 1.0), Spot(16.6, 5.6, 1.9), Spot(17.5, 5.5, 1.9)], .mint, 3)
        }
        // The compressor: a motor on a tank.
        canvas.pipe(along: Spot(15.5, 6.4, 0.5), 0.42, 1.6, .brick)
        canvas.box(15.8, 6.1, 0.9, 0.9, 0.6, 0.5, .dark)
        canvas.draw(look("EN05", "EN06", "EN07", "EN08", from: 0.2)) { canvas in
            canvas.leftDisc(Spot(16.2, 6.85, 0.72), 0.3, .white)
            canvas.line([Spot(16.2, 6.85, 0.72), Spot(16.35, 6.85, 0.92)], .doing, 2.4)
            canvas.tag(at: Spot(15.75, 6.85, 0.6))
        }
        // The meter cupboard.
        canvas.box(15.5, 7.5, 0, 0.9, 0.5, 1.35, .iron)
        canvas.line([Spot(15.95, 8.0, 0), Spot(15.95, 8.0, 1.35)], .ink, 0.9)
        canvas.draw(look("EN09", "EN11", "EN12", from: 0.3)) { canvas in
            canvas.left(15.55, 8.02, 0.6, 0.8, 0.65, .white)
            for (x, height) in [(0.1, 0.25), (0.32, 0.5), (0.54, 0.36)] {
                canvas.left(15.55 + x, 8.03, 0.64, 0.15, height, .doing, width: 0)
            }
        }
        canvas.draw(look("EN13", "EN04", from: 0.8)) { canvas in
            canvas.box(16.6, 7.5, 0, 0.7, 0.5, 1.0, .fresh)
            canvas.line(
                [Spot(16.98, 8.02, 0.8), Spot(16.82, 8.02, 0.5), Spot(17.05, 8.02, 0.5), Spot(16.9, 8.02, 0.2)],
                .white,
                2.2
            )
        }
    }

    /// On the roof of the office, in place of the chimney of the boiler.
    func drawOfficeRoof(_ canvas: inout Isometric) {
        let heat = state.look(.energy, ["EN01", "GB02"], from: 0.65)
        let building = state.look(.building, ["GB02"], from: 0.6)
        let look = heat.or(building)
        canvas.draw(unlessDone: look) { canvas in
            canvas.box(21.7, 1.6, 3.6, 0.6, 0.6, 1.0, .brick)
            canvas.ball(Spot(22.0, 1.9, 5.05), 0.26, Tone(0xdedede), outlined: false)
            canvas.ball(Spot(22.2, 1.8, 5.5), 0.34, Tone(0xe6e6e6), outlined: false)
        }
        canvas.draw(look) { canvas in
            canvas.box(18.6, 2.2, 3.6, 1.6, 1.0, 0.95, .fresh)
            canvas.leftDisc(Spot(19.15, 3.2, 4.08), 0.34, .white)
            canvas.line([Spot(18.95, 3.2, 4.08), Spot(19.35, 3.2, 4.08)], .doing, 2)
            canvas.line([Spot(19.15, 3.2, 3.88), Spot(19.15, 3.2, 4.28)], .doing, 2)
        }
        canvas.draw(self.look("EN02", from: 0.45)) { canvas in
            canvas.box(23.3, 8.9, 0, 0.35, 0.35, 1.1, .fresh)
            canvas.line([Spot(23.4, 9.25, 0.8), Spot(23.2, 9.6, 0.3), Spot(23.3, 9.8, 0.5)], .doing, 2.2)
        }
    }
}
