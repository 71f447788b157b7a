import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Programmes

extension Addresses {
    /// Where a form sends a photo of a good example.
    static let examplePhotos = Address("/werk/{programme}/gesprekken/{conversation}/voorbeelden/{example}/fotos")
    static let examplePhoto = Address("/werk/{programme}/gesprekken/{conversation}/fotos/{photo}")
    static let removePhoto = Address("/werk/{programme}/gesprekken/{conversation}/fotos/{photo}/weg")
    /// Where a device sends one piece by piece.
    static let photoParts = Address("/werk/{programme}/meenemen/fotos/{photo}")
}

/// Photos of good examples: with a form, and from a device that comes back from where there was no network.
struct PhotoRoutes {
    let photos: Photos
    let conversations: Conversations
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.post(Addresses.examplePhotos.route, use: add)
        router.get(Addresses.examplePhoto.route, use: show)
        router.post(Addresses.removePhoto.route, use: remove)
        router.get(Addresses.photoParts.route, use: progress)
        router.post(Addresses.photoParts.route, use: receive)
    }

    private func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        let example: GoodExample.ID = try visit.context.parameter("example")
        let form: Multipart
        do {
            form = try await request.multipart(upTo: ExamplePhoto.sizeLimit + 64 * 1024)
        } catch PageProblem.tooLarge {
            throw PhotoProblem.tooLarge
        }
        let bytes = form["foto"]?.bytes ?? []
        guard !bytes.isEmpty else { throw PhotoProblem.notAPhoto }
        let part = PhotoPart(
            // From the page, so that a form that is sent twice adds one photo.
            photo: ExamplePhoto.ID(form.text("id")) ?? world.id(),
            conversation: visit.id,
            example: example,
            offset: 0,
            total: bytes.count,
            bytes: bytes
        )
        _ = try await photos.receive(part, in: visit.programme.id, as: visit.principal)
        let talk = try await conversations.find(visit.id, in: visit.programme.id, as: visit.principal)
        let isOpen = talk.state.takesAnswers
        let path = visit.path(isOpen ? Addresses.sheet : Addresses.conversation)
        return .done(.saved, seeing: path + (isOpen ? "?" + SheetStep.examples.query : "") + "#v-\(example)")
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let (kind, bytes) = try await photos.content(
            visit.context.parameter("photo"),
            of: visit.id,
            in: visit.programme.id,
            as: visit.principal
        )
        return .photo(kind, bytes)
    }

    private func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        try await photos.remove(
            visit.context.parameter("photo"),
            of: visit.id,
            in: visit.programme.id,
            as: visit.principal
        )
        return .done(.removed, seeing: visit.path(Addresses.conversation))
    }

    // MARK: Piece by piece

    private func progress(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let id: ExamplePhoto.ID = try visit.context.parameter("photo")
        return try .data(
            PhotoProgress(received: try await photos.received(id, in: visit.programme.id, as: visit.principal))
        )
    }

    private func receive(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        let fields = FormFields(request.uri.query ?? "")
        guard let conversation = Conversation.ID(fields["gesprek"]), let example = GoodExample.ID(fields["voorbeeld"]),
            let offset = Int(fields["vanaf"]), let total = Int(fields["van"])
        else { throw PageProblem.unreadableForm }
        let body = try await request.body.collect(upTo: ExamplePhoto.partLimit)
        let part = PhotoPart(
            photo: try visit.context.parameter("photo"),
            conversation: conversation,
            example: example,
            offset: offset,
            total: total,
            bytes: Array(body.readableBytesView)
        )
        return try .data(
            PhotoProgress(received: try await photos.receive(part, in: visit.programme.id, as: visit.principal))
        )
    }
}

extension Response {
    /// Not to be kept by the browser: what is erased or withdrawn is gone.
    static func photo(_ kind: RasterImage.Kind, _ bytes: [UInt8]) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: kind.rawValue, .cacheControl: "private, no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

extension ConversationRecord {
    /// An identifier for the next photo of each example: forms on one page must not be taken for one that is sent twice.
    func nextPhotos(_ world: World) -> [GoodExample.ID: ExamplePhoto.ID] {
        Dictionary(uniqueKeysWithValues: examples.map { ($0.id, world.id()) })
    }
}

/// How far a photo is; `received` is missing when it is here as a whole.
private struct PhotoProgress: Encodable {
    let received: Int?
}
