import Kernel

/// Reads initiatives and their rules. The sheet is there to see whether a rule can ever hold; `nil` when it has
/// findings of its own.
struct InitiativeReader {
    let sheet: TalkSheet?

    func initiative(_ node: PackNode) -> Initiative? {
        guard let map = node.map(.initiative) else { return nil }
        let code = map["code"]?.code(of: .initiative, InitiativeScope.self)
        let name = map["name"]?.string()
        let kind = map["kind"]?.text()
        let offers = map["offers"]?.text()
        let audience = map["audience"]?.text()
        let areas = map.list("areas") { $0.reference(to: .area, AreaScope.self) }
        let sectors = map.list("sectors") { $0.reference(to: .sector, Sector.Scope.self) }
        let owner = map["owner"]?.string()
        let contact = map["contact"]?.text()
        let website = map["website"]?.website()
        let source = map["source"]?.string(limit: 500)
        let certainty = map["certainty"]?.option(Certainty.self)
        let checkedOn = map["checked_on"]?.day()
        let validUntil = map["valid_until"]?.day()
        let capacity = map["capacity"]?.int(1...100_000)
        let suggestWhen = map.list("suggest_when", atLeast: 1, suggestionRule)
        let notWhen = map.list("not_when", exclusionRule)
        if let checkedOn, let validUntil, validUntil < checkedOn { map["valid_until"]?.fail(.validUntilBeforeChecked) }
        guard let code, let name, let kind, let offers, let audience, let owner, let source, let certainty,
            let checkedOn, let validUntil
        else { return nil }
        return Initiative(
            code: code,
            name: name,
            kind: kind,
            offers: offers,
            audience: audience,
            areas: areas,
            sectors: sectors,
            owner: owner,
            contact: contact,
            website: website,
            source: source,
            certainty: certainty,
            checkedOn: checkedOn,
            validUntil: validUntil,
            capacity: capacity,
            suggestWhen: suggestWhen,
            notWhen: notWhen
        )
    }

    private func suggestionRule(_ node: PackNode) -> SuggestionRule? {
        guard let map = node.map(.suggestionRule) else { return nil }
        let condition = map["when"].flatMap { self.condition($0) }
        let weight = map["weight"]?.int(1...10)
        let because = map["because"].flatMap { self.because($0, condition) }
        guard let condition, let weight, let because else { return nil }
        return SuggestionRule(when: condition, weight: weight, because: because)
    }

    private func exclusionRule(_ node: PackNode) -> ExclusionRule? {
        guard let map = node.map(.exclusionRule) else { return nil }
        let condition = map["when"].flatMap { self.condition($0) }
        let because = map["because"].flatMap { self.because($0, condition) }
        guard let condition, let because else { return nil }
        return ExclusionRule(when: condition, because: because)
    }

    // MARK: Reasons

    private func because(_ node: PackNode, _ condition: Condition?) -> Text? {
        guard let text = node.text(limit: 500) else { return nil }
        let (dutch, english) = (placeholders(in: text.nl), placeholders(in: text.en))
        for name in dutch.union(english).subtracting(["activities", "needs"]).sorted() {
            node.fail(.unknownPlaceholder(name))
        }
        if dutch != english { node.fail(.placeholdersDiffer) }
        if let condition {
            for name in dutch.union(english).intersection(["activities", "needs"]).sorted() where !condition.fills(name)
            {
                node.fail(.placeholderNeverFilled(name))
            }
        }
        return text
    }

    // MARK: Conditions

    /// A map of questions; several of them in one map must all hold.
    private func condition(_ node: PackNode, depth: Int = 1) -> Condition? {
        guard depth <= 10 else {
            node.fail(.tooDeep)
            return nil
        }
        guard node.map(.condition) != nil, let entries = node.entriesQuietly() else { return nil }
        if entries.isEmpty { node.fail(.emptyList) }
        let conditions = entries.map { question($0.key, $0.value, depth: depth) }
        let read = conditions.compactMap(\.self)
        guard read.count == conditions.count, let first = read.first else { return nil }
        return read.count == 1 ? first : .all(read)
    }

    private func question(_ key: String, _ node: PackNode, depth: Int) -> Condition? {
        switch key {
        case "all": conditions(node, depth: depth).map(Condition.all)
        case "any": conditions(node, depth: depth).map(Condition.any)
        case "not": condition(node, depth: depth + 1).map(Condition.not)
        case "ambition": selection(node).map { .ambition($0.selection, atLeast: $0.atLeast) }
        case "doing": selection(node).map { .doing($0.selection, atLeast: $0.atLeast) }
        case "need": references(node) { $0.reference(to: .need, SupportNeedKind.Scope.self) }.map(Condition.need)
        case "sector": references(node) { $0.reference(to: .sector, Sector.Scope.self) }.map(Condition.sector)
        case "area": references(node) { $0.reference(to: .area, AreaScope.self) }.map(Condition.area)
        case "size": references(node) { $0.option(SizeClass.self) }.map(Condition.size)
        case "member": node.bool().map(Condition.member)
        case "good_example": node.bool().map { $0 ? .goodExample : .not(.goodExample) }
        default: nil
        }
    }

    private func conditions(_ node: PackNode, depth: Int) -> [Condition]? {
        references(node) { condition($0, depth: depth + 1) }
    }

    /// All of them or nothing: a rule with a part left out means something else.
    private func references<Value>(_ node: PackNode, _ read: (PackNode) -> Value?) -> [Value]? {
        guard let elements = node.list() else { return nil }
        if elements.isEmpty { node.fail(.emptyList) }
        let values = elements.compactMap(read)
        return values.count == elements.count && !values.isEmpty ? values : nil
    }

    private func selection(_ node: PackNode) -> (selection: Selection, atLeast: Int)? {
        guard let map = node.map(.selection) else { return nil }
        let atLeast = map["at_least"].map { $0.int(1...1000) } ?? 1
        let selection = Selection(
            themes: map.list("themes") { $0.reference(to: .theme, Theme.Scope.self) },
            steps: map.list("steps") { $0.option(LadderStep.self) },
            activities: map.list("activities") { $0.reference(to: .activity, Activity.Scope.self) }
        )
        guard let atLeast else { return nil }
        if let sheet, selection.themes.allSatisfy({ sheet.theme($0) != nil }) {
            let count = sheet.activities.count(where: selection.contains)
            let named = selection.activities.filter { sheet.activity($0) == nil }
            if count == 0, named.isEmpty {
                node.fail(.selectsNothing)
            } else if atLeast > count, named.isEmpty {
                (map["at_least"] ?? node).fail(.asksTooMany(atLeast: atLeast, of: count))
            }
        }
        return (selection, atLeast)
    }
}

extension Condition {
    /// Whether there is something to put in the place of `{activities}` or `{needs}`.
    fileprivate func fills(_ placeholder: String) -> Bool {
        switch self {
        case .all(let parts), .any(let parts): parts.contains { $0.fills(placeholder) }
        case .ambition, .doing: placeholder == "activities"
        case .need: placeholder == "needs"
        case .not, .sector, .area, .size, .member, .goodExample: false
        }
    }
}
