import Finance
import Kernel
import Markup
import Programmes

/// How much there is for each post, what an hour costs, and who said so when.
struct FinanceSettingsPage: Page {
    let programme: Programme
    let plan: MoneyPlan
    let budgets: [Budget]
    let rates: [HourRate]
    let freshID: String
    var budget = BudgetForm()
    var rate = RateForm()
    var budgetIssues: [InvalidBooking.Issue] = []
    var rateIssues: [InvalidBooking.Issue] = []

    var title: Text { Text(nl: "Begroting en tarieven", en: "Budget and rates") }
    var section: NavigationSection? { .finance }
    var styles: [String] { ["finance.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { budgetIssues.count + rateIssues.count }

    var body: HTML {
        WayBack(to: Addresses.finance.path(programme.id)) { Text(nl: "Geld en uren", en: "Money and hours") }
        h1 { title }
        ErrorSummary(issues: budgetIssues + rateIssuesHere)
        budgetForm
        rateForm
        log
    }

    /// Fields of the second form have other identifiers than those of the first.
    private var rateIssuesHere: [any ExplainedIssue] {
        let own = ["jaar": "tarief-jaar", "bedrag": "tarief"]
        return rateIssues.map { RenamedIssue(field: own[$0.field] ?? $0.field, explanation: $0.explanation) }
    }

    private var budgetForm: HTML {
        Markup.section {
            h2 { Text(nl: "Begroting", en: "Budget") }
            PostForm(action: Addresses.financeSettings.path(programme.id)) {
                input(.type("hidden"), .name("id"), .value(budget.id.isEmpty ? freshID : budget.id))
                SelectField(
                    name: "post",
                    caption: Text(nl: "Post", en: "Post"),
                    options: plan.posts.map { .init(value: $0.code.description, caption: $0.name) },
                    value: budget.post,
                    prompt: Text(nl: "Kies", en: "Choose"),
                    issues: budgetIssues
                )
                SelectField(
                    name: "bron",
                    caption: Text(nl: "Bron", en: "Source"),
                    options: plan.sources.map { .init(value: $0.code.description, caption: $0.name) },
                    value: budget.source,
                    prompt: Text(nl: "Kies", en: "Choose"),
                    issues: budgetIssues
                )
                TextField(
                    name: "jaar",
                    caption: Text(nl: "Jaar", en: "Year"),
                    value: budget.year,
                    inputMode: "numeric",
                    issues: budgetIssues
                )
                TextField(
                    name: "bedrag",
                    caption: Text(nl: "Bedrag (€)", en: "Amount (€)"),
                    value: budget.amount,
                    inputMode: "decimal",
                    issues: budgetIssues
                )
                TextField(
                    name: "waarom",
                    caption: Text(nl: "Waarom", en: "Why"),
                    value: budget.why,
                    hint: Text(nl: "Bijvoorbeeld wie dit wanneer besloot.", en: "For instance who decided this when."),
                    issues: budgetIssues
                )
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
            }
        }
    }

    @HTMLBuilder private var rateForm: HTML {
        if !plan.hourRoles.isEmpty {
            Markup.section {
                h2 { Text(nl: "Wat een uur kost", en: "What an hour costs") }
                p {
                    Text(
                        nl: "Uren die al zijn geboekt, houden hun tarief.",
                        en: "Hours that were booked already keep their rate."
                    )
                }
                PostForm(action: Addresses.setRate.path(programme.id)) {
                    input(.type("hidden"), .name("id"), .value(rate.id.isEmpty ? freshID : rate.id))
                    SelectField(
                        name: "functie",
                        caption: Text(nl: "Functie", en: "Role"),
                        options: plan.hourRoles.map { .init(value: $0.code.description, caption: $0.name) },
                        value: rate.role,
                        prompt: Text(nl: "Kies", en: "Choose"),
                        issues: rateIssuesHere
                    )
                    TextField(
                        name: "jaar",
                        id: "tarief-jaar",
                        caption: Text(nl: "Jaar", en: "Year"),
                        value: rate.year,
                        inputMode: "numeric",
                        issues: rateIssuesHere
                    )
                    TextField(
                        name: "tarief",
                        caption: Text(nl: "Per uur (€)", en: "An hour (€)"),
                        value: rate.rate,
                        inputMode: "decimal",
                        issues: rateIssuesHere
                    )
                    button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
                }
            }
        }
    }

    private var log: HTML {
        Markup.section {
            h2 { Text(nl: "Wie wat wanneer besloot", en: "Who decided what when") }
            ol(.class("timeline")) {
                for budget in budgets.reversed() {
                    li {
                        p {
                            HTML.moment(budget.recordedAt)
                            " \(budget.name): "
                            plan.post(budget.post)?.name ?? Text(same: budget.post.description)
                            ", "
                            plan.source(budget.source)?.name ?? Text(same: budget.source.description)
                            ", \(budget.year): "
                            HTML.euros(budget.amount)
                            ". \(budget.why)"
                        }
                    }
                }
                for rate in rates.reversed() {
                    li {
                        p {
                            HTML.moment(rate.recordedAt)
                            " \(rate.name): "
                            plan.hourRole(rate.role)?.name ?? Text(same: rate.role.description)
                            ", \(rate.year): "
                            HTML.euros(rate.rate)
                        }
                    }
                }
            }
        }
    }
}
