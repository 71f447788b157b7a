import Hummingbird
import Kernel
import Programmes
import Registers

/// The files of items: adding, looking and erasing, and what everybody may see of them.
struct RegisterFileRoutes {
    let registers: Registers
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.post(Addresses.registerFiles.route, use: add)
        router.get(Addresses.registerFile.route, use: show)
        router.post(Addresses.removeRegisterFile.route, use: remove)
        router.get(Addresses.publicRegisterFile.route, use: showPublic)
    }

    private func add(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        let item: RegisterItem.ID = try context.parameter("item")
        // With room to say at the field that a file is too large.
        let form = try await request.multipart(upTo: 2 * KeptFile.sizeLimit)
        guard let field = Register.Field.ID(form.text("veld")) else { throw PageProblem.unreadableForm }
        let file = form[field.input]
        do {
            try await registers.attach(
                file?.bytes ?? [],
                name: file?.fileName ?? "",
                at: field,
                of: item,
                in: look.code,
                of: look.programme,
                by: look.principal
            )
            return .done(.saved, seeing: Addresses.registerItem.path(look.programme.id, look.code, item))
        } catch let problem as FileProblem {
            let record = try await registers.open(item, of: look.code, in: look.programme, as: look.principal)
            return try RegisterItemPage(
                programme: look.programme,
                principal: look.principal,
                record: record,
                issues: [RegisterIssue(field: field.input, explanation: problem.explanation)]
            ).response(from: request, context: look.context)
        }
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        let (file, bytes) = try await registers.file(
            context.parameter("file"),
            of: context.parameter("item"),
            in: look.code,
            of: look.programme,
            as: look.principal
        )
        return .file(file, bytes)
    }

    private func remove(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        let item: RegisterItem.ID = try context.parameter("item")
        try await registers.detach(
            context.parameter("file"),
            of: item,
            in: look.code,
            of: look.programme,
            by: look.principal
        )
        return .done(.removed, seeing: Addresses.registerItem.path(look.programme.id, look.code, item))
    }

    private func showPublic(_ request: Request, _ context: AppContext) async throws -> Response {
        let (file, bytes) = try await registers.publicFile(
            context.parameter("file"),
            of: context.parameter("item"),
            in: context.parameter("register"),
            of: programmes.current(context.parameter("programme"))
        )
        return .file(file, bytes)
    }
}
