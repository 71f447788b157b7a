import Kernel
import Markup
import Programmes

/// What the programme promised and plans, what the conversation is held with, and who can help.
struct ProgrammePage: Page {
    let programme: Programme
    let today: Day
    /// Choose its picture, close it and open it again.
    let mayManage: Bool

    var title: Text { Text(nl: "Programma", en: "Programme") }
    var section: NavigationSection? { .programme }

    var body: HTML {
        h1 { title }
        p(.class("lead")) { programme.summary }
        if programme.hasTalks { plan }
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Fases", en: "Phases") }
            PhaseList(phases: programme.phases, today: today)
        }
        if programme.hasTalks { talks }
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Partners", en: "Partners") }
            PartnerList(partners: programme.partners)
        }
        if programme.sharing != nil {
            Markup.section(.class("stack")) {
                h2 { Text(nl: "Andere programma's", en: "Other programmes") }
                p {
                    a(.href(Addresses.sharing.path(programme.id))) {
                        Text(nl: "Wat we delen, en met wie", en: "What we share, and with whom")
                    }
                }
            }
        }
        if mayManage { ClosureSection(programme: programme) }
    }

    @HTMLBuilder private var plan: HTML {
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Wat is beloofd", en: "What was promised") }
            ul(.class("stats")) { for target in programme.targets { TargetStat(programme: programme, target: target) } }
            for target in programme.targets where !target.split.isEmpty {
                SplitTable(programme: programme, target: target)
            }
        }
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Planning per kwartaal", en: "Plan per quarter") }
            PlanTable(programme: programme, today: today)
        }
    }

    @HTMLBuilder private var talks: HTML {
        Markup.section(.class("stack")) {
            h2(.id("initiatieven")) { Text(nl: "Initiatieven", en: "Initiatives") }
            p {
                Text(
                    nl: "Wie bedrijven verder kan helpen. Open een initiatief om te zien wanneer we het voorstellen.",
                    en: "Who can help companies further. Open an initiative to see when we suggest it."
                )
            }
            InitiativeTable(programme: programme, today: today)
        }
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Praatplaat", en: "Talking sheet") }
            SheetSummary(programme: programme)
            if mayManage {
                p {
                    a(.href(Addresses.picture.path(programme.id))) {
                        Text(nl: "De plaat van dit programma kiezen", en: "Choose the picture of this programme")
                    }
                }
            }
        }
    }
}

private struct TargetStat: Component {
    let programme: Programme
    let target: Target

    var body: HTML {
        li(.class("stat")) {
            strong { HTML.number(target.count) }
            target.name
            if let whole = target.partOf.flatMap({ code in programme.targets.first { $0.code == code } }) {
                br()
                small {
                    Text(
                        nl: "deel van \(whole.count): \(whole.name.nl)",
                        en: "part of \(whole.count): \(whole.name.en)"
                    )
                }
            }
        }
    }
}

/// How one target is divided over areas.
private struct SplitTable: Component {
    let programme: Programme
    let target: Target

    private let conversations = Text(nl: "Gesprekken", en: "Conversations")
    private let members = Text(nl: "Bedrijven lid van de branche", en: "Members of the association")

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption { target.name }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Gebied", en: "Area") }
                        th(.scope("col"), .class("number")) { conversations }
                        th(.scope("col"), .class("number")) { members }
                    }
                }
                tbody {
                    for share in target.split {
                        let area = programme.area(share.area)
                        tr {
                            th(.scope("row")) {
                                area?.name ?? share.area.description
                                if area?.isDeal == true {
                                    " "
                                    span(.class("badge plain")) { Text(nl: "dealgemeente", en: "deal municipality") }
                                }
                            }
                            td(.class("number"), .attribute("data-label", conversations)) { HTML.number(share.count) }
                            td(.class("number"), .attribute("data-label", members)) {
                                area?.members.map { HTML.number($0) } ?? .escaped("–")
                            }
                        }
                    }
                }
                tfoot {
                    tr {
                        th(.scope("row")) { Text(nl: "Samen", en: "Together") }
                        td(.class("number"), .attribute("data-label", conversations)) { HTML.number(target.count) }
                        td(.class("number"), .attribute("data-label", members)) {
                            HTML.number(target.split.compactMap { programme.area($0.area)?.members }.reduce(0, +))
                        }
                    }
                }
            }
        }
    }
}

