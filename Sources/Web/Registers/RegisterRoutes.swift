import Foundation
import Hummingbird
import Kernel
import Printing
import Programmes
import Registers
import Spreadsheet

/// The registers of a programme, and ways of looking at each.
struct RegisterRoutes {
    let registers: Registers
    /// Reads workbooks.
    let printer: Printer
    let programmes: Programmes
    let world: World
    private let drawn = DrawnItems()

    func add(to router: Router<AppContext>) {
        router.get(Addresses.registers.route, use: index)
        router.get(Addresses.register.route, use: list)
        router.get(Addresses.registerBoard.route, use: board)
        router.get(Addresses.registerCalendar.route, use: calendar)
        router.get(Addresses.registerMap.route, use: map)
        router.get(Addresses.registerThen.route, use: then)
        router.get(Addresses.registerCSV.route, use: csv)
        router.get(Addresses.registerXLSX.route, use: workbook)
        router.get(Addresses.registerImport.route, use: showImport)
        router.post(Addresses.registerImport.route, use: importFile)
    }

    private func index(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.readActions, in: visit.programme.id)
        guard let registry = visit.programme.registry else { throw RegisterProblem.registerNotFound }
        var tallies: [RegisterTally] = []
        for register in registry.registers {
            tallies.append(try await registers.tally(of: register.code, in: visit.programme, as: visit.principal))
        }
        return try RegisterIndexPage(programme: visit.programme, tallies: tallies)
            .response(from: request, context: visit.context)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        let query = look.query(request)
        return try RegisterListPage(
            programme: look.programme,
            register: look.register,
            isKeeper: look.isKeeper,
            query: query,
            list: try await registers.list(query, of: look.code, in: look.programme, as: look.principal),
            withdrawn: look.isKeeper
                ? try await registers.withdrawn(from: look.code, in: look.programme, as: look.principal) : [],
            drawn: drawn.shelf(for: .init(language: context.language, areKeepers: look.isKeeper))
        ).response(from: request, context: look.context)
    }

    private func board(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        let queries = look.register.states.map { state in
            var query = RegisterQuery()
            (query.state, query.pageSize) = (state.code, 30)
            return query
        }
        let lists = try await registers.lists(queries, of: look.code, in: look.programme, as: look.principal)
        return try RegisterBoardPage(
            programme: look.programme,
            register: look.register,
            principal: look.principal,
            columns: zip(look.register.states, lists).map { ($0, $1) }
        ).response(from: request, context: look.context)
    }

    private func calendar(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        guard look.register.hasDays else { throw PageProblem.notFound }
        let today = world.today
        let asked = Day(FormFields(request.uri.query ?? "")["maand"] + "-01")
        guard let month = asked ?? Day(year: today.year, month: today.month, day: 1) else { throw PageProblem.notFound }
        var query = RegisterQuery()
        query.days = month...month.adding(months: 1).adding(days: -1)
        query.sort = .day
        query.pageSize = 500
        let list = try await registers.list(query, of: look.code, in: look.programme, as: look.principal)
        return try RegisterCalendarPage(
            programme: look.programme,
            register: look.register,
            isKeeper: look.isKeeper,
            month: month,
            items: list.items,
            today: today
        ).response(from: request, context: look.context)
    }

    private func map(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        guard let place = look.register.place else { throw PageProblem.notFound }
        let state = Register.State.ID(FormFields(request.uri.query ?? "")["stand"])
        return try RegisterMapPage(
            programme: look.programme,
            register: look.register,
            place: place,
            isKeeper: look.isKeeper,
            state: state,
            counts: try await registers.counts(
                by: place.code,
                state: state,
                of: look.code,
                in: look.programme,
                as: look.principal
            )
        ).response(from: request, context: look.context)
    }

    private func then(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        let today = world.today
        let day = min(Day(FormFields(request.uri.query ?? "")["op"]) ?? today.adding(months: -6), today)
        let tally = { (day: Day) in
            try await registers.tally(at: day, of: look.code, in: look.programme, as: look.principal)
        }
        return try RegisterThenPage(
            programme: look.programme,
            register: look.register,
            isKeeper: look.isKeeper,
            day: day,
            today: today,
            then: try await tally(day),
            now: try await tally(today)
        ).response(from: request, context: look.context)
    }

    // MARK: Files

    private func csv(_ request: Request, _ context: AppContext) async throws -> Response {
        let (look, export) = try await export(context)
        var bytes = Array(export.csvHeadings.utf8)
        try await each(of: look, request) { items in
            for item in items { bytes += export.csv(item).utf8 }
        }
        return .download(bytes: bytes, name: "\(name(look)).csv", type: "text/csv; charset=utf-8")
    }

    private func workbook(_ request: Request, _ context: AppContext) async throws -> Response {
        let (look, export) = try await export(context)
        let title = look.register.name[context.language]
        let writer = try WorkbookWriter(title: title, author: "Karavaan", isLong: true)
        try writer.begin(sheet: title, headings: export.headings)
        try await each(of: look, request) { items in
            for item in items { writer.write(export.row(item)) }
        }
        return .workbook(bytes: try writer.finish(), name: name(look))
    }

    private func each(
        of look: RegisterVisit,
        _ request: Request,
        _ body: ([RegisterItem]) throws -> Void
    ) async throws {
        try await registers.each(
            look.query(request),
            of: look.code,
            in: look.programme,
            as: look.principal,
            body
        )
    }

    private func name(_ look: RegisterVisit) -> String { "\(look.code) \(look.programme.id) \(world.today)" }

    private func export(_ context: AppContext) async throws -> (RegisterVisit, RegisterExport) {
        let look = try await RegisterVisit(context, programmes)
        let export = RegisterExport(
            programme: look.programme,
            register: look.register,
            isKeeper: look.isKeeper,
            language: context.language
        )
        return (look, export)
    }

    private func showImport(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        return try RegisterImportPage(programme: look.programme, register: look.register)
            .response(from: request, context: look.context)
    }

    private func importFile(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        // Before ten megabytes are taken in.
        var page = RegisterImportPage(programme: look.programme, register: look.register)
        do {
            let form = try await request.multipart(upTo: DelimitedFile.byteLimit + 64 * 1024)
            page.result = try await registers.importFile(
                try await text(of: form["bestand"]?.bytes ?? []),
                leavingOutWrong: form.text("weglaten") == "ja",
                of: look.code,
                in: look.programme,
                as: look.principal
            )
        } catch let problem as ImportFileProblem {
            page.issues = [problem]
        } catch PageProblem.tooLarge {
            page.issues = [.tooLarge]
        }
        return try page.response(from: request, context: look.context)
    }

    /// A workbook as CSV, anything else as it is. Where no workbook can be read, somebody can still save it as CSV.
    private func text(of bytes: [UInt8]) async throws(ImportFileProblem) -> [UInt8] {
        guard bytes.starts(with: Array("PK\u{3}\u{4}".utf8)), bytes.count <= DelimitedFile.byteLimit else {
            return bytes
        }
        do {
            return try await printer.csv(ofWorkbook: bytes)
        } catch {
            throw .spreadsheet
        }
    }
}

/// What every page of a register begins with.
struct RegisterVisit {
    let visit: Visit
    let register: Register

    /// To look, or to keep the register.
    init(_ context: AppContext, _ programmes: Programmes, keeping isKeeping: Bool = false) async throws {
        visit = try await Visit(context, programmes)
        try visit.principal.require(isKeeping ? .updateActions : .readActions, in: visit.programme.id)
        guard let register = visit.programme.registry?.register(try context.parameter("register")) else {
            throw RegisterProblem.registerNotFound
        }
        self.register = register
        if isKeeping, !isKeeper { throw RegisterProblem.notKeeper }
    }

    var programme: Programme { visit.programme }
    var principal: Principal { visit.principal }
    var context: AppContext { visit.context }
    var code: Register.ID { register.code }
    var isKeeper: Bool { principal.mayKeep(register, in: programme) }

    func query(_ request: Request) -> RegisterQuery {
        RegisterQuery(FormFields(request.uri.query ?? ""), of: register)
    }
}
