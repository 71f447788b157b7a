import Fieldwork
import Foundation
import Hummingbird
import Kernel
import Programmes
import Registers

/// One item of a register: looking, adding, changing, moving, deciding about a proposal.
struct RegisterItemRoutes {
    let registers: Registers
    let examples: ExampleLibrary
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.registerBlocks.route, use: showBlocks)
        router.get(Addresses.newRegisterItem.route, use: new)
        router.post(Addresses.newRegisterItem.route, use: add)
        router.get(Addresses.registerItem.route, use: show)
        router.get(Addresses.changeRegisterItem.route, use: edit)
        router.post(Addresses.changeRegisterItem.route, use: change)
        router.post(Addresses.moveRegisterItem.route, use: move)
        router.post(Addresses.acceptRegisterItem.route, use: accept)
        router.post(Addresses.eraseRegisterItem.route, use: erase)
        router.get(Addresses.pairing.route, use: showPairs)
        router.post(Addresses.pairing.route, use: decide)
    }

    private func fresh(_ form: RegisterItemForm = RegisterItemForm()) -> RegisterItemForm {
        var form = form
        if form.id.isEmpty { form.id = world.formID }
        form.revision = world.formID
        return form
    }

    private func new(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        let source = FormFields(request.uri.query ?? "")["uit"]
        let block = source.isEmpty ? nil : try await blocks(look).first { $0.id == source }
        let form = block?.form(for: look.register, in: look.context.language) ?? RegisterItemForm()
        return try await formPage(look, fresh(form), isNew: true).response(from: request, context: look.context)
    }

    private func blocks(_ look: RegisterVisit) async throws -> [RegisterBlock] {
        guard let blocks = look.register.blocks else { throw RegisterProblem.registerNotFound }
        let texts = blocks.texts.map(RegisterBlock.init)
        guard blocks.examples != nil else { return texts }
        let told = try await examples.list(
            ExampleFilter(),
            isForEverybody: true,
            in: look.programme.id,
            as: look.principal
        )
        return texts + told.map { RegisterBlock($0, blocks) }
    }

    private func showBlocks(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        return try RegisterBlocksPage(
            programme: look.programme,
            register: look.register,
            blocks: try await blocks(look)
        ).response(from: request, context: look.context)
    }

    private func add(_ request: Request, _ context: AppContext) async throws -> Response {
        try await save(request, context, isNew: true)
    }

    private func change(_ request: Request, _ context: AppContext) async throws -> Response {
        try await save(request, context, isNew: false)
    }

    private func save(_ request: Request, _ context: AppContext, isNew: Bool) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        var form = RegisterItemForm(try await request.fields(context), of: look.register)
        if !isNew { form.id = try context.parameter("item", as: RegisterItem.ID.self).description }
        do {
            let id = try await registers.save(form, of: look.code, in: look.programme, as: look.principal)
            return .done(.saved, seeing: Addresses.registerItem.path(look.programme.id, look.code, id))
        } catch let invalid as InvalidItem {
            var page = try await formPage(look, fresh(form), isNew: isNew)
            page.issues = invalid.issues.map { RegisterIssue($0, in: look.register) }
            if invalid.issues.contains(where: \.isAboutChange), let id = RegisterItem.ID(form.id) {
                // Saving again is meant to replace what the other one wrote, now that this one has been told.
                let record = try await registers.open(id, of: look.code, in: look.programme, as: look.principal)
                page.form.basis = record.item.version
            }
            return try page.response(from: request, context: look.context)
        }
    }

    private func show(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes)
        return try RegisterItemPage(
            programme: look.programme,
            principal: look.principal,
            record: try await record(look)
        )
        .response(from: request, context: look.context)
    }

    private func edit(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        return try await formPage(look, fresh(RegisterItemForm(try await record(look))), isNew: false)
            .response(from: request, context: look.context)
    }

    private func move(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        let fields = try await request.fields(context)
        let id: RegisterItem.ID = try context.parameter("item")
        guard let state = Register.State.ID(fields["stand"]) else { throw PageProblem.unreadableForm }
        try await registers.move(id, to: state, of: look.code, in: look.programme, as: look.principal)
        let board = RegisterView.board.path(look.programme.id, look.code)
        let item = Addresses.registerItem.path(look.programme.id, look.code, id)
        return .done(.saved, seeing: fields["terug"] == board ? board : item)
    }

    private func accept(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        let id: RegisterItem.ID = try context.parameter("item")
        try await registers.accept(id, of: look.code, in: look.programme, as: look.principal)
        return .done(.saved, seeing: Addresses.registerItem.path(look.programme.id, look.code, id))
    }

    private func erase(_ request: Request, _ context: AppContext) async throws -> Response {
        let look = try await RegisterVisit(context, programmes, keeping: true)
        try await registers.erase(
            try context.parameter("item"),
            of: look.code,
            in: look.programme,
            as: look.principal
        )
        return .done(.removed, seeing: Addresses.register.path(look.programme.id, look.code))
    }

    private func record(_ look: RegisterVisit) async throws -> RegisterRecord {
        try await registers.open(
            try look.context.parameter("item"),
            of: look.code,
            in: look.programme,
            as: look.principal
        )
    }

    private func formPage(_ look: RegisterVisit, _ form: RegisterItemForm, isNew: Bool) async throws -> RegisterFormPage
    {
        let (programme, code) = (look.programme.id, look.code)
        return RegisterFormPage(
            programme: look.programme,
            register: look.register,
            action: isNew
                ? Addresses.newRegisterItem.path(programme, code)
                : Addresses.changeRegisterItem.path(programme, code, form.id),
            back: isNew
                ? Addresses.register.path(programme, code) : Addresses.registerItem.path(programme, code, form.id),
            form: form,
            companies: try await registers.suggestions(of: code, in: look.programme, as: look.principal),
            isNew: isNew
        )
    }

    // MARK: Demand and supply

    private func showPairs(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let code: RegisterPairing.ID = try context.parameter("pairing")
        let pairs = try await registers.pairs(of: code, in: visit.programme, as: visit.principal)
        guard let pairing = visit.programme.registry?.pairings.first(where: { $0.code == code }),
            let asks = visit.programme.registry?.register(pairing.asks),
            let offers = visit.programme.registry?.register(pairing.offers)
        else { throw RegisterProblem.registerNotFound }
        return try PairingPage(
            programme: visit.programme,
            pairing: pairing,
            asks: asks,
            offers: offers,
            isKeeper: visit.principal.mayKeep(asks, in: visit.programme),
            pairs: pairs
        ).response(from: request, context: visit.context)
    }

    private func decide(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        try visit.principal.require(.updateActions, in: visit.programme.id)
        let code: RegisterPairing.ID = try context.parameter("pairing")
        let fields = try await request.fields(context)
        guard let asks = RegisterItem.ID(fields["vraag"]), let offers = RegisterItem.ID(fields["aanbod"]),
            let answer = RegisterPairDecision.Answer(rawValue: fields["besluit"])
        else { throw PageProblem.unreadableForm }
        try await registers.decide(answer, on: asks, offers, of: code, in: visit.programme, as: visit.principal)
        return .done(.saved, seeing: Addresses.pairing.path(visit.programme.id, code))
    }
}

extension InvalidItem.Issue {
    fileprivate var isAboutChange: Bool {
        if case .changedMeanwhile = fault { true } else { false }
    }
}