private struct PlanTable: Component {
    let programme: Programme
    let today: Day

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) { Text(nl: "Planning per kwartaal", en: "Plan per quarter") }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Kwartaal", en: "Quarter") }
                        th(.scope("col"), .class("number")) { conversations }
                        th(.scope("col"), .class("number")) { sessions }
                        th(.scope("col")) { followUps }
                        th(.scope("col")) { work }
                    }
                }
                tbody { for plan in programme.plan { row(plan) } }
                tfoot {
                    tr {
                        th(.scope("row")) { Text(nl: "Samen", en: "Together") }
                        td(.class("number"), .attribute("data-label", conversations)) {
                            HTML.number(programme.plan.reduce(0) { $0 + $1.conversations })
                        }
                        td(.class("number"), .attribute("data-label", sessions)) {
                            HTML.number(programme.plan.reduce(0) { $0 + $1.sessions })
                        }
                        td {}
                        td {}
                    }
                }
            }
        }
    }

    private let conversations = Text(nl: "Gesprekken", en: "Conversations")
    private let sessions = Text(nl: "Kennissessies", en: "Sessions")
    private let followUps = Text(nl: "Terugbellen uit", en: "Follow-up of")
    private let work = Text(nl: "Werk", en: "Work")

    private func row(_ plan: QuarterPlan) -> HTML {
        tr {
            th(.scope("row"), .class("nowrap")) {
                HTML.quarter(plan.quarter)
                if plan.quarter == today.quarter {
                    " "
                    span(.class("badge busy")) { Text(nl: "nu", en: "now") }
                }
            }
            td(.class("number"), .attribute("data-label", conversations)) { HTML.number(plan.conversations) }
            td(.class("number"), .attribute("data-label", sessions)) { HTML.number(plan.sessions) }
            td(.attribute("data-label", followUps)) {
                for (index, quarter) in plan.followUpsOf.enumerated() {
                    if index > 0 { br() }
                    HTML.quarter(quarter)
                }
            }
            td(.attribute("data-label", work)) {
                if !plan.activities.isEmpty { small { plan.activities.sentences } }
            }
        }
    }
}

extension [Text] {
    fileprivate var sentences: Text {
        Text(nl: map(\.nl).joined(separator: "; "), en: map(\.en).joined(separator: "; "))
    }
}

private struct PhaseList: Component {
    let phases: [Phase]
    let today: Day

    var body: HTML {
        ol(.class("timeline")) {
            for phase in phases {
                li(.class(phase.last < today.quarter ? "done" : "")) {
                    span(.class("muted")) { period(phase) }
                    p {
                        strong { phase.name }
                        if (phase.first...phase.last).contains(today.quarter) {
                            " "
                            span(.class("badge busy")) { Text(nl: "nu", en: "now") }
                        }
                    }
                    p { phase.purpose }
                }
            }
        }
    }

    private func period(_ phase: Phase) -> HTML {
        var period = HTML.quarter(phase.first)
        if phase.last != phase.first {
            period.append(.text(Text(nl: " tot en met ", en: " up to and including ")))
            period.append(.quarter(phase.last))
        }
        return period
    }
}

private struct PartnerList: Component {
    let partners: [Partner]

    var body: HTML {
        ul(.class("lines")) {
            for partner in partners {
                li {
                    if let website = partner.website {
                        a(.href(website), .rel("noopener external")) { partner.name }
                    } else {
                        strong { partner.name }
                    }
                    if partner.isDealPartner {
                        " "
                        span(.class("badge plain")) { Text(nl: "dealpartner", en: "deal partner") }
                    }
                    p { partner.part }
                }
            }
        }
    }
}
