import Kernel
import Programmes
import Testing

/// A pack with an action plan and without conversations.
@Suite struct ActionPlanPackTests {
    private static let plan = """
        organisations:
          - {code: gemeente, name: Gemeente, kind: government, area: A}
          - {code: school, name: School, kind: education}
        themes:
          - code: "1"
            name: {nl: Thema, en: Theme}
            ambition: {nl: Veel, en: Much}
            background: {nl: Daarom, en: Because}
        lines:
          - code: "1.1"
            theme: "1"
            name: {nl: Lijn, en: Line}
            purpose: {nl: Doel, en: Purpose}
            contributes: {nl: Bijdrage, en: Contribution}
            period: {first: 2025-Q1, last: 2025-Q4}
            sectors: [verspanen]
            leads: [gemeente]
            partners: [school]
            steps:
              - {code: stap, text: {nl: Doen, en: Do}}
            results:
              - {code: resultaat, count: 2, due: 2025-12-31, text: {nl: Iets, en: Something}}
        bodies:
          - {code: overleg, name: {nl: Overleg, en: Meeting}, part: decides, task: {nl: Besluit, en: Decides}}
        phases:
          - {code: start, name: {nl: Start, en: Start}, purpose: {nl: Begin, en: Begin}, first: 2025-Q1, last: 2025-Q2}
        funding:
          - {code: geld, purpose: {nl: Alles, en: All}, least: 10, most: 20, rhythm: once, payers: [gemeente]}
        """

    private func pack(_ change: (inout String) -> Void = { _ in }) throws -> TemporaryPack {
        let pack = try TemporaryPack()
        for file in ["plan.yaml", "sheet.yaml", "needs.yaml", "initiatives.yaml"] { try pack.remove(file) }
        var text = Self.plan
        change(&text)
        try pack.write("action-plan.yaml", text)
        return pack
    }

    @Test func `it is read whole, without a talking sheet`() throws {
        let programme = try pack().read().get()
        #expect(!programme.hasTalks)
        #expect(programme.actionPlan?.lines.map(\.code) == ["1.1"])
        #expect(programme.actionPlan?.organisation("gemeente")?.area == "A")
        #expect(programme.phases.map(\.code) == ["start"])
    }

    @Test func `the files for conversations come together or not at all`() throws {
        let pack = try pack()
        try pack.write("needs.yaml", TemporaryPack.files["needs.yaml"]!)
        #expect(
            pack.findings == [
                "initiatives.yaml missingFile", "plan.yaml missingFile", "sheet.yaml missingFile",
            ]
        )
    }

    @Test func `a pack may have both`() throws {
        let pack = try TemporaryPack()
        try pack.write("action-plan.yaml", Self.plan.replacing("code: start,", with: "code: opzet,"))
        let programme = try pack.read().get()
        #expect(programme.hasTalks)
        #expect(programme.phases.map(\.code) == ["start", "opzet"])
    }

    @Test(arguments: [
        (
            "theme: \"1\"", "theme: \"2\"",
            #"11:12 unknownReference("2", Programmes.PackKind.planTheme, suggestion: nil)"#
        ),
        (
            "leads: [gemeente]", "leads: [gemente]",
            #"17:13 unknownReference("gemente", Programmes.PackKind.organisation, suggestion: Optional("gemeente"))"#
        ),
        ("due: 2025-12-31", "due: 2026-01-01", "22:42 outsideLine(2026-01-01, first: 2025-Q1, last: 2025-Q4)"),
        ("most: 20", "most: 5", "28:66 outOfRange(5, ClosedRange(10...1000000000))"),
        (
            "kind: government", "kind: goverment",
            #"2:44 notAnOption("goverment", options: ["government", "platform", "company", "education", "network", "other"], suggestion: Optional("government"))"#
        ),
        ("part: decides", "part: decides, baas: x", #"24:70 unknownKey("baas", suggestion: nil)"#),
    ])
    func `a fault is found where it is`(old: String, new: String, finding: String) throws {
        let pack = try pack { $0 = $0.replacing(old, with: new, maxReplacements: 1) }
        #expect(pack.findings == ["action-plan.yaml:\(finding)"])
    }
}
