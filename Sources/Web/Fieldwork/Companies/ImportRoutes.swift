import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Logging
import Programmes
import Spreadsheet

/// Bringing companies in from a file, in four pages that work without JavaScript.
struct ImportRoutes {
    let imports: CompanyImports
    let programmes: Programmes
    let world: World

    /// How long an answer may wait for the check, so that a usual list needs no page about progress.
    private static let patience = Duration.milliseconds(800)
    /// After so long without a step somebody has to ask again.
    private static let stallTime = 10.0

    func add(to router: Router<AppContext>) {
        router.get(Addresses.imports.route, use: begin)
        router.post(Addresses.imports.route, use: upload)
        router.get(Addresses.companyImport.route, use: show)
        router.get(Addresses.importColumns.route, use: columns)
        router.post(Addresses.importColumns.route, use: choose)
        router.post(Addresses.continueImport.route, use: goOn)
        router.post(Addresses.applyImport.route, use: apply)
        router.post(Addresses.stopImport.route, use: stop)
        router.get(Addresses.wrongLines.route, use: wrongLines)
    }

    private func begin(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await uploadPage(visit, id: world.id()).response(from: request, context: visit.context)
    }

    private func uploadPage(
        _ visit: Visit,
        id: CompanyImport.ID,
        issues: [ImportFileProblem] = []
    ) async throws -> ImportUploadPage {
        let recent = try await imports.recent(in: visit.programme.id, as: visit.principal)
        return ImportUploadPage(programme: visit.programme.id, id: id, recent: recent, issues: issues)
    }

    private func upload(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        // Before ten megabytes are taken in.
        try visit.principal.require(.importCompanies, in: visit.programme.id)
        var id = CompanyImport.ID(world.uuid())
        do {
            let form = try await request.multipart(upTo: DelimitedFile.byteLimit + 64 * 1024)
            guard let sent = CompanyImport.ID(form.text("id")) else { throw PageProblem.unreadableForm }
            id = sent
            try await imports.start(
                id,
                fileName: form["bestand"]?.fileName ?? "",
                bytes: form["bestand"]?.bytes ?? [],
                in: visit.programme.id,
                as: visit.principal
            )
            return .done(seeing: Addresses.companyImport.path(visit.programme.id, id))
        } catch let problem as ImportFileProblem {
            let page = try await uploadPage(visit, id: id, issues: [problem])
            return try page.response(from: request, context: visit.context)
        } catch PageProblem.tooLarge {
            let page = try await uploadPage(visit, id: id, issues: [.tooLarge])
            return try page.response(from: request, context: visit.context)
        }
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let item = try await item(visit)
        switch item.state {
        case .uploaded:
            return try await columns(request, context)
        case .checking:
            let isStalled = world.now().timeIntervalSince(item.workedAt) > Self.stallTime
            var response = try ImportProgressPage(programme: visit.programme.id, item: item, isStalled: isStalled)
                .response(from: request, context: visit.context)
            if !isStalled { response.headers[.refresh] = "1" }
            return response
        case .checked:
            return try await preview(item, visit).response(from: request, context: visit.context)
        case .applied:
            return try ImportResultPage(programme: visit.programme.id, item: item)
                .response(from: request, context: visit.context)
        }
    }

    private func preview(
        _ item: CompanyImport,
        _ visit: Visit,
        problem: CompanyImportProblem? = nil
    ) async throws -> ImportPreviewPage {
        func results(_ outcome: ImportOutcome, _ limit: Int) async throws -> [ImportResult] {
            try await imports.results(outcome, of: item.id, in: visit.programme.id, limit: limit, as: visit.principal)
        }
        return ImportPreviewPage(
            programme: visit.programme,
            item: item,
            wrong: try await results(.wrong, ImportPreviewPage.limit),
            changed: try await results(.changed, ImportPreviewPage.limit),
            new: try await results(.new, 20),
            problem: problem
        )
    }

    private func columns(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let item = try await item(visit)
        let choices = item.headers.indices.map { column in item.columns.first { $0.value == column }?.key }
        return try await columnsPage(item, choices, visit).response(from: request, context: visit.context)
    }

