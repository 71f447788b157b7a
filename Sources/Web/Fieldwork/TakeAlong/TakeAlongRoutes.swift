import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Programmes

/// Conversations without a network: the page that is kept, what goes along, and what comes back.
struct TakeAlongRoutes {
    let takeAlong: TakeAlong
    let programmes: Programmes
    /// How many places of each initiative are taken.
    let taken: @Sendable (ProgrammeID, Principal) async throws -> [InitiativeCode: Int]
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.onTheRoad.route) { _, context in
            Response.redirect(to: Addresses.onTheRoadPage.path(context.language.rawValue), type: .normal)
        }
        router.get(Addresses.serviceWorker.route) { _, _ in ServiceWorker.response }
        router.get(Addresses.webManifest.route) { _, context in try WebManifest(context.language).response() }
        router.get(Addresses.roadSession.route, use: session)
        router.get(Addresses.onTheRoadPage.route, use: page)
        router.get(Addresses.fieldPackage.route, use: package)
        router.post(Addresses.fieldItems.route, use: receive)
    }

    /// In its own language whatever the reader chose, for it is kept by its address.
    private func page(_ request: Request, _ context: AppContext) async throws -> Response {
        guard let language = Language(rawValue: try context.parameter("language", as: String.self)) else {
            throw PageProblem.notFound
        }
        let reader = Reader(language: language, formToken: "")
        var response = htmlResponse(try TakeAlongShell(language: language).document.rendered(for: reader))
        response.headers[.cacheControl] = "no-cache"
        return response
    }

    private func session(_ request: Request, _ context: AppContext) async throws -> Response {
        let principal = try context.requirePrincipal()
        return try .data(
            RoadSession(
                account: principal.account,
                name: principal.name,
                token: context.formToken,
                programmes: principal.programmes.filter { principal.may(.holdConversations, in: $0) }
            )
        )
    }

    private func package(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme, visit.principal)
        try principal.require(.holdConversations, in: programme.id)
        guard let first = Day(context.query("van", of: request)), let last = Day(context.query("tot", of: request)),
            first <= last
        else { throw PageProblem.unreadableForm }
        let records = try await takeAlong.records(from: first, to: last, in: programme.id, as: principal)
        return try .data(
            FieldPackage(
                programme: programme,
                records: records,
                taken: try await taken(programme.id, principal),
                today: world.today,
                language: context.language
            )
        )
    }

    private func receive(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        let body = try await request.body.collect(upTo: FieldMessage.largest)
        guard let message = try? decoder.decode(FieldMessage.self, from: Data(body.readableBytesView)) else {
            throw PageProblem.unreadableForm
        }
        let outcomes = try await takeAlong.receive(
            message.items,
            from: message.device,
            sentAt: message.sentAt,
            in: visit.programme,
            as: visit.principal
        )
        return try .data(FieldReply(outcomes, in: context.language))
    }
}

private struct RoadSession: Encodable {
    let account: AccountID?
    let name: String
    let token: String
    let programmes: [ProgrammeID]
}

/// What a device sends (`Assets/outbox.js`).
private struct FieldMessage: Decodable {
    /// Bytes: a thousand items with long remarks.
    static let largest = 4 * 1024 * 1024

    let device: String
    let sentAt: Date
    let items: [FieldItem]
}

/// What became of each item, in words.
struct FieldReply: Encodable {
    struct Outcome: Encodable {
        let item: FieldItem.ID
        let state: String
        var message: String?
        var note: Note?
    }

    struct Note: Encodable {
        let kind: String
        var text: String?
        var marks: [String: [Mark]]?

        init(_ note: FieldNote) {
            switch note {
            case .overruled(let marks):
                kind = "overruled"
                self.marks = Dictionary(
                    uniqueKeysWithValues: marks.map { code, marks in
                        (code.description, marks.sorted { $0.rawValue < $1.rawValue })
                    }
                )
            case .bothRemarks(let both): (kind, text) = ("bothRemarks", both)
            case .looksLike(let name): (kind, text) = ("looksLike", name)
            }
        }
    }

    let outcomes: [Outcome]

    init(_ outcomes: [FieldOutcome], in language: Language) {
        self.outcomes = outcomes.map { outcome in
            switch outcome.state {
            case .done(let note): Outcome(item: outcome.item, state: "done", note: note.map(Note.init))
            case .early: Outcome(item: outcome.item, state: "early")
            case .refused(let problem):
                Outcome(item: outcome.item, state: "refused", message: explanation(of: problem, in: language))
            }
        }
    }
}

extension Response {
    /// JSON for a script of ours.
    static func data(_ value: some Encodable) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Response(
            status: .ok,
            headers: [.contentType: "application/json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try encoder.encode(value)))
        )
    }
}
