import Foundation
import Kernel

/// Reads numbers and words as people write them, into the one form in which we keep them; `nil` when it cannot be that.
package enum CompanyNotation {
    /// Eight digits; spaces and dots do not matter.
    package static func kvkNumber(_ text: String) -> String? { digits(text, count: 8...8) }

    /// Twelve digits.
    package static func branchNumber(_ text: String) -> String? { digits(text, count: 12...12) }

    /// Two to six digits, also written as `25.62`.
    package static func sbiCode(_ text: String) -> String? { digits(text, count: 2...6) }

    /// `2404ab` is `2404 AB`.
    package static func postcode(_ text: String) -> String? {
        let bytes = Array(text.utf8.filter { $0 != UInt8(ascii: " ") })
        guard bytes.count == 6, bytes[0] != UInt8(ascii: "0"), bytes[..<4].allSatisfy(isDigit) else { return nil }
        let letters = String(decoding: bytes[4...], as: UTF8.self).uppercased()
        guard letters.utf8.allSatisfy({ (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }) else { return nil }
        // Never given out, for what they stood for.
        guard !["SA", "SD", "SS"].contains(letters) else { return nil }
        return "\(String(decoding: bytes[..<4], as: UTF8.self)) \(letters)"
    }

    package static func yesOrNo(_ text: String) -> Bool? {
        switch text.folded {
        case "ja", "j", "yes", "y", "true", "waar", "1", "x", "lid", "member": true
        case "nee", "n", "no", "false", "onwaar", "0", "geen lid", "niet-lid", "geen": false
        default: nil
        }
    }

    package static func email(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= 254, parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
            parts[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty }),
            !text.contains(where: { $0.isWhitespace || "<>\",;".contains($0) })
        else { return nil }
        return text
    }

    package static func phone(_ text: String) -> String? {
        guard text.utf8.count <= 40, text.filter(\.isNumber).count >= 6,
            text.allSatisfy({ $0.isASCII && ($0.isNumber || " +-().".contains($0)) })
        else { return nil }
        return text
    }

    private static func digits(_ text: String, count: ClosedRange<Int>) -> String? {
        let bytes = text.utf8.filter { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ".") }
        guard count.contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension String {
    /// What to compare when names are put in order, the same on every database: letters and digits only, without case
    /// and accents, `0` between words (a digit, because those come before letters everywhere).
    package var sortKey: String { foldedWords.joined(separator: "0") }

    var foldedWords: [String] {
        folded.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
            .map { String($0) }
    }
}

extension Company {
    /// How a company without a number is recognised: by its name, without case, accents and legal form, and its
    /// postcode.
    static func matchKey(name: String, postcode: String?) -> String {
        var key = name.foldedWords.joined()
        for form in ["bv", "nv", "vof", "cv"] where key.hasSuffix(form) && key.count > form.count + 2 {
            key.removeLast(form.count)
            break
        }
        return "\(key)|\(postcode ?? "")"
    }

    var matchKey: String { Company.matchKey(name: name, postcode: postcode) }

    /// Everything that a search may find this company by.
    func searchText(municipalityName: String?) -> String {
        [name, city, municipalityName, postcode, street, kvkNumber, sbiCode].compactMap(\.self)
            .joined(separator: " ").folded
    }
}
