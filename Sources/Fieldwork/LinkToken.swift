import Crypto
import Foundation

/// A secret that opens one page without an account (*sleutel van een persoonlijke link*): 128 random bits, of which only
/// a hash is kept.
package struct LinkToken: Equatable, Sendable, LosslessStringConvertible {
    package static let byteCount = 16

    /// 22 characters of base64url.
    package let description: String

    package init(bytes: [UInt8]) {
        description = Data(bytes).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    package init?(_ description: String) {
        let bytes = description.utf8
        guard bytes.count == 22, bytes.allSatisfy({ Self.alphabet.contains($0) }) else { return nil }
        self.description = description
    }

    /// SHA-256, in hexadecimal. No salt: what is hashed cannot be guessed.
    package var hash: String {
        SHA256.hash(data: Data(description.utf8)).map { String(format: "%02x", $0) }.joined()
    }

    private static let alphabet = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
}
