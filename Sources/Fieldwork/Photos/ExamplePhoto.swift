package import Foundation
package import Kernel

/// A photo of a good example (*foto*). It may be shown to whom its example may be told, and goes when that goes.
package struct ExamplePhoto: Equatable, Sendable {
    package typealias ID = Kernel.ID<ExamplePhoto>

    package let id: ID
    package let example: GoodExample.ID
    package let kind: RasterImage.Kind
    /// In pixels, as it is stored.
    package let width: Int
    package let height: Int
    /// In bytes.
    package let size: Int
    package let addedAt: Date
    package let by: String

    /// Bytes: what the camera of a telephone makes of one photo. A device makes it a good deal smaller first.
    package static let sizeLimit = 8_000_000
    /// Photos of one example.
    package static let countLimit = 6
    /// Bytes that are sent at once.
    package static let partLimit = 192 * 1024
}

/// A piece of a photo on its way in, so that a bad connection never has to begin again.
package struct PhotoPart: Sendable {
    package let photo: ExamplePhoto.ID
    package let conversation: Conversation.ID
    package let example: GoodExample.ID
    /// How many bytes come before these.
    package let offset: Int
    /// How many there are in all.
    package let total: Int
    package let bytes: [UInt8]

    package init(
        photo: ExamplePhoto.ID,
        conversation: Conversation.ID,
        example: GoodExample.ID,
        offset: Int,
        total: Int,
        bytes: [UInt8]
    ) {
        self.photo = photo
        self.conversation = conversation
        self.example = example
        self.offset = offset
        self.total = total
        self.bytes = bytes
    }
}
