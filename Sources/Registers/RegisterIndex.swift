import Crypto
import Foundation
import Kernel
import Programmes

/// By what an item can be found: the choices that were made, the words in it, its days, and what makes it the same as a
/// line of a file.
struct RegisterIndex {
    struct Key: Hashable {
        let field: String
        let value: String
    }

    /// Under which words are kept, as no field can be called. Those about companies are for who keeps the register.
    static let words = "~", confidentialWords = "~~"
    /// Longer texts are about more than they can be found by.
    private static let wordLimit = 40

    private(set) var keys: Set<Key> = []
    private(set) var first = RegisterValue.lastDay
    private(set) var last = RegisterValue.lastDay

    init(_ entry: RegisterEntry, of register: Register, _ notation: RegisterNotation) {
        for field in register.fields {
            guard let stored = entry.values[field.code.description],
                let value = RegisterValue(stored: stored, kind: field.kind)
            else { continue }
            if let days = value.days, first == RegisterValue.lastDay { (first, last) = days }
            switch value {
            case .choices(let codes):
                keys.formUnion(codes.map { Key(field: field.code.description, value: $0) })
                add(notation.names(codes, of: field), field)
            case .text(let text): add([text], field)
            case .company(let name, let number, _): add([name, number ?? ""], field)
            case .number, .money, .day, .period: break
            }
        }
    }

    private mutating func add(_ texts: [String], _ field: Register.Field) {
        let name = field.kind.isConfidential ? Self.confidentialWords : Self.words
        for word in texts.flatMap(Self.words(of:)) { keys.insert(Key(field: name, value: word)) }
    }

    /// Letters and digits only, as people search: lower case, without accents.
    static func words(of text: String) -> [String] {
        text.folded.split { !$0.isLetter && !$0.isNumber }.prefix(wordLimit).map { String($0.prefix(40)) }
    }

    /// The same for items that a file cannot tell apart.
    static func matchKey(_ values: [String: String], of register: Register) -> String {
        let fields = register.key.isEmpty ? register.fields.map(\.code) : register.key
        let text = fields.map { (values[$0.description] ?? "").folded }.joined(separator: "\u{1F}")
        return Data(SHA256.hash(data: Data(text.utf8)).prefix(16)).base64EncodedString()
    }
}
