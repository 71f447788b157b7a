import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore
import Programmes

/// Filling in the sheet, with forms and with scripts.
struct SheetRoutes {
    let conversations: Conversations
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.sheet.route, use: show)
        router.post(Addresses.sheet.route, use: press)
        router.get(Addresses.sheetPicture.route, use: picture)
        router.post(Addresses.ticks.route, use: tick)
        router.post(Addresses.needs.route, use: saveNeeds)
        router.post(Addresses.goodExample.route, use: saveExample)
        router.post(Addresses.removeGoodExample.route, use: removeExample)
        router.post(Addresses.withdrawConsent.route, use: withdraw)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let record = try await conversations.record(visit.id, in: visit.programme.id, as: visit.principal)
        let fields = FormFields(request.uri.query ?? "")
        guard let step = SheetStep(theme: fields["thema"], step: fields["stap"], sheet: record.sheet) else {
            return .redirect(to: try await resume(record, visit), type: .normal)
        }
        let chosen = GoodExample.ID(fields["voorbeeld"]).flatMap { id in record.examples.first { $0.id == id } }
        return try page(record, step, visit, form: chosen.map(GoodExampleForm.init), example: chosen?.id)
            .response(from: request, context: visit.context)
    }

    /// Where it was left: the theme of the last tick. A conversation begins with the picture.
    private func resume(_ record: ConversationRecord, _ visit: ConversationVisit) async throws -> String {
        let last = try await conversations.lastTheme(of: record, in: visit.programme.id, as: visit.principal)
        return visit.path(Addresses.sheet) + "?" + (last.map(SheetStep.theme) ?? .picture).query
    }

    private func page(
        _ record: ConversationRecord,
        _ step: SheetStep,
        _ visit: ConversationVisit,
        form: GoodExampleForm? = nil,
        example: GoodExample.ID? = nil,
        issues: [InvalidGoodExample.Issue] = [],
        answerIssues: [InvalidAnswer.Issue] = []
    ) -> SheetPage {
        let verb: Verb = record.conversation.state == .correcting ? .correctConversations : .holdConversations
        return SheetPage(
            programme: visit.programme,
            record: record,
            result: SheetResult(sheet: record.sheet, answers: record.answers),
            step: step,
            mayFill: record.conversation.state.takesAnswers && visit.principal.may(verb, in: visit.programme.id),
            today: world.today,
            exampleForm: form ?? GoodExampleForm(givenBy: record.contacts.first?.name ?? ""),
            example: example ?? world.id(),
            nextPhotos: record.nextPhotos(world),
            issues: issues,
            answerIssues: answerIssues
        )
    }

    /// A request of its own, so that the page itself stays light and a phone, which has no room for it, never asks.
    private func picture(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let record = try await conversations.record(visit.id, in: visit.programme.id, as: visit.principal)
        let isLive = FormFields(request.uri.query ?? "").first("levend") != nil
        let current = Theme.ID(context.query("thema", of: request))
        let drawing = TalkPicture(
            sheet: record.sheet,
            own: visit.programme.picture,
            answers: record.answers,
            companyName: record.company.name,
            current: current
        )
        let document = try isLive ? drawing.liveDocument(in: context.language) : drawing.document(in: context.language)
        return Response(
            status: .ok,
            headers: [.contentType: "image/svg+xml", .cacheControl: "private, no-store"],
            body: .init(byteBuffer: ByteBuffer(string: document))
        )
    }

    /// A button that was pressed without a script: one tick or one remark, and back to the same row.
    private func press(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let fields = try await request.fields(context)
        let (id, programme, principal) = (visit.id, visit.programme.id, visit.principal)
        let pressed = fields["vink"].split(separator: ":").map(String.init)
        guard let activity = Activity.ID(pressed.first ?? fields["bewaar"]) else { throw PageProblem.unreadableForm }
        if !pressed.isEmpty {
            guard pressed.count == 3, let mark = Mark(rawValue: pressed[1]) else { throw PageProblem.unreadableForm }
            try await conversations.mark(
                mark,
                activity,
                isOn: pressed[2] == "1",
                on: id,
                in: programme,
                as: principal
            )
        }
        // What was typed in this row is kept too, whichever button of the row was pressed.
        if let remark = fields.first("opmerking-\(activity)") {
            let both = try await conversations.remark(
                remark,
                on: activity,
                basedOn: fields.first("gezien-\(activity)"),
                of: id,
                in: programme,
                as: principal
            )
            if let both, wantsData(request) { return try .data(["remark": both]) }
        }
        if wantsData(request) { return Response(status: .noContent) }
        let theme = Theme.ID(fields["thema"]).map { "?" + SheetStep.theme($0).query } ?? ""
        return .done(seeing: visit.path(Addresses.sheet) + theme + "#a-\(activity)")
    }

    /// Ticks as a script sends them, with identifiers of its own: a lost answer does no harm.
    private func tick(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        try visit.principal.require(.holdConversations, in: visit.programme.id)
        let decoder = JSONDecoder()
        decoder.dateDecodingStrategy = .millisecondsSince1970
        let body = try await request.body.collect(upTo: context.maxUploadSize)
        guard let sent = try? decoder.decode(TickMessage.self, from: Data(body.readableBytesView)) else {
            throw PageProblem.unreadableForm
        }
        try await conversations.tick(
            sent.ticks,
            device: sent.device,
            on: visit.id,
            in: visit.programme.id,
            as: visit.principal
        )
        return Response(status: .noContent)
    }

    private func saveNeeds(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let needs = try await request.fields(context).supportNeeds
        do {
            try await conversations.ask(for: needs, of: visit.id, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: visit.path(Addresses.sheet) + "?" + SheetStep.examples.query)
        } catch let invalid as InvalidAnswer {
            let record = try await conversations.record(visit.id, in: visit.programme.id, as: visit.principal)
            return try page(record, .needs, visit, answerIssues: invalid.issues)
                .response(from: request, context: visit.context)
        }
    }

    // MARK: Good examples

    private func saveExample(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let example: GoodExample.ID = try context.parameter("example")
        let form = GoodExampleForm(try await request.fields(context))
        do {
            try await conversations.save(example, form, of: visit.id, in: visit.programme.id, as: visit.principal)
            return .done(.saved, seeing: visit.path(Addresses.sheet) + "?" + SheetStep.examples.query)
        } catch let invalid as InvalidGoodExample {
            let record = try await conversations.record(visit.id, in: visit.programme.id, as: visit.principal)
            return try page(record, .examples, visit, form: form, example: example, issues: invalid.issues)
                .response(from: request, context: visit.context)
        }
    }

    private func removeExample(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let example: GoodExample.ID = try context.parameter("example")
        try await conversations.remove(example, of: visit.id, in: visit.programme.id, as: visit.principal)
        return .done(.removed, seeing: visit.path(Addresses.sheet) + "?" + SheetStep.examples.query)
    }

    private func withdraw(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await ConversationVisit(context, programmes)
        let example: GoodExample.ID = try context.parameter("example")
        try await conversations.withdrawConsent(
            for: example,
            of: visit.id,
            in: visit.programme.id,
            as: visit.principal
        )
        return .done(.saved, seeing: visit.path(Addresses.conversation))
    }

    private func wantsData(_ request: Request) -> Bool {
        request.headers[.accept]?.contains("application/json") == true
    }
}

/// What `sheet.js` sends.
private struct TickMessage: Decodable {
    let device: String
    let ticks: [TickForm]
}

extension GoodExampleForm {
    fileprivate init(_ fields: FormFields) {
        self.init(
            title: fields["titel"],
            story: fields["verhaal"],
            costs: fields["kosten"],
            brings: fields["opbrengst"],
            effort: fields["moeite"],
            activity: fields["activiteit"],
            audience: fields["delen"],
            until: fields["tot"],
            givenBy: fields["door"]
        )
    }
}
