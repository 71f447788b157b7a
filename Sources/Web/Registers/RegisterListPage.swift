import Kernel
import Markup
import Programmes
import Registers

/// The items of one register: searching, filtering and paging, and ways to look at them otherwise.
struct RegisterListPage: Page {
    let programme: Programme
    let register: Register
    let isKeeper: Bool
    let query: RegisterQuery
    let list: RegisterList
    /// Made of an example that not everybody may see any more.
    var withdrawn: [RegisterItem] = []
    let drawn: DrawnItems.Shelf

    var title: Text { register.name }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }
    private var path: String { Addresses.register.path(programme.id, register.code) }

    var body: HTML {
        RegisterHead(programme: programme, register: register, isKeeper: isKeeper, view: .list, query: query)
        if list.proposals > 0, !query.isProposed {
            p(.class("notice info")) {
                a(.href(path + "?voorstellen=ja")) {
                    list.proposals == 1
                        ? Text(nl: "1 melding wacht op een ja of nee", en: "1 report waits for a yes or no")
                        : Text(
                            nl: "\(list.proposals) meldingen wachten op een ja of nee",
                            en: "\(list.proposals) reports wait for a yes or no"
                        )
                }
            }
        }
        if !withdrawn.isEmpty { withdrawal }
        if query.isProposed {
            p { a(.href(path)) { Text(nl: "Terug naar het register", en: "Back to the register") } }
        } else {
            RegisterFilters(programme: programme, register: register, query: query)
        }
        p(.class("row"), .role("status")) {
            strong { RegisterCount(list: list, register: register) }
            if query.isFiltered { a(.href(path)) { Text(nl: "Alles tonen", en: "Show everything") } }
        }
        if list.items.isEmpty {
            div(.class("empty")) {
                p {
                    query.isFiltered
                        ? Text(
                            nl: "Niets past bij deze zoekvraag. Gebruik minder woorden of filters.",
                            en: "Nothing fits this search. Use fewer words or filters."
                        )
                        : Text(nl: "Er staat nog niets in dit register.", en: "There is nothing in this register yet.")
                }
            }
        } else {
            RegisterTable(
                programme: programme,
                register: register,
                items: list.items,
                columns: register.columns(forKeeper: isKeeper, by: query.sort),
                drawn: drawn
            ) { Addresses.registerItem.path(programme.id, register.code, $0.id) }
            Paging(page: list.page, pageCount: list.pageCount) { path + query.at(page: $0).address }
        }
    }
}

extension RegisterListPage {
    private var withdrawal: HTML {
        div(.class("notice warning")) {
            div {
                p {
                    Text(
                        nl: "Gemaakt van een voorbeeld dat een bedrijf niet meer aan iedereen laat zien:",
                        en: "Made of an example that a company does not let everybody see any more:"
                    )
                }
                ul {
                    for item in withdrawn {
                        li {
                            a(.href(Addresses.registerItem.path(programme.id, register.code, item.id))) { item.title }
                        }
                    }
                }
            }
        }
    }
}

/// How many items were found.
struct RegisterCount: Component {
    let list: RegisterList
    let register: Register

    var body: HTML {
        HTML.number(list.found)
        list.found == 1
            ? Text(nl: " keer: ", en: ": ") + register.item : Text(nl: " in ", en: " in ") + register.name
    }
}

/// Which way of looking at a register.
enum RegisterView: CaseIterable {
    case list, board, calendar, map, then

    var name: Text {
        switch self {
        case .list: Text(nl: "Lijst", en: "List")
        case .board: Text(nl: "Bord", en: "Board")
        case .calendar: Text(nl: "Kalender", en: "Calendar")
        case .map: Text(nl: "Kaart", en: "Map")
        case .then: Text(nl: "Toen en nu", en: "Then and now")
        }
    }

    func isShown(for register: Register) -> Bool {
        switch self {
        case .list, .board, .then: true
        case .calendar: register.hasDays
        case .map: register.place != nil
        }
    }

