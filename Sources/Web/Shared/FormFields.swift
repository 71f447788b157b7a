import Foundation
package import Hummingbird

/// What a form sent, name by name; a name may occur several times, as that of a row of checkboxes does.
package struct FormFields: Sendable {
    private let pairs: [(name: String, value: String)]

    /// - Parameter text: `name=value&name=value`, percent-encoded.
    package init(_ text: String) {
        pairs = text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (Self.decode(parts[0]), parts.count == 2 ? Self.decode(parts[1]) : "")
        }
    }

    package func first(_ name: String) -> String? { pairs.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// What was typed; empty when the field was not sent.
    package subscript(_ name: String) -> String { first(name) ?? "" }

    package var names: [String] { pairs.map(\.name) }

    private static func decode(_ text: Substring) -> String {
        let spaced = String(text).replacing("+", with: " ")
        return spaced.removingPercentEncoding ?? spaced
    }
}

extension Request {
    /// The fields of an ordinary form. Uploads are read by the feature that takes them.
    package func fields(_ context: AppContext) async throws -> FormFields {
        let body = try await body.collect(upTo: context.maxUploadSize)
        return FormFields(String(buffer: body))
    }
}
