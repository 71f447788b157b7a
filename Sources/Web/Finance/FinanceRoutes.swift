import Finance
import Foundation
import Hummingbird
import Kernel
import Printing
import Programmes
import Spreadsheet

/// Money and time: looking, booking, saying yes, and the statement of it.
struct FinanceRoutes {
    let finances: Finances
    let programmes: Programmes
    let printer: Printer
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.finance.route, use: show)
        router.get(Addresses.newBooking.route, use: new)
        router.post(Addresses.newBooking.route, use: book)
        router.get(Addresses.bookings.route, use: list)
        router.get(Addresses.booking.route, use: showBooking)
        router.post(Addresses.decideBooking.route, use: decide)
        router.get(Addresses.approveBookings.route, use: showApproval)
        router.post(Addresses.approveBookings.route, use: approve)
        router.post(Addresses.reverseBooking.route, use: reverse)
        router.get(Addresses.financeSettings.route, use: showSettings)
        router.post(Addresses.financeSettings.route, use: setBudget)
        router.post(Addresses.setRate.route, use: setRate)
        router.get(Addresses.statementPDF.route, use: pdf)
        router.get(Addresses.statementXLSX.route, use: workbook)
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let state = try await finances.state(of: visit.programme, as: visit.principal)
        return try FinancePage(programme: visit.programme, principal: visit.principal, state: state)
            .response(from: request, context: visit.context)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let state = try await finances.state(of: visit.programme, as: visit.principal)
        return try BookingListPage(
            programme: visit.programme,
            principal: visit.principal,
            state: state,
            filter: BookingFilter(FormFields(request.uri.query ?? ""))
        ).response(from: request, context: visit.context)
    }

    // MARK: Booking

    private func formPage(_ visit: Visit, _ form: FinanceForm) throws -> BookingFormPage {
        guard let plan = visit.programme.money else { throw FinanceProblem.noMoney }
        return BookingFormPage(programme: visit.programme, plan: plan, principal: visit.principal, form: form)
    }

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.enterMoney, in: visit.programme.id)
        var form = FinanceForm()
        form.id = world.formID
        form.kind = FormFields(request.uri.query ?? "")["soort"]
        form.day = world.today.description
        return try formPage(visit, form).response(from: request, context: visit.context)
    }

    private func book(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.enterMoney, in: visit.programme.id)
        let form = FinanceForm(try await request.fields(context))
        do {
            let id = try await finances.book(form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.booking.path(visit.programme.id, id))
        } catch let invalid as InvalidBooking {
            var page = try formPage(visit, form)
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func bookingPage(_ visit: Visit) async throws -> BookingPage {
        let id: FinanceEntry.ID = try visit.context.parameter("entry")
        let state = try await finances.state(of: visit.programme, as: visit.principal)
        guard let entry = state.entry(id) else { throw FinanceProblem.entryNotFound }
        return BookingPage(
            programme: visit.programme,
            principal: visit.principal,
            state: state,
            entry: entry,
            freshID: world.formID
        )
    }

    private func showBooking(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await bookingPage(visit).response(from: request, context: visit.context)
    }

    private func decide(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.approveMoney, in: visit.programme.id)
        let fields = try await request.fields(context)
        let id: FinanceEntry.ID = try context.parameter("entry")
        do {
            try await finances.decide(
                id,
                isApproved: fields["besluit"] == "ja",
                why: fields["besluit"] == "ja" ? "" : fields["waarom"],
                in: visit.programme,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.booking.path(visit.programme.id, id))
        } catch let invalid as InvalidBooking {
            return try await refusal(invalid, .decide, fields, visit, request)
        }
    }

    private func approvalPage(_ context: AppContext) async throws -> (Visit, ApprovalPage) {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.approveMoney, in: visit.programme.id)
        let state = try await finances.state(of: visit.programme, as: visit.principal)
        return (visit, ApprovalPage(programme: visit.programme, principal: visit.principal, state: state))
    }

    private func showApproval(_ request: Request, _ context: AppContext) async throws -> Response {
        var (visit, page) = try await approvalPage(context)
        if FormFields(request.uri.query ?? "")["alles"] == "ja" {
            page.ticked = Set(
                ApprovalPage.entries(of: page.state, for: visit.principal, in: visit.programme).map(\.id.description)
            )
        }
        return try page.response(from: request, context: visit.context)
    }

    private func approve(_ request: Request, _ context: AppContext) async throws -> Response {
        var (visit, page) = try await approvalPage(context)
        let ids = try await request.fields(context).all(ApprovalPage.field).compactMap { FinanceEntry.ID($0) }
        if ids.isEmpty {
            let words = Text(nl: "Vink ten minste één boeking aan.", en: "Tick at least one booking.")
            page.issues = [RenamedIssue(field: ApprovalPage.field, explanation: words)]
            return try page.response(from: request, context: visit.context)
        }
        try await finances.approve(Set(ids), in: visit.programme, as: visit.principal)
        return .done(.saved, seeing: Addresses.finance.path(visit.programme.id))
    }

    private func reverse(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.enterMoney, in: visit.programme.id)
        let fields = try await request.fields(context)
        let id: FinanceEntry.ID = try context.parameter("entry")
        do {
            try await finances.reverse(
                id,
                why: fields["waarom"],
                as: fields["id"],
                in: visit.programme,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.booking.path(visit.programme.id, id))
        } catch let invalid as InvalidBooking {
            return try await refusal(invalid, .reverse, fields, visit, request)
        }
    }

    private func refusal(
        _ invalid: InvalidBooking,
        _ action: BookingPage.Action,
        _ fields: FormFields,
        _ visit: Visit,
        _ request: Request
    ) async throws -> Response {
        var page = try await bookingPage(visit)
        page.issues = invalid.issues
        page.refused = action
        page.why = fields["waarom"]
        return try page.response(from: request, context: visit.context)
    }

    // MARK: Budget and rates

    private func settingsPage(_ visit: Visit) async throws -> FinanceSettingsPage {
        try visit.principal.require(.manageMoney, in: visit.programme.id)
        guard let plan = visit.programme.money else { throw FinanceProblem.noMoney }
        return FinanceSettingsPage(
            programme: visit.programme,
            plan: plan,
            budgets: try await finances.budgets(of: visit.programme, as: visit.principal),
            rates: try await finances.rates(of: visit.programme, as: visit.principal),
            freshID: world.formID
        )
    }

    private func showSettings(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await settingsPage(visit).response(from: request, context: visit.context)
    }

    private func setBudget(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.manageMoney, in: visit.programme.id)
        let fields = try await request.fields(context)
        var form = BudgetForm()
        (form.id, form.post, form.source) = (fields["id"], fields["post"], fields["bron"])
        (form.year, form.amount, form.why) = (fields["jaar"], fields["bedrag"], fields["waarom"])
        do {
            try await finances.setBudget(form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.finance.path(visit.programme.id))
        } catch let invalid as InvalidBooking {
            var page = try await settingsPage(visit)
            (page.budget, page.budgetIssues) = (form, invalid.issues)
            return try page.response(from: request, context: visit.context)
        }
    }

    private func setRate(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.manageMoney, in: visit.programme.id)
        let fields = try await request.fields(context)
        var form = RateForm()
        (form.id, form.role, form.year, form.rate) = (fields["id"], fields["functie"], fields["jaar"], fields["tarief"])
        do {
            try await finances.setRate(form, in: visit.programme, as: visit.principal)
            return .done(.saved, seeing: Addresses.financeSettings.path(visit.programme.id))
        } catch let invalid as InvalidBooking {
            var page = try await settingsPage(visit)
            (page.rate, page.rateIssues) = (form, invalid.issues)
            return try page.response(from: request, context: visit.context)
        }
    }

    // MARK: The statement

    private func statement(_ request: Request, _ context: AppContext) async throws -> FinanceStatement {
        let visit = try await Visit(context, programmes)
        let state = try await finances.state(of: visit.programme, as: visit.principal)
        return FinanceStatement(
            programme: visit.programme,
            state: state,
            organisation: OrganisationCode(FormFields(request.uri.query ?? "")["organisatie"]),
            today: world.today,
            language: context.language
        )
    }

    private func pdf(_ request: Request, _ context: AppContext) async throws -> Response {
        let statement = try await statement(request, context)
        return .pdf(try await printer.pdf(of: statement.document), name: "\(statement.name).pdf")
    }

    private func workbook(_ request: Request, _ context: AppContext) async throws -> Response {
        let statement = try await statement(request, context)
        return try .workbook(statement.workbook, name: statement.name)
    }
}

extension FinanceStatement {
    fileprivate var name: String {
        ["verantwoording", programme.id.description, organisation?.description, today.description]
            .compactMap(\.self).joined(separator: "-")
    }
}

extension FinanceForm {
    fileprivate init(_ fields: FormFields) {
        self.init()
        id = fields["id"]
        kind = fields["soort"]
        organisation = fields["organisatie"]
        post = fields["post"]
        source = fields["bron"]
        day = fields["dag"]
        amount = fields["bedrag"]
        hours = fields["uren"]
        role = fields["functie"]
        words = fields["waarvoor"]
        reference = fields["kenmerk"]
        commitment = fields["verplichting"]
    }
}