    private func columnsPage(
        _ item: CompanyImport,
        _ choices: [ImportField?],
        _ visit: Visit,
        issues: [InvalidColumns.Issue] = []
    ) async throws -> ImportColumnsPage {
        ImportColumnsPage(
            programme: visit.programme.id,
            item: item,
            sample: try await imports.sample(item.id, in: visit.programme.id, as: visit.principal),
            choices: choices,
            issues: issues
        )
    }

    private func choose(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let fields = try await request.fields(context)
        let item = try await item(visit)
        let choices = item.headers.indices.map { ImportField(rawValue: fields["kolom-\($0)"]) }
        do {
            try await imports.choose(choices, of: item.id, in: visit.programme.id, as: visit.principal)
        } catch let invalid as InvalidColumns {
            return try await columnsPage(item, choices, visit, issues: invalid.issues)
                .response(from: request, context: visit.context)
        }
        return try await checking(item.id, visit)
    }

    private func goOn(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        return try await checking(try await item(visit).id, visit)
    }

    /// Checks while the reader waits, and goes on behind the page about progress when it takes longer. Should this
    /// process stop, the page notices and offers to go on.
    private func checking(_ id: CompanyImport.ID, _ visit: Visit) async throws -> Response {
        let (programme, principal) = (visit.programme, visit.principal)
        let clock = ContinuousClock()
        let deadline = clock.now + Self.patience
        var item = try await imports.check(id, in: programme, as: principal)
        while item.state == .checking, clock.now < deadline {
            item = try await imports.check(id, in: programme, as: principal)
        }
        if item.state == .checking {
            let (imports, logger) = (imports, visit.context.logger)
            Task {
                do {
                    while try await imports.check(id, in: programme, as: principal).state == .checking {}
                } catch {
                    logger.error("an import stopped", metadata: ["error": "\(String(reflecting: error))"])
                }
            }
        }
        return .done(seeing: Addresses.companyImport.path(programme.id, id))
    }

    private func apply(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let isLeavingOut = try await request.fields(context)["weglaten"] == "ja"
        var item = try await item(visit)
        do {
            try await imports.apply(item.id, leavingOutWrong: isLeavingOut, in: visit.programme.id, as: visit.principal)
            return .done(seeing: Addresses.companyImport.path(visit.programme.id, item.id))
        } catch CompanyImportProblem.changedMeanwhile {
            item = try await recheck(item, visit)
            return try await preview(item, visit, problem: .changedMeanwhile)
                .response(from: request, context: visit.context)
        } catch let problem as CompanyImportProblem where problem == .hasWrongLines || problem == .nothingToDo {
            return try await preview(item, visit, problem: problem).response(from: request, context: visit.context)
        }
    }

    /// What changed may be many lines; the reader waits, because the answer is about them.
    private func recheck(_ item: CompanyImport, _ visit: Visit) async throws -> CompanyImport {
        var item = try await imports.check(item.id, in: visit.programme, as: visit.principal)
        while item.state == .checking {
            item = try await imports.check(item.id, in: visit.programme, as: visit.principal)
        }
        return item
    }

    private func stop(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let id = try context.parameter("import", as: CompanyImport.ID.self)
        try await imports.stop(id, in: visit.programme.id, as: visit.principal)
        return .done(.removed, seeing: Addresses.imports.path(visit.programme.id))
    }

    /// As they were sent, with the reason in a column of its own, which an import does not read.
    private func wrongLines(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let item = try await item(visit)
        let wrong = try await imports.wrongLines(of: item.id, in: visit.programme.id, as: visit.principal)
        let reason = Text(nl: "Wat er fout is", en: "What is wrong")[context.language]
        let line = Text(nl: "Regel", en: "Line")[context.language]
        let lines = wrong.lines.map { record, issues in
            let cells = wrong.headers.indices.map { record.cells.indices.contains($0) ? record.cells[$0] : "" }
            let reasons = issues.map { $0.explanation[context.language] }.joined(separator: " ")
            return cells + ["\(record.line)", reasons]
        }
        let text = CSVWriter.file([wrong.headers + [line, reason]] + lines)
        return .download(text, name: "foute regels.csv", type: "text/csv; charset=utf-8")
    }

    private func item(_ visit: Visit) async throws -> CompanyImport {
        let id = try visit.context.parameter("import", as: CompanyImport.ID.self)
        return try await imports.find(id, in: visit.programme.id, as: visit.principal)
    }
}

extension HTTPField.Name {
    fileprivate static let refresh = HTTPField.Name("Refresh")!
}
