import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// An initiative that was chosen, with what was agreed.
struct ChosenCard: Component {
    let referral: Referral
    let programme: Programme

    var body: HTML {
        article(.class("card doing")) {
            div(.class("card-head")) {
                h3 {
                    a(.href(Addresses.referral.path(programme.id, referral.id))) {
                        programme.initiativeName(referral.initiative)
                    }
                }
                StateBadge(state: referral.state)
            }
            AgreementLine(agreement: referral.agreement)
        }
    }
}

struct StateBadge: Component {
    let state: ReferralState

    var body: HTML { span(.class(state.badge)) { state.name } }
}

/// "Kennismaking in de hal · Bea Belt · 20 maart 2026".
struct AgreementLine: Component {
    let agreement: ReferralAgreement

    var body: HTML {
        p {
            agreement.what
            if let contact = agreement.contact { " · \(contact)" }
            if let day = agreement.day {
                " · "
                HTML.day(day)
            }
        }
    }
}

/// What is agreed, in three fields whose names end in `tail`.
struct AgreementFields: Component {
    let what: String
    let contact: String
    let day: String
    var tail = ""
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        TextField(
            name: "wat" + tail,
            caption: Text(nl: "Wat gaat er gebeuren?", en: "What will happen?"),
            value: what,
            issues: issues
        )
        TextField(
            name: "contact" + tail,
            caption: Text(nl: "Wie bij het initiatief?", en: "Who at the initiative?"),
            value: contact,
            isOptional: true,
            issues: issues
        )
        TextField(
            name: "dag" + tail,
            caption: Text(nl: "Op welke dag?", en: "On which day?"),
            type: "date",
            value: day,
            isOptional: true,
            issues: issues
        )
    }
}

/// One suggestion: who, why, and the three things an adviser can do with it.
struct SuggestionCard: Component {
    let page: WorksheetPage
    let suggestion: Suggestion
    let initiative: Initiative

    private var tail: String { "-\(initiative.code)" }
    private var returned: WorksheetPage.Returned? { page.returned?.tail == tail ? page.returned : nil }
    private var isRejecting: Bool { returned?.issues.contains { $0.field == "reden" } ?? false }

    var body: HTML {
        article(.class("card suggestion"), .id("voorstel\(tail)")) {
            div(.class("card-head")) {
                h3 { initiative.name }
                if suggestion.isToBeConfirmed {
                    span(.class("badge attention")) { Text(nl: "te bevestigen", en: "to be confirmed") }
                }
                span(.class("points")) {
                    strong { HTML.number(suggestion.score) }
                    suggestion.score == 1 ? Text(nl: " punt", en: " point") : Text(nl: " punten", en: " points")
                }
            }
            p(.class("muted")) {
                initiative.kind
                " · "
                initiative.offers
            }
            ul(.class("reasons")) {
                for reason in suggestion.reasons {
                    li {
                        reason.text
                        span(.class("points muted")) { " +\(reason.points)" }
                    }
                }
            }
            if page.sheet.record.conversation.hasResult {
                div(.class("decisions")) {
                    choose
                    reject
                    a(
                        .class("button secondary small"),
                        .href(
                            Addresses.worksheet.path(page.programme.id, page.conversation)
                                + "?in-plaats-van=\(initiative.code)#ander"
                        )
                    ) {
                        Text(nl: "Een ander kiezen", en: "Choose another")
                        span(.class("visually-hidden")) {
                            Text(nl: " in plaats van ", en: " instead of ")
                            initiative.name
                        }
                    }
                }
            }
        }
    }

    private var choose: HTML {
        details(.attribute("open", if: returned != nil && !isRejecting)) {
            summary {
                Text(nl: "Kiezen", en: "Choose")
                span(.class("visually-hidden")) { ": \(initiative.name)" }
            }
            PostForm(
                action: Addresses.choose.path(page.programme.id, page.conversation, initiative.code)
            ) {
                input(.type("hidden"), .name("id"), .value(page.ids()))
                AgreementFields(
                    what: returned?.form.what ?? "",
                    contact: returned?.form.contact ?? "",
                    day: returned?.form.day ?? "",
                    tail: tail,
                    issues: tailed
                )
                AgreedBox(tail: tail, isChecked: returned?.form.agreed != nil)
                button(.class("button")) {
                    Text(nl: "Kiezen", en: "Choose")
                    span(.class("visually-hidden")) { ": \(initiative.name)" }
                }
            }
        }
    }

