import Crypto
import Foundation
import Kernel

/// Something that only its bearer knows (*geheim*), such as what a session cookie holds: 128 unpredictable bits.
///
/// The database has nothing but its digest, so who reads the database cannot use it.
package struct Secret: Sendable {
    package let text: String

    /// As it was sent to us.
    package init(_ text: String) {
        self.text = text
    }

    init(world: World) {
        text = Data(world.randomBytes(16)).base64EncodedString()
            .replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    var digest: String {
        SHA256.hash(data: Data(text.utf8)).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
