import Audit
import Hummingbird
import Kernel
import Markup
import Programmes

extension Addresses {
    static let logbook = Address("/werk/{programme}/logboek")
}

/// What was done in a programme, for who may read that.
struct LogbookRoutes {
    let logbook: Logbook
    let programmes: Programmes

    func add(to router: Router<AppContext>) {
        router.get(Addresses.logbook.route, use: lines)
    }

    private func lines(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (programme, principal) = (visit.programme.id, visit.principal)
        let query = request.uri.queryParameters
        let selection = Logbook.Selection(
            account: query["wie"].flatMap { AccountID(String($0)) },
            page: query["pagina"].flatMap { Int($0) } ?? 1
        )
        let lines = try await logbook.lines(selection, in: programme, as: principal)
        let page = LogbookPage(
            programme: programme,
            selection: selection,
            lines: lines,
            mayManage: principal.may(.manageAccounts, in: programme)
        )
        return try page.response(from: request, context: visit.context)
    }
}

struct LogbookPage: Page {
    let programme: ProgrammeID
    let selection: Logbook.Selection
    let lines: Logbook.Lines
    let mayManage: Bool

    var title: Text { Text(nl: "Logboek", en: "Logbook") }
    var section: NavigationSection? { mayManage ? .accounts : nil }

    var body: HTML {
        h1 { title }
        p {
            Text(
                nl:
                    "Wat er in dit programma is gedaan, door wie en vanwaar. De nieuwste regel staat bovenaan. Niemand kan hier iets veranderen.",
                en:
                    "What was done in this programme, by whom and from where. The newest line comes first. Nobody can change anything here."
            )
        }
        if selection.account != nil {
            p { a(.href(Addresses.logbook.path(programme))) { Text(nl: "Toon iedereen", en: "Show everybody") } }
        }
        if lines.events.isEmpty {
            div(.class("empty")) { p { Text(nl: "Hier staat niets.", en: "There is nothing here.") } }
        } else {
            LogbookTable(events: lines.events)
            paging
        }
    }

    @HTMLBuilder private var paging: HTML {
        if selection.page > 1 || lines.hasMore {
            nav(.class("paging"), .ariaLabel(Text(nl: "Bladeren", en: "Pages"))) {
                ul {
                    if selection.page > 1 {
                        li { a(.href(path(selection.page - 1))) { Text(nl: "Nieuwer", en: "Newer") } }
                    }
                    if lines.hasMore { li { a(.href(path(selection.page + 1))) { Text(nl: "Ouder", en: "Older") } } }
                }
            }
        }
    }

    private func path(_ page: Int) -> String {
        let who = selection.account.map { "&wie=\($0)" } ?? ""
        return Addresses.logbook.path(programme) + "?pagina=\(page)" + who
    }
}

private struct LogbookTable: Component {
    let events: [AuditEvent]

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) { Text(nl: "Regels van het logboek", en: "Lines of the logbook") }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Wanneer", en: "When") }
                        th(.scope("col")) { Text(nl: "Wie", en: "Who") }
                        th(.scope("col")) { Text(nl: "Wat", en: "What") }
                        th(.scope("col")) { Text(nl: "Waarvan", en: "Of what") }
                        th(.scope("col")) { Text(nl: "Vanwaar", en: "From where") }
                    }
                }
                tbody {
                    for event in events {
                        tr {
                            td { HTML.moment(event.happenedAt) }
                            th(.scope("row")) { event.name }
                            td(.attribute("data-label", Text(nl: "Wat", en: "What"))) { AuditWords.of(event.action) }
                            td(.class("small"), .attribute("data-label", Text(nl: "Waarvan", en: "Of what"))) {
                                code { event.subject }
                            }
                            td(.class("small"), .attribute("data-label", Text(nl: "Vanwaar", en: "From where"))) {
                                event.origin
                            }
                        }
                    }
                }
            }
        }
    }
}
