import Foundation
import Kernel

/// The files of a pack, read with the suspicion that what people send deserves.
struct PackFolder {
    static let files = [
        "programme.yaml", "areas.yaml", "plan.yaml", "sheet.yaml", "needs.yaml", "initiatives.yaml",
    ]
    /// A pack may have these, and does without.
    static let optionalFiles = [
        "picture.yaml", "mails.yaml", "action-plan.yaml", "registers.yaml", "money.yaml", "sharing.yaml",
    ]
    /// What a programme needs to hold conversations; one that has an action plan does without, or has them all.
    static let talkFiles = ["plan.yaml", "sheet.yaml", "needs.yaml", "initiatives.yaml"]
    /// Twenty times what the metal programme needs.
    static let sizeLimit = 1024 * 1024

    let path: String
    private let root: String

    /// `nil` when there is no such folder.
    init?(_ path: String) {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
            return nil
        }
        self.path = path
        root = URL(filePath: path).resolvingSymlinksInPath().path
    }

    /// Files that look as if they were meant to be part of the pack, but are not.
    func strangers() -> [PackIssue] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        let known = Self.files + Self.optionalFiles
        return names.sorted().prefix(1000).filter { name in
            !known.contains(name) && [".yaml", ".yml"].contains { name.lowercased().hasSuffix($0) }
        }.map { name in
            let suggestion = closest(to: name.lowercased().replacing(".yml", with: ".yaml"), among: known)
            return PackIssue(.unknownFile(suggestion: suggestion), at: PackPosition(file: shortened(name)))
        }
    }

    /// Whether it is about an action plan and not about conversations.
    var isPlanOnly: Bool { has("action-plan.yaml") && !Self.talkFiles.contains(where: has) }

    func has(_ file: String) -> Bool {
        (try? FileManager.default.attributesOfItem(atPath: path + "/" + file)) != nil
    }

    func bytes(of file: String, limit: Int) throws(PackFileError) -> [UInt8] {
        let url = URL(filePath: path).appending(path: file)
        let here = PackPosition(file: file)
        func fail(_ fault: PackFault) -> PackFileError { PackFileError(issue: PackIssue(fault, at: here)) }
        guard (try? FileManager.default.attributesOfItem(atPath: url.path)) != nil else {
            throw fail(.missingFile)
        }
        let target = url.resolvingSymlinksInPath().path
        guard target.hasPrefix(root + "/") else { throw fail(.outsideFolder) }
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: target) else {
            throw fail(.outsideFolder)
        }
        guard attributes[.type] as? FileAttributeType == .typeRegular else { throw fail(.notAFile) }
        guard (attributes[.size] as? Int ?? .max) <= limit else { throw fail(.tooLarge(limit: limit)) }
        guard let bytes = FileManager.default.contents(atPath: target) else { throw fail(.unreadableFile) }
        guard bytes.count <= limit else { throw fail(.tooLarge(limit: limit)) }
        return Array(bytes)
    }

    func text(of file: String) throws(PackFileError) -> String {
        func fail(_ fault: PackFault, line: Int? = nil, column: Int? = nil) -> PackFileError {
            PackFileError(issue: PackIssue(fault, at: PackPosition(file: file, line: line, column: column)))
        }
        let bytes = try bytes(of: file, limit: Self.sizeLimit)
        if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE]) {
            throw fail(.notUTF8, line: 1, column: 1)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            let valid = longestValidPrefix(of: bytes)
            let lines = valid.split(separator: "\n", omittingEmptySubsequences: false)
            throw fail(.notUTF8, line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
        }
        guard !bytes.contains(0) else { throw fail(.binary) }
        // A byte order mark is not part of the text.
        return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }

    private func longestValidPrefix(of bytes: [UInt8]) -> String {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var scalars = String.UnicodeScalarView()
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { scalars.append(scalar) }
        return String(scalars)
    }

    private func shortened(_ name: String) -> String {
        String(name.unicodeScalars.prefix(80).map { $0.isControl ? "\u{FFFD}" : Character($0) })
    }
}

struct PackFileError: Error {
    let issue: PackIssue
}

/// The word that somebody probably meant: at most a third of it was mistyped.
func closest(to word: String, among words: some Sequence<String>) -> String? {
    guard word.count <= 64 else { return nil }
    let typed = Array(word.lowercased())
    return words.map { (word: $0, distance: distance(typed, Array($0.lowercased()))) }
        .filter { $0.word.count > 2 && $0.distance <= max(1, min(3, $0.word.count / 3)) }
        .min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
}

/// How many letters have to be changed, added or removed (Levenshtein).
private func distance(_ left: [Character], _ right: [Character]) -> Int {
    if left.isEmpty { return right.count }
    var previous = Array(0...right.count)
    for (row, letter) in left.enumerated() {
        var current = [row + 1]
        for (column, other) in right.enumerated() {
            current.append(
                min(previous[column + 1] + 1, current[column] + 1, previous[column] + (letter == other ? 0 : 1))
            )
        }
        previous = current
    }
    return previous[right.count]
}
