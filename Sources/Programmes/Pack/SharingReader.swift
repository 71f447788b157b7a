import Kernel

extension PackReading {
    /// `nil` when the pack has none.
    func sharing(own: ProgrammeID?, registry: Registry?, lines: [ActionLine], targets: [Target]) -> SharingPlan? {
        guard let file = root("sharing.yaml", .sharingFile) else { return nil }
        let reader = SharingReader(own: own, registry: registry, lines: lines, targets: targets)
        return SharingPlan(
            offers: file.list("offers", reader.offer),
            uses: file.list("uses", reader.use)
        )
    }
}

private struct SharingReader {
    let own: ProgrammeID?
    let registry: Registry?
    let lines: [ActionLine]
    let targets: [Target]

    func offer(_ node: PackNode) -> ShareOffer? {
        guard let map = node.map(.shareOffer) else { return nil }
        let code = map["code"]?.code(of: .share, ShareScope.self)
        let to = map["to"].flatMap(other)
        let kind = map["what"]?.option(ShareKind.self)
        let why = map["why"]?.text(limit: 400)
        if let register = map["register"], kind != .sessions {
            register.fail(.notForShare("register", kind ?? .visits))
        }
        let register = map["register"].flatMap(items)
        guard let code, let to, let kind, let why else { return nil }
        return ShareOffer(code: code, to: to, kind: kind, register: register, why: why)
    }

    private func items(_ node: PackNode) -> ShareOffer.Items? {
        guard let map = node.map(.shareItems) else { return nil }
        let registers = registry?.registers ?? []
        let code = map["code"]?.reference(to: .register, among: registers.map(\.code))
        guard let register = code.flatMap({ code in registers.first { $0.code == code } }) else { return nil }
        let states = map.list("states", atLeast: 1) { $0.reference(to: .state, among: register.states.map(\.code)) }
        let day = field("day", of: map, in: register) { $0.kind == .date }
        let municipality = field("municipality", of: map, in: register) { $0.kind == .municipality }
        let field = field("field", of: map, in: register) { $0.kind == .choice }
        let options = map.list("options") { option in
            option.reference(to: .option, among: field?.options.map(\.code) ?? [])
        }
        guard let day, let municipality else { return nil }
        return ShareOffer.Items(
            register: register.code,
            states: states,
            day: day.code,
            municipality: municipality.code,
            field: field?.code,
            options: options
        )
    }

    private func field(
        _ key: String,
        of map: PackMap,
        in register: Register,
        where fits: (Register.Field) -> Bool
    ) -> Register.Field? {
        map[key]?.reference(to: .field, among: register.fields.filter(fits).map(\.code)).flatMap(register.field)
    }

    func use(_ node: PackNode) -> ShareUse? {
        guard let map = node.map(.shareUse) else { return nil }
        let code = map["code"]?.code(of: .share, ShareScope.self)
        let from = map["from"].flatMap(other)
        let kind = map["what"]?.option(ShareKind.self)
        let why = map["why"]?.text(limit: 400)
        let place = kind.flatMap { self.place(of: map, node, for: $0) }
        guard let code, let from, let kind, let why else { return nil }
        return ShareUse(code: code, from: from, kind: kind, place: place, why: why)
    }

    /// Visits count for a line, sessions for a line or a target, and companies for nothing.
    private func place(of map: PackMap, _ node: PackNode, for kind: ShareKind) -> ShareUse.Place? {
        let places: [String] =
            switch kind {
            case .visits: ["line", "step", "result"]
            case .sessions: ["line", "step", "result", "target"]
            case .companies: []
            }
        for key in ["line", "step", "result", "target"] where !places.contains(key) {
            map[key]?.fail(.notForShare(key, kind))
        }
        if map["line"] != nil { map["target"]?.fail(.notTogether("line", "target")) }
        if map["step"] != nil { map["result"]?.fail(.notTogether("step", "result")) }
        if kind != .companies, map["line"] == nil, map["target"] == nil { node.fail(.missingKey("line")) }
        if let target = map["target"] {
            let counted: [Target.ID] = targets.filter { $0.counted == .sessions }.map(\.code)
            return target.reference(to: .target, among: counted).map(ShareUse.Place.target)
        }
        guard let code = map["line"]?.reference(to: .line, among: lines.map(\.code)),
            let line = lines.first(where: { $0.code == code })
        else { return nil }
        if let result = map["result"] {
            let known: [ActionLine.PromisedResult.ID] = line.results.map(\.code)
            return result.reference(to: .result, among: known).map { ShareUse.Place.result(code, $0) }
        }
        let step: ActionLine.Step.ID? = map["step"]?.reference(to: .step, among: line.steps.map(\.code))
        return ShareUse.Place.line(code, step: step)
    }

    private func other(_ node: PackNode) -> ProgrammeID? {
        guard let id = node.value(ProgrammeID.self, otherwise: { .notACode($0) }) else { return nil }
        if id == own { node.fail(.sharesWithItself) }
        return id
    }
}