    func path(_ programme: ProgrammeID, _ register: Register.ID) -> String {
        switch self {
        case .list: Addresses.register.path(programme, register)
        case .board: Addresses.registerBoard.path(programme, register)
        case .calendar: Addresses.registerCalendar.path(programme, register)
        case .map: Addresses.registerMap.path(programme, register)
        case .then: Addresses.registerThen.path(programme, register)
        }
    }
}

/// The name of a register, what it is for, what can be done, and the ways to look at it.
struct RegisterHead: Component {
    let programme: Programme
    let register: Register
    let isKeeper: Bool
    let view: RegisterView
    var query = RegisterQuery()

    var body: HTML {
        WayBack(to: Addresses.registers.path(programme.id)) { Text(nl: "Registers", en: "Registers") }
        div(.class("page-head")) {
            h1 { register.name }
            div(.class("actions no-print")) {
                if isKeeper {
                    a(.class("button"), .href(Addresses.newRegisterItem.path(programme.id, register.code))) {
                        Text(nl: "Toevoegen", en: "Add")
                    }
                    a(.class("button secondary"), .href(Addresses.registerImport.path(programme.id, register.code))) {
                        Text(nl: "Inlezen", en: "Import")
                    }
                    if register.blocks != nil {
                        a(
                            .class("button secondary"),
                            .href(Addresses.registerBlocks.path(programme.id, register.code))
                        ) { Text(nl: "Bouwstenen", en: "Building blocks") }
                    }
                }
                for (address, kind) in [(Addresses.registerXLSX, "Excel"), (Addresses.registerCSV, "CSV")] {
                    a(
                        .class("button secondary"),
                        .href(address.path(programme.id, register.code) + query.at(page: 1).address)
                    ) { kind }
                }
            }
        }
        p(.class("lead")) { register.purpose }
        nav(.class("tabs no-print"), .ariaLabel(Text(nl: "Manieren om te kijken", en: "Ways of looking"))) {
            ul {
                for other in RegisterView.allCases where other.isShown(for: register) {
                    li {
                        a(.href(other.path(programme.id, register.code)), .ariaCurrent(other == view)) { other.name }
                    }
                }
            }
        }
    }
}

/// Search and filters above the list.
private struct RegisterFilters: Component {
    let programme: Programme
    let register: Register
    let query: RegisterQuery

    var body: HTML {
        let names = RegisterNames(programme: programme)
        form(.action(Addresses.register.path(programme.id, register.code)), .class("filters"), .role("search")) {
            div(.class("field wide")) {
                label(.for("zoek")) { Text(nl: "Zoek op woorden", en: "Search words") }
                input(.id("zoek"), .name("zoek"), .type("search"), .value(query.search), .autocomplete("off"))
            }
            FilterField(
                "stand",
                Text(nl: "Stand", en: "State"),
                register.states.map { .init(value: $0.code.description, caption: $0.name) },
                query.state?.description
            )
            for field in register.fields where field.kind.isChoice {
                FilterField(field.code.input, field.name, names.options(of: field), query.chosen[field.code])
            }
            FilterField(
                "volgorde",
                Text(nl: "Volgorde", en: "Order"),
                RegisterQuery.Sort.all(of: register).dropFirst().map {
                    .init(value: $0.word, caption: $0.name(in: register))
                },
                query.sort == .name ? nil : query.sort.word,
                none: RegisterQuery.Sort.name.name(in: register)
            )
            div(.class("actions")) { button(.class("button")) { Text(nl: "Zoek", en: "Search") } }
        }
    }
}

extension RegisterQuery.Sort {
    func name(in register: Register) -> Text {
        switch self {
        case .name: Text(nl: "op naam", en: "by name")
        case .day: Text(nl: "op dag", en: "by day")
        case .changed: Text(nl: "laatst veranderd eerst", en: "last changed first")
        case .number(let code):
            (register.field(code)?.name ?? Text(same: code.description))
                + Text(nl: ", hoogste eerst", en: ", highest first")
        }
    }
}
