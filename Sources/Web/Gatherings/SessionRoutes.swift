import Fieldwork
import Foundation
import Gatherings
import Hummingbird
import Kernel
import Programmes

/// Sessions for who organises them, and what others in the programme see of them.
struct SessionRoutes {
    let sessions: KnowledgeSessions
    let programmes: Programmes
    let hasMail: Bool
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.sessions.route, use: list)
        router.get(Addresses.newSession.route, use: new)
        router.post(Addresses.newSession.route, use: create)
        router.get(Addresses.session.route, use: show)
        router.get(Addresses.changeSession.route, use: edit)
        router.post(Addresses.changeSession.route, use: change)
        router.post(Addresses.openSession.route, use: openUp)
        router.post(Addresses.cancelSession.route, use: cancel)
        router.get(Addresses.attendanceList.route, use: attendanceList)
        router.post(Addresses.attendance.route, use: attendance)
        router.post(Addresses.atDoor.route, use: atDoor)
        router.post(Addresses.concludeSession.route, use: conclude)
        router.post(Addresses.askFeedback.route, use: askFeedback)
        router.post(Addresses.eraseParticipant.route, use: erase)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try SessionListPage(
            programme: visit.programme,
            sessions: try await sessions.list(in: visit.programme.id, as: visit.principal),
            mayOrganise: visit.principal.may(.organiseSessions, in: visit.programme.id),
            today: world.today
        ).response(from: request, context: visit.context)
    }

    // MARK: Planning

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        return try SessionFormPage(programme: visit.programme, id: world.id(), form: SessionForm(), isNew: true)
            .response(from: request, context: visit.context)
    }

    private func create(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        let fields = try await request.fields(context)
        guard let id = KnowledgeSession.ID(fields["id"]) else { throw PageProblem.unreadableForm }
        return try await save(SessionForm(fields), as: id, isNew: true, request, visit)
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        let session = try await visit.session(sessions)
        return try SessionFormPage(
            programme: visit.programme,
            id: session.id,
            form: SessionForm(session.plan),
            isNew: false
        ).response(from: request, context: visit.context)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        let form = SessionForm(try await request.fields(context))
        return try await save(form, as: try await visit.session(sessions).id, isNew: false, request, visit)
    }

    private func save(
        _ form: SessionForm,
        as id: KnowledgeSession.ID,
        isNew: Bool,
        _ request: Request,
        _ visit: Visit
    ) async throws -> Response {
        do {
            try await sessions.save(
                form,
                as: id,
                in: visit.programme.id,
                by: visit.principal,
                writing: visit.sessionMail
            )
            return .done(.saved, seeing: Addresses.session.path(visit.programme.id, id))
        } catch let invalid as InvalidSession {
            return try SessionFormPage(
                programme: visit.programme,
                id: id,
                form: form,
                isNew: isNew,
                issues: invalid.issues
            ).response(from: request, context: visit.context)
        }
    }

    // MARK: One session

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func attendanceList(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let board = try await sessions.board(
            try visit.context.parameter("session"),
            in: visit.programme.id,
            as: visit.principal
        )
        return try AttendanceListPage(programme: visit.programme, board: board)
            .response(from: request, context: visit.context)
    }

    private func openUp(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .saved) { visit, _ in
            try await sessions.open(try await visit.session(sessions).id, in: visit.programme.id, as: visit.principal)
        }
    }

    private func cancel(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .saved, returning: .cancel) { visit, fields in
            try await sessions.cancel(
                try await visit.session(sessions).id,
                because: fields["tekst"],
                in: visit.programme.id,
                as: visit.principal,
                writing: visit.sessionMail
            )
        }
    }

    private func attendance(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .saved) { visit, fields in
            try await sessions.recordAttendance(
                Set(fields.all("aanwezig").compactMap(Participant.ID.init)),
                of: try await visit.session(sessions).id,
                in: visit.programme.id,
                as: visit.principal
            )
        }
    }

    private func atDoor(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .saved, returning: .door) { visit, fields in
            try await sessions.addAtDoor(
                ParticipantForm(fields),
                to: try await visit.session(sessions).id,
                in: visit.programme.id,
                as: visit.principal
            )
        }
    }

    private func conclude(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .saved, returning: .conclude) { visit, fields in
            try await sessions.conclude(
                try await visit.session(sessions).id,
                results: fields["tekst"],
                in: visit.programme.id,
                as: visit.principal
            )
        }
    }

    private func askFeedback(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .mailQueued) { visit, _ in
            try await sessions.askFeedback(
                on: try await visit.session(sessions).id,
                in: visit.programme.id,
                as: visit.principal,
                writing: visit.sessionMail
            )
        }
    }

    private func erase(_ request: Request, _ context: AppContext) async throws -> Response {
        try await step(request, context, .removed) { visit, _ in
            try await sessions.erase(
                try visit.context.parameter("participant"),
                from: try await visit.session(sessions).id,
                in: visit.programme.id,
                as: visit.principal,
                writing: visit.sessionMail
            )
        }
    }

    /// One thing that an organiser decides on the page of the session, and back to it.
    private func step(
        _ request: Request,
        _ context: AppContext,
        _ notice: Notice,
        returning form: SessionPage.Returned.Form? = nil,
        _ body: (Visit, FormFields) async throws -> Void
    ) async throws -> Response {
        let visit = try await Visit.organiser(context, programmes)
        let fields = try await request.fields(context)
        do {
            try await body(visit, fields)
            let id: KnowledgeSession.ID = try visit.context.parameter("session")
            return .done(notice, seeing: Addresses.session.path(visit.programme.id, id))
        } catch let invalid as InvalidSession {
            guard let form else { throw invalid }
            var page = try await page(visit)
            page.returned = .init(
                form: form,
                text: fields["tekst"],
                guest: ParticipantForm(fields),
                issues: invalid.issues
            )
            return try page.response(from: request, context: visit.context)
        }
    }

    // MARK: Helpers

    private func page(_ visit: Visit) async throws -> SessionPage {
        let (programme, principal) = (visit.programme.id, visit.principal)
        let session = try await visit.session(sessions)
        let seesPeople = principal.may(.seeSessions, in: programme)
        return SessionPage(
            programme: visit.programme,
            session: session,
            board: seesPeople ? try await sessions.board(session.id, in: programme, as: principal) : nil,
            feedback: seesPeople ? try await sessions.feedback(on: session.id, in: programme, as: principal) : nil,
            mayOrganise: principal.may(.organiseSessions, in: programme),
            hasMail: hasMail,
            ids: { [world] in world.formID },
            today: world.today
        )
    }
}

extension Visit {
    /// For who organises sessions; asked before anything that was sent is read.
    static func organiser(_ context: AppContext, _ programmes: Programmes) async throws -> Visit {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.organiseSessions, in: visit.programme.id)
        return visit
    }

    /// The session of the address.
    func session(_ sessions: KnowledgeSessions) async throws -> KnowledgeSession {
        try await sessions.find(try context.parameter("session"), in: programme.id, as: principal)
    }

    var sessionMail: SessionLetter.Writing { SessionMail(publicAddress: context.site.publicAddress).content }
}
