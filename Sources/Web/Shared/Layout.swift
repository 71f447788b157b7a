import Kernel
import Markup

/// The entries of the navigation inside a programme, in the order in which they are shown.
package enum NavigationSection: String, CaseIterable, Sendable {
    case overview, actions, registers, governance, selection, companies, conversations, referrals, sessions, examples,
        finance,
        programme,
        accounts

    var title: Text {
        switch self {
        case .actions: Text(nl: "Actieplan", en: "Action plan")
        case .registers: Text(nl: "Registers", en: "Registers")
        case .governance: Text(nl: "Overleg", en: "Meetings")
        case .finance: Text(nl: "Geld en uren", en: "Money and hours")
        case .overview: Text(nl: "Overzicht", en: "Overview")
        case .selection: Text(nl: "Selectie", en: "Selection")
        case .companies: Text(nl: "Bedrijven", en: "Companies")
        case .conversations: Text(nl: "Gesprekken", en: "Conversations")
        case .referrals: Text(nl: "Koppelingen", en: "Referrals")
        case .sessions: Text(nl: "Kennissessies", en: "Sessions")
        case .examples: Text(nl: "Voorbeelden", en: "Examples")
        case .programme: Text(nl: "Programma", en: "Programme")
        case .accounts: Text(nl: "Mensen", en: "People")
        }
    }

    /// Shown to who may do any of these.
    var verbs: [Verb] {
        switch self {
        case .actions, .registers, .governance: [.readActions]
        case .finance: [.readMoney]
        case .overview: [.readOverview]
        case .selection: [.readCompanies, .helpSelect]
        case .companies: [.readCompanies]
        case .conversations: [.readConversations]
        case .referrals: [.readReferrals, .answerReferrals]
        case .sessions, .examples, .programme: [.readProgramme]
        case .accounts: [.manageAccounts]
        }
    }

    /// Whether a programme has anything there that somebody may see.
    func isShown(to principal: Principal, in place: Place) -> Bool {
        isPart(of: place) && verbs.contains { principal.may($0, in: place.programme) }
    }

    private func isPart(of place: Place) -> Bool {
        switch self {
        case .actions, .governance: place.hasActionPlan
        case .registers: place.hasRegisters
        case .finance: place.hasMoney
        case .programme, .accounts: true
        case .overview, .selection, .companies, .conversations, .referrals, .sessions, .examples: place.hasTalks
        }
    }

    func path(in programme: ProgrammeID) -> String {
        switch self {
        case .actions: "/werk/\(programme)/actieplan"
        case .registers: "/werk/\(programme)/registers"
        case .governance: "/werk/\(programme)/overleg"
        case .finance: "/werk/\(programme)/geld"
        case .overview: "/werk/\(programme)"
        case .selection: "/werk/\(programme)/selectie"
        case .companies: "/werk/\(programme)/bedrijven"
        case .conversations: "/werk/\(programme)/gesprekken"
        case .referrals: "/werk/\(programme)/koppelingen"
        case .sessions: "/werk/\(programme)/kennissessies"
        case .examples: "/werk/\(programme)/voorbeelden"
        case .programme: "/werk/\(programme)/programma"
        case .accounts: "/werk/\(programme)/mensen"
        }
    }
}

func layout(_ page: some Page, in context: AppContext) -> HTML {
    html(.lang(context.language)) {
        head {
            meta(.attribute("charset", "utf-8"))
            meta(.name("viewport"), .attribute("content", "width=device-width, initial-scale=1"))
            Markup.title { documentTitle(page, in: context) }
            link(.rel("icon"), .type("image/svg+xml"), .href(Assets.path("icon.svg")))
            for name in ["site.css", "forms.css", "components.css"] + page.styles {
                link(.rel("stylesheet"), .href(Assets.path(name)))
            }
            for name in ["site.js"] + page.scripts {
                script(.src(Assets.path(name)), .type("module"))
            }
        }
        body(.class("page-\(page.width.rawValue)")) {
            p(.class("skip")) { a(.href("#inhoud")) { Text(nl: "Naar de inhoud", en: "Skip to content") } }
            SiteHeader(context: context, section: page.section)
            main(.id("inhoud"), .attribute("tabindex", "-1")) {
                if let day = context.place?.closedOn { ClosedBanner(day: day) }
                if let notice = Notice(address: context.address) { NoticeBanner(notice: notice) }
                page
            }
            SiteFooter(context: context)
        }
    }
}

private func documentTitle(_ page: some Page, in context: AppContext) -> HTML {
    let errors =
        switch page.issueCount {
        case 0: Text(same: "")
        case 1: Text(nl: "Niet verzonden, 1 fout – ", en: "Not sent, 1 error – ")
        case let count: Text(nl: "Niet verzonden, \(count) fouten – ", en: "Not sent, \(count) errors – ")
        }
    return .text(errors + page.title + Text(same: " – Karavaan"))
}

private struct ClosedBanner: Component {
    let day: Day

    var body: HTML {
        div(.class("notice info")) {
            p {
                Text(nl: "Dit programma is afgesloten op ", en: "This programme was closed on ")
                HTML.day(day)
                Text(
                    nl: ". U kunt alles zien; er komt niets meer bij.",
                    en: ". You can see everything; nothing is added."
                )
            }
        }
    }
}

private struct SiteHeader: Component {
    let context: AppContext
    let section: NavigationSection?

    var body: HTML {
        header(.class("site-header")) {
            div(.class("site-header-inner")) {
                a(.class("brand"), .href(context.principal == nil ? "/" : "/werk")) {
                    img(.src(Assets.path("icon.svg")), .alt(Text(same: "")))
                    "Karavaan"
                }
                if let place = context.place {
                    a(.class("place"), .href(NavigationSection.overview.path(in: place.programme))) { place.name }
                }
                div(.class("site-header-tools")) {
                    LanguageSwitch(context: context)
                    if let principal = context.principal {
                        a(.class("me"), .href("/account")) { principal.name }
                        PostForm(action: "/afmelden", .attribute("data-unsent", TakeAlongWords.signOutUnsent)) {
                            button(.class("link")) { Text(nl: "Afmelden", en: "Sign out") }
                        }
                    } else {
                        a(.class("sign-in"), .href("/aanmelden")) { Text(nl: "Aanmelden", en: "Sign in") }
                    }
                }
            }
            if let place = context.place, let principal = context.principal {
                nav(.class("sections"), .ariaLabel(Text(nl: "Onderdelen", en: "Sections"))) {
                    ul {
                        for entry in NavigationSection.allCases
                        where entry.isShown(to: principal, in: place) {
                            li {
                                a(.href(entry.path(in: place.programme)), .ariaCurrent(entry == section)) {
                                    entry.title
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The same page in the other language; works without JavaScript and keeps the choice in a cookie.
private struct LanguageSwitch: Component {
    let context: AppContext

    var body: HTML {
        PostForm(action: "/taal") {
            input(.type("hidden"), .name("terug"), .value(context.address))
            for language in Language.allCases where language != context.language {
                button(
                    .class("link"),
                    .name("taal"),
                    .value(language.rawValue),
                    .lang(language)
                ) { language.ownName }
            }
        }
    }
}

extension Language {
    var ownName: String {
        switch self {
        case .dutch: "Nederlands"
        case .english: "English"
        }
    }
}

private struct SiteFooter: Component {
    let context: AppContext

    var body: HTML {
        footer(.class("site-footer")) {
            ul {
                li { a(.href("/privacy")) { "Privacy" } }
                li { a(.href("/toegankelijkheid")) { Text(nl: "Toegankelijkheid", en: "Accessibility") } }
            }
        }
    }
}
