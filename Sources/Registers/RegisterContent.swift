import Foundation

/// The values of an item as they are kept: a JSON object of texts, in the order of the codes.
///
/// Nearly all of them need no escapes, and are read and written without the general reader and writer: those took most of
/// the time of an export of a hundred thousand items.
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
            guard values.allSatisfy({ Self.isPlain($0.key) && Self.isPlain($0.value) }) else {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
                return String(decoding: try encoder.encode(values), as: UTF8.self)
            }
            let pairs = values.sorted { $0.key < $1.key }.map { "\"\($0.key)\":\"\($0.value)\"" }
            return "{\(pairs.joined(separator: ","))}"
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
    }

    /// `nil` for anything but `{"a":"b","c":"d"}` without escapes.
    private static func plain(_ text: String) -> [String: String]? {
        var text = text
        return text.withUTF8 { bytes -> [String: String]? in
            guard bytes.count >= 2, bytes[0] == UInt8(ascii: "{"), !bytes.contains(UInt8(ascii: "\\")) else {
                return nil
            }
            var found: [String: String] = [:]
            var index = 1
            func quoted() -> String? {
                guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { return nil }
                let start = index + 1
                guard let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
                index = end + 1
                return String(decoding: bytes[start..<end], as: UTF8.self)
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
