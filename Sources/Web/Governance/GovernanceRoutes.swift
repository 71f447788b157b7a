import ActionLines
import Finance
import Foundation
import Governance
import Hummingbird
import Kernel
import Printing
import Programmes

/// Meetings, decisions and action points of an action plan.
struct GovernanceRoutes {
    let governances: Governances
    let yearPlans: YearPlans
    let lines: ActionLines
    let finances: Finances
    let programmes: Programmes
    let printer: Printer
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.governance.route, use: show)
        router.get(Addresses.newMeeting.route, use: new)
        router.post(Addresses.newMeeting.route, use: plan)
        router.get(Addresses.meeting.route, use: showMeeting)
        router.get(Addresses.changeMeeting.route, use: edit)
        router.post(Addresses.changeMeeting.route, use: change)
        router.get(Addresses.meetingPapers.route, use: papers)
        router.post(Addresses.addToAgenda.route, use: addItem)
        router.post(Addresses.putEarlier.route, use: putEarlier)
        router.post(Addresses.removeFromAgenda.route, use: removeItem)
        router.post(Addresses.takeDecision.route, use: decide)
        router.post(Addresses.agreePoint.route, use: agree)
        router.post(Addresses.closePoint.route, use: close)
        router.post(Addresses.bodyMembers.route, use: appoint)
        router.post(Addresses.endMembership.route, use: endMembership)
        addPaperRoutes(to: router)
    }

    /// Who may write, before anything of the form is read.
    func secretary(_ context: AppContext) async throws -> Visit {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.updateActions, in: visit.programme.id)
        return visit
    }

    // MARK: The overview

    private func overview(_ visit: Visit) async throws -> GovernancePage {
        GovernancePage(
            programme: visit.programme,
            state: try await governances.state(of: visit.programme, as: visit.principal),
            isSecretary: visit.principal.mayUpdateAll(in: visit.programme.id),
            freshID: world.formID
        )
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await overview(visit).response(from: request, context: visit.context)
    }

    private func appoint(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        var form = BodyMemberForm()
        (form.id, form.body, form.name) = (fields["id"], fields["overleg"], fields["naam"])
        (form.organisation, form.since, form.until) = (fields["organisatie"], fields["vanaf"], fields["tot"])
        do {
            try await governances.appoint(form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.governance.path(visit.programme.id))
        } catch let invalid as InvalidGovernance {
            var page = try await overview(visit)
            (page.member, page.memberIssues) = (form, invalid.issues)
            return try page.response(from: request, context: visit.context)
        }
    }

    private func endMembership(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        try await governances.end(
            try context.parameter("member"),
            on: fields["tot"],
            in: visit.programme,
            as: visit.principal
        )
        return .done(.saved, seeing: Addresses.governance.path(visit.programme.id))
    }

    private func close(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        try await governances.close(
            try context.parameter("point"),
            outcome: fields["opbrengst"],
            in: visit.programme,
            as: visit.principal
        )
        return .done(.saved, seeing: Addresses.governance.path(visit.programme.id))
    }

    // MARK: Planning

    private func formPage(_ visit: Visit, _ form: MeetingForm, isNew: Bool) throws -> MeetingFormPage {
        guard let plan = visit.programme.actionPlan else { throw PageProblem.notFound }
        return MeetingFormPage(
            programme: visit.programme,
            plan: plan,
            action: isNew
                ? Addresses.newMeeting.path(visit.programme.id)
                : Addresses.changeMeeting.path(visit.programme.id, form.id),
            form: form,
            isNew: isNew
        )
    }

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        var form = MeetingForm()
        form.id = world.formID
        return try formPage(visit, form, isNew: true).response(from: request, context: visit.context)
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let meeting = try await governances.open(
            try context.parameter("meeting"),
            in: visit.programme,
            as: visit.principal
        )
        var form = MeetingForm()
        (form.id, form.body) = (meeting.id.description, meeting.body.description)
        (form.day, form.place) = (meeting.day.description, meeting.place)
        return try formPage(visit, form, isNew: false).response(from: request, context: visit.context)
    }

    private func plan(_ request: Request, _ context: AppContext) async throws -> Response {
        try await save(request, context, isNew: true)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        try await save(request, context, isNew: false)
    }

    private func save(_ request: Request, _ context: AppContext, isNew: Bool) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        var form = MeetingForm()
        (form.id, form.body, form.day, form.place) = (fields["id"], fields["overleg"], fields["dag"], fields["plaats"])
        if !isNew { form.id = try context.parameter("meeting", as: Meeting.ID.self).description }
        do {
            let id = try await governances.plan(form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.meeting.path(visit.programme.id, id))
        } catch let invalid as InvalidGovernance {
            var page = try formPage(visit, form, isNew: isNew)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    // MARK: One meeting

    func meetingPage(_ visit: Visit) async throws -> MeetingPage {
        let id: Meeting.ID = try visit.context.parameter("meeting")
        let state = try await governances.state(of: visit.programme, as: visit.principal)
        return MeetingPage(
            programme: visit.programme,
            plan: state.plan,
            meeting: try await governances.open(id, in: visit.programme, as: visit.principal),
            all: state,
            isSecretary: visit.principal.mayUpdateAll(in: visit.programme.id),
            freshID: world.formID
        )
    }

    private func showMeeting(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await meetingPage(visit).response(from: request, context: visit.context)
    }

    /// Does something in a meeting, and shows it, or what is wrong with what was sent.
    private func act(
        _ request: Request,
        _ visit: Visit,
        _ part: MeetingPage.Refused,
        keeping keep: (inout MeetingPage) -> Void,
        _ body: (Meeting.ID) async throws -> Void
    ) async throws -> Response {
        let id: Meeting.ID = try visit.context.parameter("meeting")
        do {
            try await body(id)
            return .done(.saved, seeing: Addresses.meeting.path(visit.programme.id, id))
        } catch let invalid as InvalidGovernance {
            var page = try await meetingPage(visit)
            (page.refused, page.issues) = (part, invalid.issues)
            keep(&page)
            return try page.response(from: request, context: visit.context)
        }
    }

    private func addItem(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        var form = AgendaItemForm()
        (form.id, form.kind, form.title) = (fields["id"], fields["wat"], fields["onderwerp"])
        (form.words, form.line) = (fields["tekst"], fields["lijn"])
        return try await act(request, visit, .item, keeping: { $0.item = form }) { id in
            try await governances.add(form, to: id, in: visit.programme, as: visit.principal)
        }
    }

    private func putEarlier(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let position = Int(try await request.fields(context)["plek"]) ?? 0
        let (meeting, item): (Meeting.ID, AgendaItem.ID) = try (context.parameter("meeting"), context.parameter("item"))
        try await governances.putEarlier(item, from: position, on: meeting, in: visit.programme, as: visit.principal)
        return .done(.saved, seeing: Addresses.meeting.path(visit.programme.id, meeting))
    }

    private func removeItem(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let (meeting, item): (Meeting.ID, AgendaItem.ID) = try (context.parameter("meeting"), context.parameter("item"))
        try await governances.remove(item, from: meeting, in: visit.programme, as: visit.principal)
        return .done(.saved, seeing: Addresses.meeting.path(visit.programme.id, meeting))
    }

    private func decide(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        var form = DecisionForm()
        (form.id, form.words, form.lines) = (fields["id"], fields["tekst"], fields.all("lijnen"))
        (form.result, form.payer, form.informed) = (fields["resultaat"], fields["betaler"], fields["horen"])
        form.supersedes = fields["vervangt"]
        return try await act(request, visit, .decision, keeping: { $0.decision = form }) { id in
            try await governances.decide(form, in: id, of: visit.programme, as: visit.principal)
        }
    }

    private func agree(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let fields = try await request.fields(context)
        var form = ActionPointForm()
        (form.id, form.words, form.owner) = (fields["id"], fields["tekst"], fields["wie"])
        (form.due, form.line) = (fields["uiterlijk"], fields["lijn"])
        return try await act(request, visit, .point, keeping: { $0.point = form }) { id in
            try await governances.agree(form, in: id, of: visit.programme, as: visit.principal)
        }
    }

    private func papers(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let page = try await meetingPage(visit)
        let state = try await lines.state(of: visit.programme.id, asOf: page.meeting.day, as: visit.principal)
        let plans = try await plansOnTheTable(of: page.meeting, visit)
        var budgets: [Int: [ActionLine.ID: Cents]] = [:]
        for year in Set(plans.map(\.year)) {
            budgets[year] = try await finances.budgets(of: visit.programme, in: year, as: visit.principal)
        }
        let document = MeetingPapers(
            programme: visit.programme,
            meeting: page.meeting,
            governance: page.all,
            state: state,
            yearPlans: plans,
            budgets: budgets,
            language: context.language
        ).document
        let name = "stukken-\(page.meeting.body)-\(page.meeting.day).pdf"
        return .pdf(try await printer.pdf(of: document), name: name)
    }

    /// Of the year of a meeting and the one after it: proposals for who talks about them, and what was talked about for who
    /// decides.
    private func plansOnTheTable(of meeting: Meeting, _ visit: Visit) async throws -> [YearPlan] {
        let bodies = visit.programme.actionPlan?.bodies ?? []
        let wanted: YearPlan.State
        switch bodies.first(where: { $0.code == meeting.body })?.part {
        case .coordinates: wanted = .proposed
        case .decides: wanted = .discussed
        default: return []
        }
        var plans: [YearPlan] = []
        for year in [meeting.day.year, meeting.day.year + 1] where visit.programme.years.contains(year) {
            plans += try await yearPlans.all(of: year, in: visit.programme, as: visit.principal)
                .compactMap { $0.versions.first { $0.recordedAt <= meeting.day.end } }
        }
        return plans.filter { $0.state == wanted }
    }
}
