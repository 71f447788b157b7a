import Kernel

extension PackReading {
    /// `nil` when the pack has none.
    func registry(lines: [ActionLine]) -> Registry? {
        guard let file = root("registers.yaml", .registersFile) else { return nil }
        let reader = RegisterReader(lines: lines)
        let registers = file.list("registers", atLeast: 1, reader.register)
        let pairings = PairingReader(registers: registers)
        return Registry(registers: registers, pairings: file.list("pairings", pairings.pairing))
    }
}

private struct RegisterReader {
    let lines: [ActionLine]

    func register(_ node: PackNode) -> Register? {
        guard let map = node.map(.register) else { return nil }
        let code = map["code"]?.code(of: .register, Register.Scope.self)
        let line = map["line"]?.reference(to: .line, ActionLine.Scope.self)
        let name = map["name"]?.text(limit: 100)
        let item = map["item"]?.text(limit: 60)
        let purpose = map["purpose"]?.text()
        let fields = RegisterFieldReader().fields(of: map)
        let states = states(of: map)
        let fieldCodes = fields.map(\.code)
        let key = map.list("key") { $0.reference(to: .field, among: fieldCodes) }
        let counts = map.list("counts") { count($0, of: line, fieldCodes, states.map(\.code)) }
        let blocks = map["blocks"].flatMap { self.blocks($0, of: fields) }
        let hasPublicForm = map["public_form"]?.bool() ?? false
        guard let code, let name, let item, let purpose, !fields.isEmpty, !states.isEmpty else { return nil }
        return Register(
            code: code,
            line: line,
            name: name,
            item: item,
            purpose: purpose,
            fields: fields,
            states: states,
            key: key,
            hasPublicForm: hasPublicForm,
            counts: counts,
            blocks: blocks
        )
    }

    private func blocks(_ node: PackNode, of fields: [Register.Field]) -> Register.Blocks? {
        guard let map = node.map(.registerBlocks) else { return nil }
        func field(_ key: String, _ kind: Register.Field.Kind) -> Register.Field? {
            let fitting = fields.filter { $0.kind == kind }
            let code = map[key]?.reference(to: .field, among: fitting.map(\.code))
            return fitting.first { $0.code == code }
        }
        let text = field("text", .longText)
        let subject = field("subject", .choice)
        let options = subject?.options.map(\.code) ?? []
        let examples = map["examples"]?.reference(to: .option, among: options)
        let seen = LocalCodes<Register.StandardText.Scope>(kind: .standardText)
        let texts = map.list("texts") { node -> Register.StandardText? in
            guard let map = node.map(.standardText) else { return nil }
            let code = map["code"].flatMap(seen.code)
            let about = map["subject"]?.reference(to: .option, among: options)
            let title = map["title"]?.text(limit: 200)
            let text = map["text"]?.text(limit: 2000)
            guard let code, let title, let text else { return nil }
            return Register.StandardText(code: code, subject: about, title: title, text: text)
        }
        guard let text else { return nil }
        return Register.Blocks(text: text.code, subject: subject?.code, examples: examples, texts: texts)
    }

    private func states(of map: PackMap) -> [Register.State] {
        let seen = LocalCodes<Register.State.Scope>(kind: .state)
        // A state may come from one that is described further on.
        let known = (map["states"]?.elements ?? []).compactMap { element in
            element.value(of: "code")?.scalarText.flatMap { Register.State.ID($0) }
        }
        return map.list("states", atLeast: 1) { node in
            guard let map = node.map(.registerState) else { return nil }
            let code = map["code"].flatMap(seen.code)
            let name = map["name"]?.text(limit: 60)
            let isPublic = map["public"]?.bool() ?? false
            let from = map.list("from") { $0.reference(to: .state, among: known) }
            let movers = map.list("movers") { $0.option(Role.self) }
            guard let code, let name else { return nil }
            return Register.State(code: code, name: name, isPublic: isPublic, from: from, movers: movers)
        }
    }

