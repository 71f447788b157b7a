import Kernel

extension PackReading {
    /// `nil` when the pack has none.
    func money(parties: [OrganisationCode]) -> MoneyPlan? {
        guard let file = root("money.yaml", .moneyFile) else { return nil }
        let reader = MoneyReader(parties: parties)
        return MoneyPlan(
            sources: file.list("sources", atLeast: 1, reader.source),
            posts: file.list("posts", atLeast: 1, reader.post),
            budget: file.list("budget", reader.budget),
            hourRoles: file.list("hour_roles", reader.hourRole),
            promises: file.list("promises", reader.promise)
        )
    }
}

private struct MoneyReader {
    let parties: [OrganisationCode]

    func source(_ node: PackNode) -> MoneySource? {
        guard let map = node.map(.moneySource) else { return nil }
        let code = map["code"]?.code(of: .source, MoneySource.Scope.self)
        let name = map["name"]?.text(limit: 150)
        let payer = map["payer"]?.reference(to: .organisation, among: parties)
        let ceiling = map["ceiling"].flatMap(euros)
        let limit = map["limit"].flatMap { node -> MoneySource.Limit? in
            guard let map = node.map(.moneyLimit) else { return nil }
            let amount = map["amount"].flatMap(euros)
            let why = map["why"]?.text(limit: 300)
            guard let amount, let why else { return nil }
            return MoneySource.Limit(amount: amount, why: why)
        }
        guard let code, let name else { return nil }
        return MoneySource(code: code, name: name, payer: payer, ceiling: ceiling, limit: limit)
    }

    func post(_ node: PackNode) -> CostPost? {
        guard let map = node.map(.costPost) else { return nil }
        let code = map["code"]?.code(of: .post, CostPost.Scope.self)
        let name = map["name"]?.text(limit: 150)
        let line = map["line"]?.reference(to: .line, ActionLine.Scope.self)
        guard let code, let name else { return nil }
        return CostPost(code: code, name: name, line: line)
    }

    func budget(_ node: PackNode) -> PlannedBudget? {
        guard let map = node.map(.plannedBudget) else { return nil }
        let post = map["post"]?.reference(to: .post, CostPost.Scope.self)
        let source = map["source"]?.reference(to: .source, MoneySource.Scope.self)
        let year = map["year"]?.int(2000...2100)
        let amount = map["amount"].flatMap(euros)
        guard let post, let source, let year, let amount else { return nil }
        return PlannedBudget(post: post, source: source, year: year, amount: amount)
    }

    func hourRole(_ node: PackNode) -> HourRole? {
        guard let map = node.map(.hourRole) else { return nil }
        let code = map["code"]?.code(of: .hourRole, HourRole.Scope.self)
        let name = map["name"]?.text(limit: 100)
        guard let code, let name else { return nil }
        return HourRole(code: code, name: name)
    }

    func promise(_ node: PackNode) -> Promise? {
        guard let map = node.map(.promise) else { return nil }
        let code = map["code"]?.code(of: .promise, Promise.Scope.self)
        let organisation = map["organisation"]?.reference(to: .organisation, among: parties)
        let kind = map["kind"]?.option(Promise.Kind.self)
        let amount = map["amount"]?.int(1...100_000_000)
        let text = map["text"]?.text(limit: 300)
        guard let code, let organisation, let kind, let text else { return nil }
        return Promise(code: code, organisation: organisation, kind: kind, amount: amount, text: text)
    }

    /// Whole euros.
    private func euros(_ node: PackNode) -> Cents? { node.int(0...1_000_000_000).map(Cents.init(euros:)) }
}
