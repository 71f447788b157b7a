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
    /// For who sees no counts of companies: the areas whose published figures are nearest.
    var published: PublishedOverview?
    var verbs: Set<Verb> = []

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
        AccountTabs(programme: programme.id, current: Addresses.overview, verbs: verbs)
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
        if let published { published }
        if !overview.attention.isEmpty { AttentionList(programme: programme, attention: overview.attention) }
        goals
        if !overview.quarters.isEmpty { QuarterSection(quarters: overview.quarters, asOf: overview.asOf) }
        if !signals.isEmpty { support }
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
                if let followUps = overview.followUps { li(.class("card")) { self.followUps(followUps) } }
            }
        }
    }

    @HTMLBuilder private func followUps(_ progress: FollowUpProgress) -> HTML {
        h3 { Text(nl: "Terugkoppelingen", en: "Follow-ups") }
        p {
            span(.class("big-number")) {
                HTML.number(progress.done)
                small {
                    Text(nl: " van ", en: " of ")
                    HTML.number(progress.due)
                }
            }
            Text(nl: "die nu gedaan hadden kunnen zijn", en: "that could have been done by now")
        }
        progressBar(progress.done, of: progress.due)
    }
}

/// How far along; the numbers stand beside it.
func progressBar(_ count: Int, of goal: Int) -> HTML {
    progress(.attribute("max", "\(max(goal, 1))"), .value("\(min(count, max(goal, 1)))"), .ariaHidden)
}

/// What was promised, how much of it is done, and how that is spread.
struct GoalCard: Component {
    let progress: TargetProgress

    var body: HTML {
        h3 { progress.target.name }
        p {
            span(.class("big-number doing")) {
                HTML.number(progress.count)
                small { Text(nl: " van \(progress.target.count)", en: " of \(progress.target.count)") }
            }
            switch progress.target.counted {
            case .referrals: Text(nl: "bedrijven gekoppeld", en: "companies referred")
            case .conversations: Text(nl: "gesprekken gevoerd", en: "conversations held")
            case .sessions: Text(nl: "sessies gehouden", en: "sessions held")
            }
        }
        progressBar(progress.count, of: progress.target.count)
        if !progress.split.isEmpty {
            ul(.class("shares")) {
                for share in progress.split {
                    li {
                        span { share.area.name }
                        progressBar(share.count, of: share.goal ?? 0)
                        span(.class("number")) {
                            HTML.number(share.count)
                            if let goal = share.goal { Text(nl: " van \(goal)", en: " of \(goal)") }
                        }
                    }
                }
            }
        }
    }
}
