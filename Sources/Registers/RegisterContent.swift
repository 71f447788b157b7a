import Foundation

/// The values of an item as they are kept: a JSON object of texts, in the order of the codes.
///
/// Nearly all of them need no escapes but those of the end of a line and a quotation mark, and are read and written without
/// the general reader and writer: those took most of the time of an export of a hundred thousand items.
struct RegisterContent {
    let values: [String: String]

    init(_ values: [String: String]) {
        self.values = values
    }

    init(text: String) throws {
        values = try Self.plain(text) ?? JSONDecoder().decode([String: String].self, from: Data(text.utf8))
    }

    var text: String {
        get throws {
            guard values.allSatisfy({ Self.isPlain($0.key, but: []) && Self.isPlain($0.value, but: Self.known) }) else {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                return String(decoding: try encoder.encode(values), as: UTF8.self)
            }
            let pairs = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\(Self.escaped($0.value))\"" }
            return "{\(pairs.joined(separator: ","))}"
        }
    }

    private static let known: [UInt8] = [UInt8(ascii: "\n"), UInt8(ascii: "\""), UInt8(ascii: "\\")]

    private static func isPlain(_ text: String, but others: [UInt8]) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && !known.contains($0) || others.contains($0) }
    }

    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: known.contains) else { return text }
        return String(
            decoding: text.utf8.flatMap { byte -> [UInt8] in
                guard known.contains(byte) else { return [byte] }
                return [UInt8(ascii: "\\"), byte == UInt8(ascii: "\n") ? UInt8(ascii: "n") : byte]
            },
            as: UTF8.self
        )
    }

    /// The text of what was escaped as above; `nil` for any other escape.
    private static func unescaped(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        guard bytes.contains(UInt8(ascii: "\\")) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var rest = bytes.makeIterator()
        while let byte = rest.next() {
            guard byte == UInt8(ascii: "\\") else { text.append(byte); continue }
            switch rest.next() {
            case UInt8(ascii: "n"): text.append(UInt8(ascii: "\n"))
            case let other? where known.dropFirst().contains(other): text.append(other)
            default: return nil
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// `nil` for anything but `{"a":"b","c":"d"}` with the escapes above.
    private static func plain(_ text: String) -> [String: String]? {
        var text = text
        return text.withUTF8 { bytes -> [String: String]? in
            guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{") else { return nil }
            var found: [String: String] = [:]
            var index = 1
            func quoted() -> String? {
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
                let start = index + 1
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
                    // What comes behind a backslash does not end it.
                    end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
                }
                guard end < bytes.count else { return nil }
                index = end + 1
                return unescaped(bytes[start..<end])
            }
            while index < bytes.count, bytes[index] != UInt8(ascii: "}") {
                if !found.isEmpty {
                    guard bytes[index] == UInt8(ascii: ",") else { return nil }
                    index += 1
                }
                guard let key = quoted(), index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return nil }
                index += 1
                guard let value = quoted() else { return nil }
                found[key] = value
            }
            return index == bytes.count - 1 ? found : nil
        }
    }
}
