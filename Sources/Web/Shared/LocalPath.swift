import Foundation

/// An address on this site that somebody else handed to us, to go to afterwards. Never leads anywhere else.
struct LocalPath: Equatable, Sendable {
    let text: String

    init?(_ text: String) {
        // `//host` and `/\host` are other sites to a browser, and control characters are dropped by it.
        guard text.hasPrefix("/"), !text.hasPrefix("//"), !text.contains("\\"), text.utf8.count <= 2000,
            text.unicodeScalars.allSatisfy({ $0.isASCII && $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        self.text = text
    }
}
