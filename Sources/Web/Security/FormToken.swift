import Crypto
package import Foundation

/// What a form sends back to show that it came from a page of ours, opened by the same browser.
///
/// Made from the secret in the cookie, so that nothing has to be kept; the secret cannot be found back from it.
package enum FormToken {
    package static func value(boundTo secret: String) -> String {
        let code = HMAC<SHA256>.authenticationCode(
            for: Data("karavaan form token".utf8),
            using: SymmetricKey(data: Data(secret.utf8))
        )
        return Data(code.prefix(18)).base64URL
    }

    /// Takes as long for a token that is nearly right as for one that is altogether wrong.
    static func matches(_ sent: String?, _ expected: String) -> Bool {
        guard let sent, !expected.isEmpty, sent.utf8.count == expected.utf8.count else { return false }
        return zip(sent.utf8, expected.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension Data {
    package var base64URL: String {
        base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
