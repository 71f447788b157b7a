import Kernel
import Markup
import Programmes
import Referrals

/// How the programme stands (*overzicht*): goals, quarters, and what needs attention.
struct OverviewPage: Page {
    let overview: Overview
    let today: Day
    /// What partners were told about support that does not fit.
    var signals: [SupportSignal] = []
    var readsPlan = false

    private var programme: Programme { overview.programme }
    private var isPast: Bool { overview.asOf < today }

    var title: Text { Text(nl: "Overzicht", en: "Overview") }
    var section: NavigationSection? { .overview }
    var styles: [String] { ["referrals.css"] }

    var body: HTML {
        div(.class("page-head")) {
            h1 {
                title
                if isPast {
                    Text(nl: " zoals het was op ", en: " as it was on ")
                    HTML.day(overview.asOf)
                }
            }
            AsOfForm(address: Addresses.overview.path(programme.id), asOf: overview.asOf, today: today)
        }
        AccountTabs(programme: programme.id, current: Addresses.overview, readsPlan: readsPlan)
        if isPast {
            div(.class("notice info")) {
                p {
                    Text(
                        nl: "Dit is berekend uit wat op die dag al was vastgelegd. ",
                        en: "This is computed from what was recorded by that day. "
                    )
                    a(.href(Addresses.overview.path(programme.id))) { Text(nl: "Naar vandaag", en: "To today") }
                }
            }
        }
        if overview.hidesSmall { smallNumbers }
        if !overview.attention.isEmpty { AttentionList(programme: programme, attention: overview.attention) }
        goals
        if !overview.ownAreas.isEmpty { ownAreas }
        QuarterSection(quarters: overview.quarters, asOf: overview.asOf)
        if !signals.isEmpty { support }
    }

    private var smallNumbers: HTML {
        div(.class("notice info")) {
            p {
                Text(
                    nl:
                        "Getallen van 1 tot en met 4 tonen we niet, zodat niemand een bedrijf kan herkennen. Is één van uw gebieden zo klein, dan tonen we er geen.",
                    en:
                        "We do not show numbers from 1 to 4, so that nobody can recognise a company. When one of your areas is that small, we show none of them."
                )
            }
        }
    }

    private var support: HTML {
        Markup.section(.attribute("aria-labelledby", "hulp")) {
            h2(.id("hulp")) { Text(nl: "Wat bedrijven zeggen over de hulp", en: "What companies say about the help") }
            for signal in signals {
                div(.class("card")) {
                    SupportSignalView(
                        signal: signal,
                        initiative: programme.initiativeName(signal.initiative)
                    )
                }
            }
        }
    }

    private var goals: HTML {
        Markup.section(.attribute("aria-labelledby", "doelen")) {
            h2(.id("doelen")) { Text(nl: "Doelen", en: "Goals") }
            ul(.class("goals")) {
                for progress in overview.targets { li(.class("card")) { GoalCard(progress: progress) } }
                li(.class("card")) {
                    h3 { Text(nl: "Terugkoppelingen", en: "Follow-ups") }
                    p {
                        span(.class("big-number")) {
                            HTML.number(overview.followUps.done)
                            small {
                                Text(nl: " van ", en: " of ")
                                HTML.number(overview.followUps.due)
                            }
                        }
                        Text(
                            nl: "die nu gedaan hadden kunnen zijn",
                            en: "that could have been done by now"
                        )
                    }
                    progressBar(overview.followUps.done, of: overview.followUps.due)
                }
            }
        }
    }

    private var ownAreas: HTML {
        Markup.section(.attribute("aria-labelledby", "eigen-gebied")) {
            h2(.id("eigen-gebied")) { Text(nl: "Uw gebied", en: "Your area") }
            ul(.class("goals")) {
                for area in overview.ownAreas {
                    li(.class("card")) {
                        h3 { area.area.name }
                        p {
                            span(.class("big-number doing")) {
                                FigureText(figure: area.count)
                                if let goal = area.goal {
                                    small { Text(nl: " van \(goal)", en: " of \(goal)") }
                                }
                            }
                            Text(nl: "gesprekken", en: "conversations")
                        }
                        if let goal = area.goal, case .exact(let count) = area.count { progressBar(count, of: goal) }
                    }
                }
            }
        }
    }
}

/// How far along; the numbers stand beside it.
func progressBar(_ count: Int, of goal: Int) -> HTML {
    progress(.attribute("max", "\(max(goal, 1))"), .value("\(min(count, max(goal, 1)))"), .ariaHidden)
}

/// A number, or that it is too small to show.
struct FigureText: Component {
    let figure: Figure

    var body: HTML {
        switch figure {
        case .exact(let count): HTML.number(count)
        case .hidden: HTML.text(Text(nl: "1 t/m 4", en: "1 to 4"))
        }
    }
}

/// What was promised, how much of it is done, and how that is spread.
struct GoalCard: Component {
    let progress: TargetProgress

    var body: HTML {
        h3 { progress.target.name }
        p {
            span(.class("big-number doing")) {
                FigureText(figure: progress.count)
                small { Text(nl: " van \(progress.target.count)", en: " of \(progress.target.count)") }
            }
            switch progress.target.counted {
            case .referrals: Text(nl: "bedrijven gekoppeld", en: "companies referred")
            case .conversations: Text(nl: "gesprekken gevoerd", en: "conversations held")
            case .sessions: Text(nl: "sessies gehouden", en: "sessions held")
            }
        }
        if case .exact(let count) = progress.count { progressBar(count, of: progress.target.count) }
        if !progress.split.isEmpty {
            ul(.class("shares")) {
                for share in progress.split {
                    li {
                        span { share.area.name }
                        if case .exact(let count) = share.count { progressBar(count, of: share.goal ?? 0) }
                        span(.class("number")) {
                            FigureText(figure: share.count)
                            if let goal = share.goal { Text(nl: " van \(goal)", en: " of \(goal)") }
                        }
                    }
                }
            }
        }
    }
}
