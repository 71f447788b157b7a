import Kernel
import Yams

/// What is found while a pack is read: what is wrong, what has which code, and what refers to what.
final class PackFindings {
    private(set) var issues: [PackIssue] = []
    private var declared: [PackKind: [String: PackPosition]] = [:]
    private var references: [(kind: PackKind, code: String, position: PackPosition)] = []
    /// Kinds whose file could not be read, so that nothing can be said about references to them.
    var unreadable: Set<PackKind> = []

    /// More than anybody will read at once.
    private static let limit = 1000

    func add(_ fault: PackFault, at position: PackPosition) {
        if issues.count < Self.limit { issues.append(PackIssue(fault, at: position)) }
        if issues.count == Self.limit { issues.append(PackIssue(.andMore, at: position)) }
    }

    func add(_ more: [PackIssue]) {
        for issue in more { add(issue.fault, at: issue.position) }
    }

    func declare(_ code: String, _ kind: PackKind, at position: PackPosition) {
        if let first = declared[kind]?[code] {
            add(.duplicateCode(code, kind, first: first), at: position)
        } else {
            declared[kind, default: [:]][code] = position
        }
    }

    func refer(to code: String, _ kind: PackKind, at position: PackPosition) {
        references.append((kind, code, position))
    }

    func isDeclared(_ code: String, _ kind: PackKind) -> Bool { declared[kind]?[code] != nil }

    func checkReferences() {
        for (kind, code, position) in references where !unreadable.contains(kind) && !isDeclared(code, kind) {
            let known = declared[kind, default: [:]].keys
            add(.unknownReference(code, kind, suggestion: closest(to: code, among: known)), at: position)
        }
    }
}

/// A value in a pack, with its place. Reading it as something gives `nil` when it is not that, and a finding.
struct PackNode {
    let node: Node
    let yaml: PackYAML
    let findings: PackFindings

    var position: PackPosition { yaml.position(of: node) }

    func fail(_ fault: PackFault) {
        findings.add(fault, at: position)
    }

    // MARK: Maps and lists

    func map(_ keys: PackKeys) -> PackMap? {
        guard let entries = entries() else { return nil }
        let known = keys.required + keys.optional
        for entry in entries where !known.contains(entry.key) {
            findings.add(.unknownKey(entry.key, suggestion: closest(to: entry.key, among: known)), at: entry.position)
        }
        let map = PackMap(
            values: Dictionary(entries.map { ($0.key, $0.value) }) { first, _ in first },
            position: position
        )
        for key in keys.required where map[key] == nil && keys.name != PackKeys.text.name {
            fail(.missingKey(key))
        }
        return map
    }

