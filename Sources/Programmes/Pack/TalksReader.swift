import Kernel

extension PackReading {
    /// What a programme holds conversations with.
    struct Talks {
        let plan: Plan
        let ladder: [LadderRung]
        let sheet: TalkSheet
        let needs: [SupportNeedKind]
        let initiatives: [Initiative]

        /// Of a programme that holds none.
        static let none = Talks(
            plan: Plan(targets: [], phases: [], quarters: []),
            ladder: [],
            sheet: TalkSheet(version: 1, themes: [], activities: [], successors: []),
            needs: [],
            initiatives: []
        )
    }

    /// `nil` when one of the files cannot be used; each is read on its own, so that all faults are found.
    func talks(period: ClosedRange<Quarter>?) -> Talks? {
        let plan = root("plan.yaml", .planFile).map { self.plan($0, period: period) }
        let sheetFile = root("sheet.yaml", .sheetFile)
        let ladder = sheetFile.map(self.ladder)
        let sheet = sheetFile.flatMap { self.sheet($0, ladder: ladder ?? []) }
        let needs = root("needs.yaml", .needsFile).map { $0.list("needs", atLeast: 1, need) }
        let isSheetWhole = !findings.issues.contains { $0.position.file == "sheet.yaml" }
        let initiatives = root("initiatives.yaml", .initiativesFile).map { file in
            let reader = InitiativeReader(sheet: isSheetWhole ? sheet : nil)
            return file.list("initiatives", atLeast: 1, reader.initiative)
        }
        guard let plan, let ladder, let sheet, let needs, let initiatives else { return nil }
        return Talks(plan: plan, ladder: ladder, sheet: sheet, needs: needs, initiatives: initiatives)
    }

    private func need(_ node: PackNode) -> SupportNeedKind? {
        guard let map = node.map(.need) else { return nil }
        let code = map["code"]?.code(of: .need, SupportNeedKind.Scope.self)
        let name = map["name"]?.text()
        let explanation = map["explanation"]?.text()
        guard let code, let name, let explanation else { return nil }
        return SupportNeedKind(code: code, name: name, explanation: explanation)
    }
}
