import Kernel
import Yams

/// The text of one file as a tree of which every node knows its line and column.
struct PackYAML {
    let file: String
    private(set) var root: Node?
    private(set) var issues: [PackIssue] = []
    /// Where a key was altered to get past its being there twice, and so what stands after it one column too far.
    private var altered: [(line: Int, column: Int)] = []

    init(file: String, text: String) {
        self.file = file
        if let position = Self.firstAnchor(in: text) {
            issues.append(
                PackIssue(.anchor, at: PackPosition(file: file, line: position.line, column: position.column))
            )
            return
        }
        compose(text)
    }

    func position(of node: Node) -> PackPosition {
        guard let mark = node.mark else { return PackPosition(file: file) }
        return PackPosition(file: file, line: mark.line, column: column(mark))
    }

    private static let limit = 100

    private mutating func compose(_ source: String) {
        var text = source
        while altered.count < Self.limit {
            do {
                root = try Parser(yaml: text, encoding: .utf8).singleRoot()
                if root == nil { issues.append(PackIssue(.emptyFile, at: PackPosition(file: file))) }
                return
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                // The parser gives up here. So that everything behind it is looked at too, the key is given another
                // name, and the text is read again.
                guard let next = Self.renaming(at: context.mark, in: text, number: altered.count) else {
                    issues.append(
                        PackIssue(.duplicateKey(keys.first ?? "", firstLine: context.mark.line), at: at(context.mark))
                    )
                    return
                }
                text = next
                altered.append((context.mark.line, context.mark.column))
            } catch {
                issues.append(issue(for: error, in: source))
                return
            }
        }
        issues.append(PackIssue(.andMore, at: PackPosition(file: file)))
    }

    private func issue(for error: any Error, in text: String) -> PackIssue {
        switch error {
        case YamlError.composer(_, let problem, let mark, _) where problem.contains("another document"):
            PackIssue(.severalDocuments, at: at(mark))
        case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
            YamlError.composer(_, let problem, let mark, _):
            PackIssue(.syntax(problem), at: at(mark))
        case YamlError.reader(let problem, let offset, _, _):
            PackIssue(problem.contains("control") ? .controlCharacter : .syntax(problem), at: place(offset, in: text))
        case YamlError.memory:
            PackIssue(.tooDeep, at: PackPosition(file: file))
        default:
            PackIssue(.syntax("unreadable"), at: PackPosition(file: file))
        }
    }

    private func at(_ mark: Mark) -> PackPosition {
        PackPosition(file: file, line: mark.line, column: column(mark))
    }

    private func place(_ offset: Int?, in text: String) -> PackPosition {
        guard let offset else { return PackPosition(file: file) }
        let lines = text.prefix(offset).split(separator: "\n", omittingEmptySubsequences: false)
        return PackPosition(file: file, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
    }

    private func column(_ mark: Mark) -> Int {
        mark.column - altered.count { $0.line == mark.line && $0.column < mark.column }
    }

    /// Each time another mark, so that three of the same are told apart as well.
    private static func renaming(at mark: Mark, in text: String, number: Int) -> String? {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.indices.contains(mark.line - 1) else { return nil }
        var scalars = Array(lines[mark.line - 1].unicodeScalars)
        guard scalars.indices.contains(mark.column - 1), let name = Unicode.Scalar(0xF000 + UInt32(number)) else {
            return nil
        }
        let quoted = ["\"", "'"].contains(scalars[mark.column - 1])
        scalars.insert(name, at: mark.column - 1 + (quoted ? 1 : 0))
        lines[mark.line - 1] = String(String.UnicodeScalarView(scalars))
        return lines.joined(separator: "\n")
    }

    /// Where the first `&name` or `*name` is, of a text that has both. Such a text may be small and yet unfold to
    /// something enormous. May be mistaken about a sentence, never the other way.
    private static func firstAnchor(in text: String) -> (line: Int, column: Int)? {
        var found: [Unicode.Scalar: (line: Int, column: Int)] = [:]
        for (index, line) in text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let scalars = Array(line)
            if scalars.first(where: { $0 != " " && $0 != "\t" }) == "#" { continue }
            for (column, scalar) in scalars.enumerated() where scalar == "&" || scalar == "*" {
                let follows = column + 1 < scalars.count && isWord(scalars[column + 1])
                let precedes = column > 0 && isWord(scalars[column - 1]) && scalars[column - 1] != "-"
                if follows, !precedes, found[scalar] == nil { found[scalar] = (index + 1, column + 1) }
            }
        }
        guard let anchor = found["&"], let alias = found["*"] else { return nil }
        return anchor < alias ? anchor : alias
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || scalar == "-" || scalar == "_"
    }
}

extension String {
    /// A key without what was put in front of it because it is there twice, and whether there was.
    var withoutDoubleMark: (key: String, isDouble: Bool) {
        guard let first = unicodeScalars.first, (0xF000...0xF0FF).contains(first.value) else { return (self, false) }
        return (String(String.UnicodeScalarView(unicodeScalars.dropFirst())), true)
    }
}
