import Fieldwork
import Kernel
import Markup
import Programmes

/// Finding a company to put in by hand, or the one that a municipality meant.
struct SelectionSearchPage: Page {
    let programme: Programme
    let round: SelectionRound
    let search: String
    let found: CompanyList?
    let proposal: SelectionProposal?
    var reason = ""
    var issues: [InvalidSelection.Issue] = []

    var title: Text {
        proposal == nil
            ? Text(nl: "Bedrijf erbij zetten", en: "Put a company in")
            : Text(nl: "Voorgedragen bedrijf", en: "Company put forward")
    }
    var section: NavigationSection? { .selection }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            div {
                p(.class("eyebrow")) {
                    a(.href(Addresses.selection.path(programme.id, round.id))) {
                        Text(nl: "Selectieronde ", en: "Selection round ") + round.quarter.name
                    }
                }
                h1 { title }
            }
        }
        if let proposal {
            p {
                strong { proposal.name }
                " (\(CompanyNames.of(programme).area(proposal.area))) – \(proposal.reason)"
            }
        }
        form(
            .class("filters"),
            .action(Addresses.selectionSearch.path(programme.id, round.id)),
            .attribute("method", "get"),
            .attribute("role", "search"),
            .ariaLabel(Text(nl: "Bedrijf zoeken", en: "Find a company"))
        ) {
            if let proposal { input(.type("hidden"), .name("voordracht"), .value(proposal.id.description)) }
            TextField(
                name: "zoek",
                caption: Text(nl: "Naam, plaats of KvK-nummer", en: "Name, place or KvK number"),
                type: "search",
                value: search
            )
            button(.class("button secondary")) { Text(nl: "Zoek", en: "Search") }
        }
        if let found { results(found) }
        if let proposal { decline(proposal) }
    }

    @HTMLBuilder private func results(_ found: CompanyList) -> HTML {
        if found.rows.isEmpty {
            p {
                Text(nl: "Geen bedrijf gevonden. ", en: "No company found. ")
                a(.href(Addresses.newCompany.path(programme.id))) {
                    Text(nl: "Voeg het eerst toe", en: "Add it first")
                }
            }
        } else {
            ul(.class("plain")) {
                for row in found.rows {
                    li(.class("card")) {
                        p {
                            strong { row.name }
                            if let city = row.city { ", \(city)" }
                            " "
                            small(.class("muted")) {
                                CompanyNames.of(programme).area(row.municipality)
                            }
                        }
                        choose(row)
                    }
                }
            }
        }
    }

    @HTMLBuilder private func choose(_ row: CompanyRow) -> HTML {
        if let proposal {
            PostForm(action: Addresses.selectionProposal.path(programme.id, round.id, proposal.id)) {
                input(.type("hidden"), .name("bedrijf"), .value(row.id.description))
                button(.class("button secondary")) {
                    Text(nl: "Dit bedrijf vragen", en: "Ask this company")
                    span(.class("visually-hidden")) { ": \(row.name)" }
                }
            }
        } else {
            p {
                a(.href(Addresses.selectionCompany.path(programme.id, round.id, row.id))) {
                    Text(nl: "Dit bedrijf", en: "This company")
                    span(.class("visually-hidden")) { ": \(row.name)" }
                }
            }
        }
    }

    private func decline(_ proposal: SelectionProposal) -> HTML {
        Markup.section(.attribute("aria-labelledby", "afwijzen")) {
            h2(.id("afwijzen")) { Text(nl: "Of vraag het niet", en: "Or do not ask it") }
            PostForm(action: Addresses.selectionProposal.path(programme.id, round.id, proposal.id)) {
                TextArea(
                    name: "toelichting",
                    caption: Text(
                        nl: "Waarom niet? De gemeente leest dit.",
                        en: "Why not? The municipality reads this."
                    ),
                    value: reason,
                    rows: 2,
                    issues: issues
                )
                button(.class("button secondary")) { Text(nl: "Niet vragen", en: "Do not ask") }
            }
        }
    }
}
