import ActionLines
import Foundation
import Governance
import Kernel
import Markup
import Programmes

/// One action line: what it is for, how it stands, what is done and by whom, and everything that was told.
struct ActionLinePage: Page {
    let state: PlanState
    let line: LineState
    let mayUpdate: Bool
    /// Whether this person may change what the line promises, which was added on the site.
    let mayChange: Bool
    let released: LineRelease?
    let freshID: String
    /// What bodies decided about it, the last one first.
    let governance: GovernanceState
    var entered: LineUpdateForm?
    var enteredRelease: LineReleaseForm?
    var issues: [InvalidUpdate.Issue] = []

    var title: Text { Text(same: "\(line.line.code) ") + line.line.name }
    var section: NavigationSection? { .actions }
    var styles: [String] { ["action-plan.css"] }
    var issueCount: Int { issues.count }
    private var programme: ProgrammeID { state.programme.id }

    var body: HTML {
        ErrorSummary(issues: issues)
        WayBack(to: Addresses.actionPlan.path(programme)) { Text(nl: "Actieplan", en: "Action plan") }
        div(.class("page-head")) {
            h1 { title }
            StatusBadge(status: line.status)
        }
        p(.class("lead")) { line.line.purpose }
        if (line.line.first.year...line.line.last.year).contains(state.asOf.year) {
            p {
                a(.href(Addresses.yearPlan.path(programme, state.asOf.year, line.line.code))) {
                    Text(nl: "Jaarplan \(state.asOf.year)", en: "Plan for \(state.asOf.year)")
                }
            }
        }
        ul(.class("standing")) {
            li {
                div(.class("card")) {
                    h2 { Text(nl: "Hoe het staat", en: "How it stands") }
                    Standing(state: line)
                    Silence(state: line, asOf: state.asOf)
                    for work in line.sharedForAll { SharedWorkLine(work: work) }
                }
            }
            li {
                div(.class("card")) {
                    h2 { Text(nl: "Wat is beloofd", en: "What was promised") }
                    PromisedResults(results: line.line.results, reached: line.reached, asOf: state.asOf)
                }
            }
        }
        if mayUpdate {
            LineUpdateFields(
                action: Addresses.actionLine.path(programme, line.line.code),
                line: line,
                freshID: freshID,
                entered: entered,
                issues: enteredRelease == nil ? issues : []
            )
            LineReleaseFields(
                programme: programme,
                line: line.line.code,
                released: released,
                freshID: freshID,
                entered: enteredRelease,
                issues: enteredRelease == nil ? [] : issues
            )
        }
        steps
        added
        registers
        decisions
        facts
        log
    }

    @HTMLBuilder private var added: HTML {
        if let day = line.line.addedOn {
            p(.class("muted small")) {
                Text(nl: "Toegevoegd op ", en: "Added on ")
                HTML.shortDay(day)
                if mayChange {
                    " · "
                    a(.href(Addresses.changeLine.path(programme, line.line.code))) {
                        Text(nl: "Wijzigen", en: "Change")
                    }
                }
            }
        }
    }

    @HTMLBuilder private var registers: HTML {
        let registers = state.programme.registry?.registers(of: line.line.code) ?? []
        if !registers.isEmpty {
            Markup.section {
                h2 { Text(nl: "Wat deze lijn bijhoudt", en: "What this line keeps") }
                ul {
                    for register in registers {
                        li { a(.href(Addresses.register.path(programme, register.code))) { register.name } }
                    }
                }
            }
        }
    }

    @HTMLBuilder private var decisions: HTML {
        let decisions = governance.decisions(touching: line.line.code).filter { !governance.isSuperseded($0) }
        if !decisions.isEmpty {
            Markup.section {
                h2 { Text(nl: "Wat erover is besloten", en: "What was decided about it") }
                ul {
                    for decision in decisions {
                        li {
                            a(.href(Addresses.governance.path(programme) + "#besluit-\(decision.number)")) {
                                Text(nl: "Besluit \(decision.number)", en: "Decision \(decision.number)")
                            }
                            ", "
                            HTML.shortDay(decision.decidedOn)
                            ": \(decision.words)"
                        }
                    }
                }
            }
        }
    }

    private var steps: HTML {
        Markup.section {
            h2 { Text(nl: "Stappen", en: "Steps") }
            ol {
                for step in line.line.steps {
                    let progress = line.progress(of: step.code)
                    li {
                        step.text
                        " "
                        span(.class("badge \(progress.state.look)")) { progress.state.name }
                        if !progress.owner.isEmpty || progress.due != nil {
                            span(.class("muted small")) {
                                " \(progress.owner)"
                                if let due = progress.due {
                                    Text(nl: ", uiterlijk ", en: ", by ")
                                    HTML.shortDay(due)
                                }
                            }
                        }
                        for work in line.shared(for: step.code) { SharedWorkLine(work: work) }
                    }
                }
            }
        }
    }

    private var facts: HTML {
        let plan = state.plan
        let names = { (codes: [Organisation.ID]) in
            codes.compactMap { plan.organisation($0)?.name }.joined(separator: ", ")
        }
        return Markup.section {
            h2 { Text(nl: "Over deze actielijn", en: "About this action line") }
            dl(.class("facts")) {
                dt { Text(nl: "Trekkers", en: "Leads") }
                dd { names(line.line.leads) }
                if !line.line.partners.isEmpty {
                    dt { Text(nl: "Doen mee", en: "Take part") }
                    dd {
                        names(line.line.partners)
                        if let others = line.line.others {
                            "; "
                            others
                        }
                    }
                }
                dt { Text(nl: "Brengt", en: "Brings") }
                dd { line.line.contributes }
                if let buildsOn = line.line.buildsOn {
                    dt { Text(nl: "Bouwt voort op", en: "Builds on") }
                    dd { buildsOn }
                }
                if let funding = line.line.funding {
                    dt { Text(nl: "Geld", en: "Money") }
                    dd { funding }
                }
                dt { Text(nl: "Looptijd", en: "Period") }
                dd { "\(line.line.first.year)–\(line.line.last.year)" }
                dt { Text(nl: "Sectoren", en: "Sectors") }
                dd {
                    for (index, code) in line.line.sectors.enumerated() {
                        if index > 0 { ", " }
                        state.programme.sector(code)?.name ?? Text(same: code.description)
                    }
                }
            }
        }
    }

    private var log: HTML {
        Markup.section {
            h2 { Text(nl: "Wat is verteld", en: "What was told") }
            if line.updates.isEmpty { p(.class("muted")) { Text(nl: "Nog niets.", en: "Nothing yet.") } }
            ol(.class("timeline")) { for update in line.updates { li { entry(update) } } }
        }
    }

    @HTMLBuilder private func entry(_ update: LineUpdate) -> HTML {
        p {
            HTML.shortDay(update.recordedOn)
            "\(update.name) · "
            update.evidence.name
            if !update.source.isEmpty { ": \(update.source)" }
            " "
            StatusBadge(status: update.status)
        }
        Paragraphs(text: update.why)
        if !update.ask.isEmpty { p(.class("small")) { "\(update.ask) → \(update.askedOf)" } }
        ul {
            for result in line.line.results {
                if let reached = update.results[result.code] {
                    li {
                        result.text
                        ": \(reached)"
                    }
                }
            }
            for step in line.line.steps {
                if let progress = update.steps[step.code] {
                    li {
                        step.text
                        ": "
                        progress.state.name
                    }
                }
            }
        }
    }
}