    private var reject: HTML {
        details(.attribute("open", if: isRejecting)) {
            summary {
                Text(nl: "Niet kiezen", en: "Do not choose")
                span(.class("visually-hidden")) { ": \(initiative.name)" }
            }
            PostForm(
                action: Addresses.reject.path(page.programme.id, page.conversation, initiative.code)
            ) {
                input(.type("hidden"), .name("id"), .value(page.ids()))
                TextField(
                    name: "reden\(tail)",
                    caption: Text(nl: "Waarom niet?", en: "Why not?"),
                    value: returned?.form.reason ?? "",
                    issues: tailed
                )
                button(.class("button secondary")) {
                    Text(nl: "Niet kiezen", en: "Do not choose")
                    span(.class("visually-hidden")) { ": \(initiative.name)" }
                }
            }
        }
    }

    private var tailed: [any ExplainedIssue] {
        (returned?.issues ?? []).map { TailedIssue(issue: $0, tail: tail) }
    }
}

/// "The company agrees", which is what makes a choice an agreement.
struct AgreedBox: Component {
    var tail = ""
    let isChecked: Bool

    var body: HTML {
        div(.class("field choice")) {
            input(
                .id("akkoord\(tail)"),
                .name("akkoord\(tail)"),
                .type("checkbox"),
                .value("ja"),
                .checked(isChecked)
            )
            label(.for("akkoord\(tail)")) {
                Text(
                    nl: "Het bedrijf is het ermee eens (dan komt het op de praatplaat)",
                    en: "The company agrees (then it goes on their sheet)"
                )
            }
        }
    }
}

/// Another initiative than was suggested, with a reason.
struct OtherInitiativeForm: Component {
    let page: WorksheetPage

    private var returned: WorksheetPage.Returned? {
        page.returned.flatMap { $0.tail.isEmpty && $0.advice == nil ? $0 : nil }
    }

    var body: HTML {
        if page.sheet.record.conversation.hasResult, !options.isEmpty {
            details(
                .id("ander"),
                .class("card"),
                .attribute("open", if: returned != nil || page.other != nil || page.instead != nil)
            ) {
                summary { Text(nl: "Een ander initiatief kiezen", en: "Choose another initiative") }
                PostForm(action: Addresses.chooseOther.path(page.programme.id, page.conversation)) {
                    input(.type("hidden"), .name("id"), .value(page.ids()))
                    if let instead = page.instead {
                        input(.type("hidden"), .name("in-plaats-van"), .value(instead.description))
                        p {
                            Text(nl: "In plaats van ", en: "Instead of ")
                            strong { page.programme.initiativeName(instead) }
                        }
                    }
                    SelectField(
                        name: "initiatief",
                        caption: Text(nl: "Welk initiatief?", en: "Which initiative?"),
                        options: options,
                        value: returned?.form.initiative ?? page.other?.description ?? "",
                        prompt: Text(nl: "Kies…", en: "Choose…"),
                        issues: returned?.issues ?? []
                    )
                    TextField(
                        name: "reden",
                        caption: Text(nl: "Waarom dit initiatief?", en: "Why this initiative?"),
                        value: returned?.form.reason ?? "",
                        issues: returned?.issues ?? []
                    )
                    AgreementFields(
                        what: returned?.form.what ?? "",
                        contact: returned?.form.contact ?? "",
                        day: returned?.form.day ?? "",
                        issues: returned?.issues ?? []
                    )
                    AgreedBox(isChecked: returned?.form.agreed != nil)
                    button(.class("button")) { Text(nl: "Kiezen", en: "Choose") }
                }
            }
        }
    }

    private var options: [SelectField.Option] {
        page.programme.initiatives
            .filter { initiative in
                initiative.code != page.instead
                    && (page.sheet.referral(to: initiative.code).map { $0.state == .rejected } ?? true)
            }
            .sorted { Formats.precedes($0.name, $1.name) }
            .map { SelectField.Option(value: $0.code.description, caption: Text(same: $0.name)) }
    }
}