    private func count(
        _ node: PackNode,
        of line: ActionLine.ID?,
        _ fields: [Register.Field.ID],
        _ states: [Register.State.ID]
    ) -> Register.Count? {
        guard let map = node.map(.registerCount) else { return nil }
        let results = lines.first { $0.code == line }?.results.map(\.code) ?? []
        let result = map["result"]?.reference(to: .result, among: results)
        let states = map.list("states", atLeast: 1) { $0.reference(to: .state, among: states) }
        let distinct = map["distinct"]?.reference(to: .field, among: fields)
        guard let result else { return nil }
        return Register.Count(result: result, states: states, distinct: distinct)
    }
}

private struct PairingReader {
    let registers: [Register]

    func pairing(_ node: PackNode) -> RegisterPairing? {
        guard let map = node.map(.pairing) else { return nil }
        let code = map["code"]?.code(of: .pairing, RegisterPairing.Scope.self)
        let name = map["name"]?.text(limit: 100)
        let asks = map["asks"].flatMap(register)
        let offers = map["offers"].flatMap(register)
        let rules = map.list("rules", atLeast: 1) { rule($0, asks, offers) }
        guard let code, let name, let asks, let offers else { return nil }
        return RegisterPairing(code: code, name: name, asks: asks.code, offers: offers.code, rules: rules)
    }

    private func register(_ node: PackNode) -> Register? {
        let code = node.reference(to: .register, Register.Scope.self)
        return registers.first { $0.code == code }
    }

    private func rule(_ node: PackNode, _ asks: Register?, _ offers: Register?) -> RegisterPairing.Rule? {
        guard let map = node.map(.pairingRule) else { return nil }
        let asked = asks.flatMap { register in
            map["asks"]?.reference(to: .field, among: register.fields.map(\.code)).flatMap(register.field)
        }
        let offered = offers.flatMap { register in
            map["offers"]?.reference(to: .field, among: register.fields.map(\.code)).flatMap(register.field)
        }
        let weight = map["weight"]?.int(1...100)
        let isNeeded = map["needed"]?.bool() ?? false
        let because = map["because"]?.text(limit: 200)
        guard let asked, let offered, let weight, let because else { return nil }
        let isComparable = asked.kind.isChoice || asked.kind.hasDays || asked.kind.isNumber
        guard isComparable, asked.kind == offered.kind || asked.kind.hasDays && offered.kind.hasDays else {
            map["offers"]?.fail(.notComparable(asked.kind, offered.kind))
            return nil
        }
        if asked.kind == .choice, Set(asked.options.map(\.code)).isDisjoint(with: offered.options.map(\.code)) {
            map["offers"]?.fail(.nothingInCommon)
        }
        return RegisterPairing.Rule(
            asks: asked.code,
            offers: offered.code,
            weight: weight,
            isNeeded: isNeeded,
            because: because
        )
    }
}

/// Codes that have to differ in one place only, such as those of the fields of one register.
final class LocalCodes<Scope> {
    private let kind: PackKind
    private var places: [String: PackPosition] = [:]

    init(kind: PackKind) {
        self.kind = kind
    }

    func code(_ node: PackNode) -> Code<Scope>? {
        guard let code = node.value(Code<Scope>.self, otherwise: { .notACode($0) }) else { return nil }
        if let first = places[code.description] {
            node.fail(.duplicateCode(code.description, kind, first: first))
            return nil
        }
        places[code.description] = node.position
        return code
    }
}

extension PackNode {
    /// The code of something that is described nearby.
    func reference<Scope>(to kind: PackKind, among known: [Code<Scope>]) -> Code<Scope>? {
        guard let code = value(Code<Scope>.self, otherwise: { .notACode($0) }) else { return nil }
        guard known.contains(code) else {
            let suggestion = closest(to: code.description, among: known.map(\.description))
            fail(.unknownReference(code.description, kind, suggestion: suggestion))
            return nil
        }
        return code
    }
}
