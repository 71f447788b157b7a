import Kernel

extension PackReading {
    func ladder(_ file: PackMap) -> [LadderRung] {
        var places: [LadderStep: PackPosition] = [:]
        let rungs = file.list("ladder", atLeast: 1) { node -> LadderRung? in
            guard let map = node.map(.rung) else { return nil }
            let step = map["step"]?.option(LadderStep.self)
            let term = map["term"]?.string()
            let word = map["word"]?.text()
            let explanation = map["explanation"]?.text()
            guard let step else { return nil }
            if let first = places[step] { map["step"]?.fail(.duplicateEntry(step.rawValue, first: first)) }
            places[step] = map["step"]?.position
            let empty = Text(same: "")
            // A rung that is not complete is there all the same, so that its activities are not reported as well.
            return LadderRung(step: step, term: term ?? "", word: word ?? empty, explanation: explanation ?? empty)
        }
        return rungs.sorted { $0.step < $1.step }
    }

    func sheet(_ file: PackMap, ladder: [LadderRung]) -> TalkSheet? {
        let steps = Set(ladder.map(\.step))
        let version = file["version"]?.int(1...10_000)
        var activities: [Activity] = []
        let themes = file.list("themes", atLeast: 1) { node -> Theme? in
            guard let map = node.map(.theme) else { return nil }
            let code = map["code"]?.code(of: .theme, Theme.Scope.self)
            let name = map["name"]?.text()
            let question = map["question"]?.text()
            let apart = map["apart"]?.bool()
            let own = map.list("activities", atLeast: 1) { activity($0, in: code ?? "0", steps: steps) }
            if !own.isEmpty, !own.contains(where: \.isCore) { map["activities"]?.fail(.noCoreActivity) }
            guard let code, let name, let question else { return nil }
            activities += own
            return Theme(code: code, name: name, question: question, isApart: apart ?? false)
        }
        let successors = file["successors"].map(self.successors) ?? []
        guard let version else { return nil }
        return TalkSheet(version: version, themes: themes, activities: activities, successors: successors)
    }

    private func activity(_ node: PackNode, in theme: Theme.ID, steps: Set<LadderStep>) -> Activity? {
        guard let map = node.map(.activity) else { return nil }
        let code = map["code"]?.code(of: .activity, Activity.Scope.self)
        let step = map["step"]?.option(LadderStep.self)
        let text = map["text"]?.text(limit: 200)
        let core = map["core"]?.bool()
        if let step, !steps.contains(step) { map["step"]?.fail(.stepWithoutRung(step)) }
        guard let code, let step, let text else { return nil }
        return Activity(code: code, theme: theme, step: step, text: text, isCore: core ?? false)
    }

    /// `old: new`, or `old: gone`.
    private func successors(_ node: PackNode) -> [Succession] {
        (node.entries() ?? []).compactMap { entry in
            guard let old = Activity.ID(entry.key) else {
                findings.add(.notACode(entry.key), at: entry.position)
                return nil
            }
            if entry.value.scalarText == "gone" { return Succession(old: old, new: nil) }
            guard let new = entry.value.reference(to: .activity, Activity.Scope.self) else { return nil }
            return Succession(old: old, new: new)
        }
    }
}
