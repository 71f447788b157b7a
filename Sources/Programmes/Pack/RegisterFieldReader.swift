import Kernel

/// Reads the fields of one register.
struct RegisterFieldReader {
    func fields(of map: PackMap) -> [Register.Field] {
        let seen = LocalCodes<Register.Field.Scope>(kind: .field)
        var isFirst = true
        return map.list("fields", atLeast: 1) { node in
            defer { isFirst = false }
            return field(node, seen, isFirst: isFirst)
        }
    }

    private func field(
        _ node: PackNode,
        _ seen: LocalCodes<Register.Field.Scope>,
        isFirst: Bool
    ) -> Register.Field? {
        guard let map = node.map(.registerField) else { return nil }
        let code = map["code"].flatMap(seen.code)
        let name = map["name"]?.text(limit: 100)
        let kind = map["kind"]?.option(Register.Field.Kind.self)
        let hint = map["hint"]?.text(limit: 300)
        let isRequired = map["required"]?.bool() ?? false
        let isPublic = map["public"]?.bool() ?? false
        let options = options(of: map)
        let allowsSeveral = map["several"]?.bool() ?? false
        let unit = map["unit"]?.text(limit: 30)
        let purpose = map["purpose"]?.text(limit: 300)
        let keepMonths = map["keep_months"]?.int(1...120)
        guard let kind else { return nil }
        check(map, kind, isFirst: isFirst, isRequired: isRequired, isPublic: isPublic)
        guard let code, let name else { return nil }
        return Register.Field(
            code: code,
            name: name,
            kind: kind,
            hint: hint,
            isRequired: isRequired || isFirst,
            isPublic: isPublic,
            options: options,
            allowsSeveral: allowsSeveral,
            unit: unit,
            purpose: purpose,
            keepMonths: keepMonths
        )
    }

    private func options(of map: PackMap) -> [Register.Field.Option] {
        let seen = LocalCodes<Register.Field.Option.Scope>(kind: .option)
        return map.list("options", atLeast: 1) { node in
            guard let map = node.map(.registerOption) else { return nil }
            let code = map["code"].flatMap(seen.code)
            let name = map["name"]?.text(limit: 100)
            guard let code, let name else { return nil }
            return Register.Field.Option(code: code, name: name)
        }
    }

    /// What a kind of field needs, and what it cannot have.
    private func check(
        _ map: PackMap,
        _ kind: Register.Field.Kind,
        isFirst: Bool,
        isRequired: Bool,
        isPublic: Bool
    ) {
        let own: [(key: String, kinds: [Register.Field.Kind], isNeeded: Bool)] = [
            ("options", [.choice], true), ("several", [.choice, .municipality, .organisation], false),
            ("unit", [.number], true), ("purpose", [.person], true), ("keep_months", [.person], true),
        ]
        for (key, kinds, isNeeded) in own {
            if let node = map[key], !kinds.contains(kind) { node.fail(.notOfKind(key, kind)) }
            if isNeeded, kinds.contains(kind), map[key] == nil { map["kind"]?.fail(.missingKey(key)) }
        }
        if isPublic, kind.isConfidential { map["public"]?.fail(.notOfKind("public", kind)) }
        let cannotName = kind.isConfidential || [.longText, .link, .file].contains(kind)
        if isFirst, cannotName { map["kind"]?.fail(.cannotName(kind)) }
        // It is added once the item is there.
        if kind == .file, isRequired { map["required"]?.fail(.notOfKind("required", kind)) }
    }
}
