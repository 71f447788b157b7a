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
    /// Under which the state is kept.
    static let state = "~state"
    /// Under which companies are kept that another programme keeps; their names are only there.
    static let company = "~company"
    /// Under which the example is kept that an item was made of.
    static let source = "~source"
    /// What is kept at a field with a photo.
    static let photo = "photo"
    /// Longer texts are about more than they can be found by.
    private static let wordLimit = 40

    /// Some may be here twice.
    private(set) var keys: [Key]
    /// By the code of the field.
    private(set) var numbers: [Register.Field.ID: Double] = [:]
    private(set) var first = RegisterValue.lastDay
    private(set) var last = RegisterValue.lastDay

    init(_ values: [String: String], in state: Register.State.ID, of register: Register, _ notation: RegisterNotation) {
        keys = [Key(field: Self.state, value: state.description)]
        if let source = values[RegisterItem.sourceCode] { keys.append(Key(field: Self.source, value: source)) }
        for field in register.fields {
            guard let stored = values[field.code.description] else { continue }
            if field.kind.isNumber {
                numbers[field.code] = Double(stored)
                continue
            }
            guard let value = RegisterValue(stored: stored, kind: field.kind) else { continue }
            if field.kind == .company, CompanyReference(stored: stored) != nil {
                keys.append(Key(field: Self.company, value: stored))
            }
            if let days = value.days, first == RegisterValue.lastDay { (first, last) = days }
            switch value {
            case .choices(let codes):
                keys += codes.map { Key(field: field.code.description, value: $0) }
                add(notation.names(codes, of: field), field)
            case .text(let text): add([text], field)
            case .company(let name, let number, _): add([name, number ?? ""], field)
            case .file(let file):
                add([file.name], field)
                if file.kind.isImage { keys.append(Key(field: field.code.description, value: Self.photo)) }
            case .number, .money, .day, .period: break
            }
        }
    }

    private mutating func add(_ texts: [String], _ field: Register.Field) {
        let name = field.kind.isConfidential ? Self.confidentialWords : Self.words
        for word in texts.flatMap(Self.words(of:)) { keys.append(Key(field: name, value: word)) }
    }

    /// Letters and digits only, as people search: lower case, without accents.
    static func words(of text: String) -> [String] {
        let text = text.folded
        // The same for letters that need no table.
        guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
            return text.split { !$0.isLetter && !$0.isNumber }.prefix(wordLimit).map { String($0.prefix(40)) }
        }
        return text.utf8.split { !isPlain($0) }.prefix(wordLimit).map { String(decoding: $0.prefix(40), as: UTF8.self) }
    }

    private static func isPlain(_ letter: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter)
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
    }

    /// The same for items that a file cannot tell apart.
    static func matchKey(_ values: [String: String], of register: Register) -> String {
        let fields = register.key.isEmpty ? register.fields.map(\.code) : register.key
        let text = fields.map { (values[$0.description] ?? "").folded }.joined(separator: "\u{1F}")
        return Data(SHA256.hash(data: Data(text.utf8)).prefix(16)).base64EncodedString()
    }
}
