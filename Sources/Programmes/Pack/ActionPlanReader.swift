import Kernel

extension PackReading {
    struct ActionPlanFile {
        let plan: ActionPlan
        let phases: [Phase]
    }

    /// `nil` when the pack has none.
    func actionPlan(period: ClosedRange<Quarter>?) -> ActionPlanFile? {
        guard let file = root("action-plan.yaml", .actionPlanFile) else { return nil }
        let reader = ActionPlanReader(findings: findings)
        let phases = PlanReader(findings: findings, period: period)
        return ActionPlanFile(
            plan: ActionPlan(
                profile: file["profile"].flatMap(reader.profile)
                    ?? RegionProfile(strengths: [], weaknesses: [], barriers: [], chances: []),
                ambitions: file.list("ambitions", reader.ambition),
                organisations: file.list("organisations", atLeast: 1, reader.organisation),
                themes: file.list("themes", atLeast: 1, reader.theme),
                lines: file.list("lines", atLeast: 1, reader.line),
                bodies: file.list("bodies", reader.body),
                milestones: file.list("milestones", reader.milestone),
                funding: file.list("funding", reader.funding),
                sources: file.list("sources") { $0.text() },
                silenceDays: file["silence_days"]?.int(7...365)
            ),
            phases: file.list("phases", phases.phase)
        )
    }
}

private struct ActionPlanReader {
    let findings: PackFindings

    func profile(_ node: PackNode) -> RegionProfile? {
        guard let map = node.map(.profile) else { return nil }
        return RegionProfile(
            strengths: map.list("strengths") { $0.text() },
            weaknesses: map.list("weaknesses") { $0.text() },
            barriers: map.list("barriers") { $0.text() },
            chances: map.list("chances") { $0.text() }
        )
    }

    func ambition(_ node: PackNode) -> SectorAmbition? {
        guard let map = node.map(.ambition) else { return nil }
        let sector = map["sector"]?.reference(to: .sector, Sector.Scope.self)
        let year = map["year"]?.int(2000...2100)
        let text = map["text"]?.text()
        guard let sector, let year, let text else { return nil }
        return SectorAmbition(sector: sector, year: year, text: text)
    }

    func organisation(_ node: PackNode) -> Organisation? {
        guard let map = node.map(.organisation) else { return nil }
        let code = map["code"]?.code(of: .organisation, OrganisationScope.self)
        let name = map["name"]?.string()
        let kind = map["kind"]?.option(Organisation.Kind.self)
        let area = map["area"]?.reference(to: .area, AreaScope.self)
        guard let code, let name, let kind else { return nil }
        return Organisation(code: code, name: name, kind: kind, area: area)
    }

    func theme(_ node: PackNode) -> PlanTheme? {
        guard let map = node.map(.planTheme) else { return nil }
        let code = map["code"]?.code(of: .planTheme, PlanTheme.Scope.self)
        let name = map["name"]?.text()
        let ambition = map["ambition"]?.text()
        let background = map["background"]?.text()
        guard let code, let name, let ambition, let background else { return nil }
        return PlanTheme(code: code, name: name, ambition: ambition, background: background)
    }

    func line(_ node: PackNode) -> ActionLine? {
        guard let map = node.map(.line) else { return nil }
        let code = map["code"]?.code(of: .line, ActionLine.Scope.self)
        let theme = map["theme"]?.reference(to: .planTheme, PlanTheme.Scope.self)
        let name = map["name"]?.text()
        let purpose = map["purpose"]?.text()
        let contributes = map["contributes"]?.text()
        let buildsOn = map["builds_on"]?.text()
        let funding = map["funding"]?.text()
        let period = map["period"].flatMap { $0.map(.period)?.quarters() }
        let sectors = map.list("sectors") { $0.reference(to: .sector, Sector.Scope.self) }
        let leads = map.list("leads", atLeast: 1, organisationCode)
        let partners = map.list("partners", organisationCode)
        let others = map["others"]?.text()
        let steps = map.list("steps", atLeast: 1, step)
        let results = map.list("results", atLeast: 1) { result($0, in: period) }
        guard let code, let theme, let name, let purpose, let contributes, let period else { return nil }
        return ActionLine(
            code: code,
            theme: theme,
            name: name,
            purpose: purpose,
            contributes: contributes,
            buildsOn: buildsOn,
            funding: funding,
            first: period.lowerBound,
            last: period.upperBound,
            sectors: sectors,
            leads: leads,
            partners: partners,
            others: others,
            steps: steps,
            results: results
        )
    }

    private func organisationCode(_ node: PackNode) -> Organisation.ID? {
        node.reference(to: .organisation, OrganisationScope.self)
    }

    private func step(_ node: PackNode) -> ActionLine.Step? {
        guard let map = node.map(.step) else { return nil }
        let code = map["code"]?.code(of: .step, ActionLine.Step.Scope.self)
        let text = map["text"]?.text()
        guard let code, let text else { return nil }
        return ActionLine.Step(code: code, text: text)
    }

    private func result(_ node: PackNode, in period: ClosedRange<Quarter>?) -> ActionLine.PromisedResult? {
        guard let map = node.map(.promisedResult) else { return nil }
        let code = map["code"]?.code(of: .result, ActionLine.PromisedResult.Scope.self)
        let text = map["text"]?.text()
        let count = map["count"]?.int(1...1_000_000)
        let due = map["due"]?.day()
        if let due, let period, !(period.lowerBound.firstDay...period.upperBound.lastDay).contains(due) {
            map["due"]?.fail(.outsideLine(due, first: period.lowerBound, last: period.upperBound))
        }
        guard let code, let text, let count, let due else { return nil }
        return ActionLine.PromisedResult(code: code, text: text, count: count, due: due)
    }

    func body(_ node: PackNode) -> GovernanceBody? {
        guard let map = node.map(.body) else { return nil }
        let code = map["code"]?.code(of: .body, GovernanceBody.Scope.self)
        let name = map["name"]?.text()
        let part = map["part"]?.option(GovernanceBody.Part.self)
        let task = map["task"]?.text()
        let members = map.list("members") { $0.text() }
        let hours = map["hours_per_week"]?.int(1...60)
        guard let code, let name, let part, let task else { return nil }
        return GovernanceBody(code: code, name: name, part: part, task: task, members: members, hoursPerWeek: hours)
    }

    func milestone(_ node: PackNode) -> Milestone? {
        guard let map = node.map(.milestone) else { return nil }
        let due = map["due"]?.day()
        let text = map["text"]?.text()
        guard let due, let text else { return nil }
        return Milestone(due: due, text: text)
    }

    func funding(_ node: PackNode) -> PlannedFunding? {
        guard let map = node.map(.funding) else { return nil }
        let code = map["code"]?.code(of: .funding, PlannedFunding.Scope.self)
        let purpose = map["purpose"]?.text()
        let least = map["least"]?.int(0...1_000_000_000)
        let most = map["most"]?.int(0...1_000_000_000)
        let rhythm = map["rhythm"]?.option(PlannedFunding.Rhythm.self)
        let isPerPayer = map["per_payer"]?.bool()
        let payers = map.list("payers", organisationCode)
        let condition = map["condition"]?.text()
        if let least, let most, most < least { map["most"]?.fail(.outOfRange(most, least...1_000_000_000)) }
        guard let code, let purpose, let least, let rhythm else { return nil }
        return PlannedFunding(
            code: code,
            purpose: purpose,
            least: least,
            most: max(least, most ?? least),
            rhythm: rhythm,
            isPerPayer: isPerPayer ?? false,
            payers: payers,
            condition: condition
        )
    }
}
