import Fieldwork
import Hummingbird
import Kernel
import Programmes
import Referrals

/// A company's own praatplaat: for the adviser, and behind a personal link for the company.
struct OwnSheetRoutes {
    let services: Services
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.ownSheet.route, use: show)
        router.post(Addresses.ownSheetLinks.route, use: makeLink)
        router.post(Addresses.revokeSheetLink.route, use: revoke)
        router.get(Addresses.ownSheetPDF.route, use: print)
        router.get(Addresses.sharedSheet.route, use: open)
        router.get(Addresses.sharedSheetPDF.route, use: printShared)
    }

    // MARK: For the adviser

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        return try await page(visit).response(from: request, context: visit.context)
    }

    private func makeLink(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let conversation: Conversation.ID = try context.parameter("conversation")
        let fields = try await request.fields(context)
        let form = SheetLinkForm(
            id: fields.first("id"),
            expiresOn: fields["tot"],
            replacing: fields.first("vervangt")
        )
        do {
            let made = try await sheets.makeLink(
                form,
                to: conversation,
                in: visit.programme.id,
                as: visit.principal
            )
            let sheet = try await sheets.compose(for: conversation, in: visit.programme.id, as: visit.principal)
            return try NewSheetLinkPage(
                programme: visit.programme,
                conversation: conversation,
                companyName: sheet.companyName,
                link: made.link,
                address: made.token.map { address(of: $0, context) }
            ).response(from: request, context: visit.context)
        } catch let invalid as InvalidSheetLink {
            var page = try await page(visit)
            page.form = form
            page.issues = invalid.issues
            return try page.response(from: request, context: visit.context)
        }
    }

    private func revoke(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let conversation: Conversation.ID = try context.parameter("conversation")
        try await sheets.revoke(
            context.parameter("link"),
            to: conversation,
            in: visit.programme.id,
            as: visit.principal
        )
        return .done(.linkRevoked, seeing: Addresses.ownSheet.path(visit.programme.id, conversation) + "#delen")
    }

    private func print(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, services.programmes)
        let paper = try paper(context)
        let sheet = try await sheets.compose(
            for: context.parameter("conversation"),
            in: visit.programme.id,
            as: visit.principal
        )
        return try await OwnSheetPrint.response(
            for: sheet,
            paper: paper,
            language: language(request, context),
            printer: services.printer
        )
    }

    private func page(_ visit: Visit) async throws -> OwnSheetPage {
        let conversation: Conversation.ID = try visit.context.parameter("conversation")
        let (programme, principal) = (visit.programme.id, visit.principal)
        let mayShare = principal.may(.shareSheets, in: programme)
        return OwnSheetPage(
            programme: visit.programme,
            conversation: conversation,
            sheet: try await sheets.compose(for: conversation, in: programme, as: principal),
            links: mayShare ? try await sheets.links(to: conversation, in: programme, as: principal) : nil,
            today: world.today,
            newLink: world.id()
        )
    }

    // MARK: For the company

    private func open(_ request: Request, _ context: AppContext) async throws -> Response {
        var context = context
        context.language = language(request, context)
        do {
            let token = try token(context)
            let sheet = try await sheets.open(token, link: address(of: token, context))
            // The language switch leads back to the page without the language in its address.
            context.address = Addresses.sharedSheet.path(token)
            return try SharedSheetPage(sheet: sheet, token: token, language: context.language)
                .response(from: request, context: context).unlisted
        } catch SheetLinkProblem.doesNotWork {
            return try DeadLinkPage().response(from: request, context: context).unlisted
        }
    }

    private func printShared(_ request: Request, _ context: AppContext) async throws -> Response {
        var context = context
        context.language = language(request, context)
        let paper = try paper(context)
        do {
            let token = try token(context)
            let sheet = try await sheets.open(token, link: address(of: token, context))
            return try await OwnSheetPrint.response(
                for: sheet,
                paper: paper,
                language: context.language,
                printer: services.printer
            ).unlisted
        } catch SheetLinkProblem.doesNotWork {
            return try DeadLinkPage().response(from: request, context: context).unlisted
        }
    }

    private func token(_ context: AppContext) throws(SheetLinkProblem) -> LinkToken {
        guard let token = context.parameters.get("token").flatMap(LinkToken.init) else { throw .doesNotWork }
        return token
    }

    private func paper(_ context: AppContext) throws -> Paper {
        guard let paper = Paper(fileName: try context.parameter("file")) else { throw PageProblem.notFound }
        return paper
    }

    /// The language in the address, so that a link or a file can be in either; or else that of the reader.
    private func language(_ request: Request, _ context: AppContext) -> Language {
        Language(rawValue: FormFields(request.uri.query ?? "")["taal"]) ?? context.language
    }

    private func address(of token: LinkToken, _ context: AppContext) -> String {
        context.site.publicAddress + Addresses.sharedSheet.path(token)
    }

    private var sheets: OwnSheets { services.referrals.ownSheets }
}
