import Kernel

/// The company as a picture (*praatplaat*): what it does is in it in green, what it wants is in it as a dashed promise.
///
/// One drawing for screen and paper. Beside the picture always stands the same as text, so the picture itself is one
/// image to a screen reader.
struct Scene: Sendable {
    /// The theme of a label, with its name as the sheet calls it.
    struct Caption: Sendable {
        let zone: SceneZone
        let name: Text
    }

    var state: SceneState
    var captions: [Caption] = []
    /// On the wall of the office.
    var companyName: String?
    /// The zone that is being talked about.
    var current: SceneZone?
    /// To be filled in by hand: its labels have names and no numbers.
    var isBlank = false

    static let width = 1164
    static let height = 832

    /// Everything inside the `<svg>` element.
    func content(in language: Language) -> String {
        var canvas = Isometric()
        canvas.append("<g stroke=\"\(Tone.ink)\" stroke-width=\"1.2\" stroke-linejoin=\"round\">")
        let building = BuildingZone(state: state, current: current)
        let energy = EnergyZone(state: state)
        canvas.drawGround()
        drawSpotlight(&canvas)
        building.drawTrees(&canvas, behind: true)
        building.drawWalls(&canvas)
        ProductionZone(state: state).draw(&canvas)
        building.drawRoof(&canvas)
        energy.drawRoof(&canvas)
        building.drawOutside(&canvas)
        drawForklift(&canvas)
        BusinessZone(state: state, companyName: companyName).draw(&canvas)
        energy.drawOfficeRoof(&canvas)
        energy.drawPlant(&canvas)
        ProductZone(state: state, current: current).draw(&canvas)
        MaterialsZone(state: state).draw(&canvas)
        building.drawTrees(&canvas, behind: false)
        ChainZone(state: state).draw(&canvas)
        canvas.append("</g>")
        canvas.append(SceneLabels(scene: self, language: language).svg)
        return canvas.svg
    }

    /// A document of its own, for a PDF or a file.
    func document(in language: Language) -> String {
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(Self.width) \(Self.height)\" "
            + "font-family=\"Noto Sans, sans-serif\">\(content(in: language))</svg>"
    }

    private func drawForklift(_ canvas: inout Isometric) {
        canvas.pallet(13.35, 13.0)
        canvas.box(13.45, 13.1, 0.14, 0.9, 0.9, 0.3, .steel)
        canvas.line(
            [Spot(13.2, 13.9, 0.1), Spot(13.2, 13.9, 1.5), Spot(13.2, 13.1, 1.5), Spot(13.2, 13.1, 0.1)],
            .ink,
            3
        )
        canvas.box(11.8, 13.05, 0.2, 1.35, 0.9, 0.55, .ochre)
        canvas.box(11.8, 13.05, 0.75, 0.5, 0.9, 0.25, .ochre)
        canvas.line(
            [Spot(11.9, 13.9, 1), Spot(12.05, 13.9, 1.6), Spot(12.95, 13.9, 1.6), Spot(13.1, 13.9, 0.75)],
            .ink,
            2.4
        )
        canvas.line(
            [
                Spot(12.05, 13.1, 1.6), Spot(12.05, 13.9, 1.6), Spot(12.95, 13.9, 1.6), Spot(12.95, 13.1, 1.6),
                Spot(12.05, 13.1, 1.6),
            ],
            .ink,
            2
        )
        for x in [12.1, 12.9] { canvas.leftDisc(Spot(x, 13.97, 0.24), 0.24, .dark) }
    }

    /// The ground of the current zone is lit.
    private func drawSpotlight(_ canvas: inout Isometric) {
        for zone in SceneZone.allCases {
            let (x, y, dx, dy): (Double, Double, Double, Double) =
                switch zone {
                case .materials: (0.4, 12.1, 10.2, 3.7)
                case .product: (14.9, 10.6, 8.6, 4.5)
                case .production: (0.4, 0.4, 15, 11.5)
                case .business: (17.2, 0.6, 6.4, 9.6)
                case .chain: (0.1, 15.7, 23.8, 3.2)
                case .energy: (15.2, 5.4, 2.4, 3.1)
                case .building: (0.1, 0.1, 15.4, 11.8)
                }
            canvas.light(zone, current: current, isLive: state.isLive) { canvas in
                canvas.flat(x, y, 0, dx, dy, .spark, width: 3)
            }
        }
    }
}
