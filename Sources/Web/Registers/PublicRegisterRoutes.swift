import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import Programmes
import Registers

/// What everybody may see of a register, and may report.
struct PublicRegisterRoutes {
    let registers: Registers
    let programmes: Programmes
    let world: World

    func add(to router: Router<AppContext>) {
        router.get(Addresses.publicRegister.route, use: list)
        router.get(Addresses.registerCalendarFeed.route, use: calendar)
        router.get(Addresses.registerAtomFeed.route, use: atom)
        router.get(Addresses.proposeRegisterItem.route, use: ask)
        router.post(Addresses.proposeRegisterItem.route, use: propose)
    }

    private func place(_ context: AppContext) async throws -> (Programme, Register) {
        let programme = try await programmes.current(try context.parameter("programme"))
        guard let register = programme.registry?.register(try context.parameter("register")), register.isOpen else {
            throw RegisterProblem.registerNotFound
        }
        return (programme, register)
    }

    private func list(_ request: Request, _ context: AppContext) async throws -> Response {
        let (programme, register) = try await place(context)
        let fields = FormFields(request.uri.query ?? "")
        let area = AreaCode(fields["gemeente"]).flatMap(programme.area)
        let items = try await registers.publicItems(of: register.code, in: programme, area: area?.code)
        return try PublicRegisterPage(programme: programme, register: register, area: area, items: items)
            .response(from: request, context: context)
    }

    private func feed(_ context: AppContext) async throws -> RegisterFeed {
        let (programme, register) = try await place(context)
        return RegisterFeed(
            programme: programme,
            register: register,
            items: try await registers.publicItems(of: register.code, in: programme, area: nil),
            root: context.site.publicAddress,
            language: context.language
        )
    }

    private func calendar(_ request: Request, _ context: AppContext) async throws -> Response {
        let feed = try await feed(context)
        return .calendar(feed.events, name: feed.register.name[feed.language])
    }

    private func atom(_ request: Request, _ context: AppContext) async throws -> Response {
        Response(
            status: .ok,
            headers: [.contentType: "application/atom+xml; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: try await feed(context).atom))
        )
    }

    private func ask(_ request: Request, _ context: AppContext) async throws -> Response {
        let (programme, register) = try await place(context)
        guard register.hasPublicForm else { throw RegisterProblem.registerNotFound }
        var form = RegisterItemForm()
        form.id = world.formID
        form.revision = world.formID
        return try ProposalPage(programme: programme, register: register, form: form)
            .response(from: request, context: context)
    }

    private func propose(_ request: Request, _ context: AppContext) async throws -> Response {
        let (programme, register) = try await place(context)
        let fields = try await request.fields(context)
        let form = RegisterItemForm(fields, of: register)
        var page = ProposalPage(programme: programme, register: register, form: form)
        // Only a machine fills in what nobody sees.
        guard fields["website"].isEmpty else {
            page.isSent = true
            return try page.response(from: request, context: context)
        }
        do {
            try await registers.propose(form, of: register.code, in: programme, from: context.origin)
            page.isSent = true
        } catch let invalid as InvalidItem {
            page.issues = invalid.issues.map { RegisterIssue($0, in: register) }
        }
        return try page.response(from: request, context: context)
    }
}

extension Register {
    /// Whether there is anything in it for everybody.
    var isOpen: Bool { hasPublicForm || !publicStates.isEmpty }
}

/// The items of a register that everybody may see.
struct PublicRegisterPage: Page {
    let programme: Programme
    let register: Register
    let area: Area?
    let items: [RegisterItem]

    var title: Text { register.name }
    var styles: [String] { ["action-plan.css", "registers.css"] }

    var body: HTML {
        WayBack(to: Addresses.publicPlan.path(programme.id)) { programme.name }
        div(.class("page-head")) {
            h1 { title }
            if register.hasPublicForm {
                div(.class("actions no-print")) {
                    a(.class("button"), .href(Addresses.proposeRegisterItem.path(programme.id, register.code))) {
                        Text(nl: "Zelf iets melden", en: "Report something")
                    }
                }
            }
        }
        p(.class("lead")) { register.purpose }
        p(.class("no-print")) {
            Text(nl: "Voor uw eigen site of agenda: ", en: "For your own site or calendar: ")
            a(.href(Addresses.registerAtomFeed.path(programme.id, register.code))) { "Atom" }
            if register.fields.contains(where: { $0.isPublic && $0.kind.hasDays }) {
                ", "
                a(.href(Addresses.registerCalendarFeed.path(programme.id, register.code))) {
                    Text(nl: "kalender (iCalendar)", en: "calendar (iCalendar)")
                }
            }
        }
        if let place = register.place, place.isPublic {
            let path = Addresses.publicRegister.path(programme.id, register.code)
            nav(.ariaLabel(place.name)) {
                ul(.class("choices")) {
                    li { a(.href(path), .ariaCurrent(area == nil)) { Text(nl: "Overal", en: "Everywhere") } }
                    for other in programme.municipalities {
                        li {
                            a(.href(path + "?gemeente=\(other.code)"), .ariaCurrent(other.code == area?.code)) {
                                other.name
                            }
                        }
                    }
                }
            }
        }
        if items.isEmpty {
            div(.class("empty")) { p { Text(nl: "Hier staat nog niets.", en: "There is nothing here yet.") } }
        } else {
            RegisterTable(
                programme: programme,
                register: register,
                items: items,
                columns: register.fields.dropFirst().filter(\.isPublic),
                filePath: { [programme = programme.id, register = register.code] in
                    Addresses.publicRegisterFile.path(programme, register, $0.id, $1.id)
                }
            )
        }
    }
}

/// To report an item, by anybody.
struct ProposalPage: Page {
    let programme: Programme
    let register: Register
    let form: RegisterItemForm
    var issues: [RegisterIssue] = []
    var isSent = false

    var title: Text { Text(nl: "Melden: ", en: "Report: ") + register.item }
    var styles: [String] { ["registers.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        WayBack(to: Addresses.publicRegister.path(programme.id, register.code)) { register.name }
        h1(.id("formulier"), .attribute("tabindex", "-1")) { title }
        if isSent {
            div(.class("notice"), .role("status")) {
                p {
                    Text(
                        nl: "Dank u wel. Iemand kijkt ernaar. Daarna komt het op de lijst.",
                        en: "Thank you. Somebody looks at it. After that it is on the list."
                    )
                }
            }
        } else {
            ErrorSummary(issues: issues)
            p(.class("lead")) { register.purpose }
            PostForm(action: Addresses.proposeRegisterItem.path(programme.id, register.code)) {
                input(.type("hidden"), .name("id"), .value(form.id))
                input(.type("hidden"), .name("verzending"), .value(form.revision))
                div(.class("unseen"), .ariaHidden) {
                    label(.for("website")) { Text(nl: "Laat dit leeg", en: "Leave this empty") }
                    input(.id("website"), .name("website"), .attribute("tabindex", "-1"), .autocomplete("off"))
                }
                RegisterFields(programme: programme, register: register, form: form, issues: issues)
                button(.class("button")) { Text(nl: "Versturen", en: "Send") }
            }
        }
    }
}
