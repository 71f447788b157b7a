import Fieldwork
import Foundation
import Kernel
import Programmes
import Referrals
import Testing

@testable import Web

@Suite struct SceneTests {
    private let names: [SceneZone: String] = [
        .materials: "Grondstoffen", .product: "Product", .production: "Productieproces",
        .business: "Overige bedrijfsactiviteiten", .chain: "Samenwerking in de keten", .energy: "Energietransitie",
        .building: "Gebouw",
    ]

    private func scene(doing: Int, ambition: Int, applicable: Int = 12, companyName: String = "Vonk BV") -> Scene {
        let state = ZoneState(doing: doing, ambition: ambition, applicable: applicable)
        return Scene(
            state: SceneState(zones: Dictionary(uniqueKeysWithValues: SceneZone.allCases.map { ($0.rawValue, state) })),
            captions: SceneZone.allCases.map { .init(zone: $0, name: Text(same: names[$0] ?? "")) },
            companyName: companyName
        )
    }

    @Test func `what is done is drawn, and what is wanted is dashed`() {
        var zone = ZoneState(applicable: 3, known: ["EN03", "EN05"])
        #expect(zone.look(["EN03"], from: 0.1) == .absent)
        zone.wanted = ["EN03"]
        #expect(zone.look(["EN03"], from: 0.1) == .wanted)
        zone.done = ["EN03"]
        #expect(zone.look(["EN03"], from: 0.1) == .done)
        zone.doing = 3
        #expect(zone.look(["EN05"], from: 0.1) == .absent, "nobody gets panels for doing something else")
    }

    @Test(arguments: [(0, 0, SceneLook.absent), (1, 0, .absent), (6, 0, .done), (3, 3, .wanted), (0, 12, .wanted)])
    func `a sheet with codes of its own fills the picture by number`(doing: Int, ambition: Int, look: SceneLook) {
        let zone = ZoneState(doing: doing, ambition: ambition, applicable: 12, known: ["X1"])
        #expect(zone.look(["EN03"], from: 0.5) == look)
    }

    @Test func `a theme that does not concern the company says so and shows nothing`() {
        let zone = ZoneState(doing: 0, ambition: 0, applicable: 0)
        #expect(zone.look(["EN03"], from: 0.1) == .absent)
        #expect(scene(doing: 0, ambition: 0, applicable: 0).content(in: .english).contains(">not applicable<"))
    }

    @Test func `more is drawn as more is done`() {
        let sizes = [0, 3, 6, 12].map { scene(doing: $0, ambition: 0).document(in: .dutch).utf8.count }
        #expect(sizes == sizes.sorted())
        #expect(Set(sizes).count == sizes.count)
    }

    @Test(arguments: [(0, 0), (12, 0), (0, 12), (6, 6)])
    func `the picture stays small, and is the same every time`(doing: Int, ambition: Int) {
        let document = scene(doing: doing, ambition: ambition).document(in: .dutch)
        #expect(document.utf8.count < 120_000)
        #expect(document == scene(doing: doing, ambition: ambition).document(in: .dutch))
    }

    @Test(arguments: [false, true]) func `labels stay inside the picture and clear of each other`(isApplicable: Bool)
        throws
    {
        let svg = scene(doing: 0, ambition: 0, applicable: isApplicable ? 12 : 0).content(in: .dutch)
        let pattern = try Regex(#"<rect x="([0-9.]+)" y="([0-9.]+)" width="([0-9.]+)" height="([0-9.]+)" rx="10""#)
        let frames = svg.matches(of: pattern).map { match in
            let numbers = (1...4).map { Double(match.output[$0].substring ?? "") ?? -1 }
            return CGRect(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
        }
        #expect(frames.count == SceneZone.allCases.count)
        let picture = CGRect(x: 0, y: 0, width: Scene.width, height: Scene.height)
        for (index, frame) in frames.enumerated() {
            #expect(picture.contains(frame))
            #expect(!frames[(index + 1)...].contains { $0.intersects(frame) })
        }
    }

    @Test func `a name cannot become markup`() {
        let document = scene(doing: 0, ambition: 0, companyName: "</text><script>alert(1)</script>").document(
            in: .dutch
        )
        #expect(!document.contains("<script"))
        #expect(document.contains("&lt;script&gt;"))
    }

    @Test func `the picture of a sheet counts as its result does`() {
        let own = OwnSheetSample.usual.sheet
        let state = Scene(sheet: own.sheet, answers: own.answers).state
        for entry in SheetResult(sheet: own.sheet, answers: own.answers).themes {
            let zone = state.zones[entry.theme.code.description]
            #expect(zone?.doing == entry.count.doing)
            #expect(zone?.ambition == entry.count.ambition)
            #expect(zone?.applicable == entry.count.applicable)
        }
    }
}
