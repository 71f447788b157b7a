package import Foundation

/// An identifier that remembers what it identifies, so that the compiler refuses
/// an `ID<Company>` where an `ID<Conversation>` is asked for.
///
/// Whoever makes a thing makes its identifier, also on a device without network; so it is a UUID (version 7 when the
/// ``World`` made it, so that new rows end up beside each other in an index).
package struct ID<Subject>: Hashable, Sendable, LosslessStringConvertible, Codable {
    package let uuid: UUID

    package init(_ uuid: UUID) {
        self.uuid = uuid
    }

    package init?(_ description: String) {
        guard let uuid = UUID(uuidString: description) else { return nil }
        self.uuid = uuid
    }

    package init(from decoder: any Decoder) throws {
        uuid = try decoder.singleValueContainer().decode(UUID.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    /// Lower case, with hyphens: 36 characters.
    package var description: String { uuid.uuidString.lowercased() }
}