    /// A map whose keys are not fixed. A key that is there twice is reported, and its last value is used.
    func entries() -> [PackEntry]? {
        guard case .mapping(let mapping) = node else {
            fail(.wrongShape(expected: .map))
            return nil
        }
        var entries: [PackEntry] = []
        var firstLines: [String: Int] = [:]
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else {
                findings.add(.wrongShape(expected: .text), at: yaml.position(of: key))
                continue
            }
            let name = scalar.string.withoutDoubleMark.key
            let place = yaml.position(of: key)
            if let line = firstLines[name] {
                findings.add(.duplicateKey(name, firstLine: line), at: place)
            } else {
                firstLines[name] = place.line
                entries.append(PackEntry(key: name, position: place, value: child(value)))
            }
        }
        return entries
    }

    func list() -> [PackNode]? {
        guard case .sequence(let sequence) = node else {
            fail(.wrongShape(expected: .list))
            return nil
        }
        return sequence.map(child)
    }

    private func child(_ node: Node) -> PackNode { PackNode(node: node, yaml: yaml, findings: findings) }

    // MARK: Single values

    /// One line of text that is the same in every language, such as a name.
    func string(limit: Int = 200) -> String? {
        guard let text = scalar()?.string else { return nil }
        return checked(text, limit: limit)
    }

    func text(limit: Int = 2000) -> Text? {
        if case .scalar = node {
            fail(.untranslated)
            return nil
        }
        guard let map = map(.text) else { return nil }
        let sentences = Language.allCases.map { language -> String? in
            guard let value = map[language.rawValue], value.scalarText?.nonEmpty != nil else {
                if map[language.rawValue].map({ !$0.isScalar }) ?? false {
                    map[language.rawValue]?.fail(.wrongShape(expected: .text))
                } else {
                    (map[language.rawValue] ?? self).fail(.missingTranslation(language))
                }
                return nil
            }
            return value.string(limit: limit)
        }
        guard let nl = sentences[0], let en = sentences[1] else { return nil }
        return Text(nl: nl, en: en)
    }

    func int(_ range: ClosedRange<Int>) -> Int? {
        guard case .scalar(let scalar) = node, scalar.style == .plain, let number = Int(scalar.string) else {
            fail(.wrongShape(expected: .number))
            return nil
        }
        guard range.contains(number) else {
            fail(.outOfRange(number, range))
            return nil
        }
        return number
    }

    func bool() -> Bool? {
        guard case .scalar(let scalar) = node, scalar.style == .plain, let value = Bool(scalar.string) else {
            fail(.wrongShape(expected: .yesOrNo))
            return nil
        }
        return value
    }

    func value<Value: LosslessStringConvertible>(_ type: Value.Type, otherwise fault: (String) -> PackFault) -> Value? {
        guard let text = scalar()?.string else { return nil }
        guard let value = Value(text) else {
            fail(fault(text))
            return nil
        }
        return value
    }

    func day() -> Day? { value(Day.self) { .notADay($0) } }
    func quarter() -> Quarter? { value(Quarter.self) { .notAQuarter($0) } }

    func option<Option: RawRepresentable & CaseIterable>(_ type: Option.Type) -> Option?
    where Option.RawValue == String {
        guard let text = scalar()?.string else { return nil }
        guard let option = Option(rawValue: text) else {
            let options = Option.allCases.map(\.rawValue)
            fail(.notAnOption(text, options: options, suggestion: closest(to: text, among: options)))
            return nil
        }
        return option
    }

    /// The code of something that is described here.
    func code<Scope>(of kind: PackKind, _ scope: Scope.Type) -> Code<Scope>? {
        guard let code = value(Code<Scope>.self, otherwise: { .notACode($0) }) else { return nil }
        findings.declare(code.description, kind, at: position)
        return code
    }

    /// The code of something that is described elsewhere.
    func reference<Scope>(to kind: PackKind, _ scope: Scope.Type) -> Code<Scope>? {
        guard let code = value(Code<Scope>.self, otherwise: { .notACode($0) }) else { return nil }
        findings.refer(to: code.description, kind, at: position)
        return code
    }

    var scalarText: String? { node.scalar?.string }
    private var isScalar: Bool { node.scalar != nil }

    private func scalar() -> Node.Scalar? {
        guard case .scalar(let scalar) = node else {
            fail(.wrongShape(expected: .text))
            return nil
        }
        guard scalar.string.nonEmpty != nil else {
            fail(.emptyText)
            return nil
        }
        return scalar
    }

    private func checked(_ text: String, limit: Int) -> String? {
        let trimmed = text.trimmingWhitespace()
        guard trimmed.unicodeScalars.count <= limit else {
            fail(.tooLong(limit: limit))
            return nil
        }
        guard !trimmed.unicodeScalars.contains(where: { $0.isControl && $0 != "\n" }) else {
            fail(.controlCharacter)
            return nil
        }
        return trimmed
    }
}

struct PackEntry {
    let key: String
    let position: PackPosition
    let value: PackNode
}

/// A map of which the keys have been checked.
struct PackMap {
    fileprivate let values: [String: PackNode]
    let position: PackPosition

    subscript(key: String) -> PackNode? { values[key] }

    /// Every element of a list that could be read. A key that is left out is an empty list.
    func list<Value>(_ key: String, atLeast minimum: Int = 0, _ read: (PackNode) -> Value?) -> [Value] {
        guard let node = values[key], let elements = node.list() else { return [] }
        if elements.count < minimum { node.fail(.emptyList) }
        return elements.compactMap(read)
    }
}

extension PackNode {
    /// To look around without findings.
    var elements: [PackNode] {
        guard case .sequence(let sequence) = node else { return [] }
        return sequence.map { PackNode(node: $0, yaml: yaml, findings: findings) }
    }

    /// Keys and values whose doubles and strangers have been reported.
    func entriesQuietly() -> [(key: String, value: PackNode)]? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.compactMap { key, value in
            let name = key.scalar?.string.withoutDoubleMark
            guard let name, !name.isDouble, PackKeys.condition.optional.contains(name.key) else { return nil }
            return (name.key, PackNode(node: value, yaml: yaml, findings: findings))
        }
    }

    var isList: Bool { node.sequence != nil }

    func value(of key: String) -> PackNode? {
        guard case .mapping(let mapping) = node else { return nil }
        return mapping.first { $0.key.scalar?.string == key }
            .map { PackNode(node: $0.value, yaml: yaml, findings: findings) }
    }
}
