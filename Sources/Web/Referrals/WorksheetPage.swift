import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// Who can help this company, after the conversation (*koppelblad*): suggestions with their reasons, what was decided,
/// and the next steps.
struct WorksheetPage: Page {
    let sheet: ReferralWorksheet
    /// New identifiers for the forms, so that sending one twice does something once.
    let ids: @Sendable () -> String
    var returned: Returned?
    /// Which initiative to choose beside the suggestions, and instead of which, as a link said.
    var other: InitiativeCode?
    var instead: InitiativeCode?

    /// A form that could not be accepted, as it was typed.
    struct Returned {
        /// The tail of its fields; empty for the form of another initiative.
        var tail: String
        var form = ReferralForm()
        var advice: String?
        var issues: [any ExplainedIssue]
    }

    var programme: Programme { sheet.programme }
    var conversation: Conversation.ID { sheet.record.conversation.id }

    var title: Text {
        Text(nl: "Wie helpt ", en: "Who helps ") + Text(same: sheet.record.company.name) + Text(nl: " verder?", en: "?")
    }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["referrals.css"] }
    var issueCount: Int { returned?.issues.count ?? 0 }

    var body: HTML {
        nav(.class("breadcrumb")) {
            a(.href(Addresses.result.path(programme.id, conversation))) {
                Text(nl: "Uitslag van het gesprek", en: "Result of the conversation")
            }
        }
        if let returned {
            ErrorSummary(issues: returned.issues.map { TailedIssue(issue: $0, tail: returned.tail) })
        }
        div(.class("page-head")) {
            h1 { title }
            div(.class("actions")) {
                a(.class("button secondary"), .href(Addresses.ownSheet.path(programme.id, conversation))) {
                    Text(nl: "Eigen praatplaat maken", en: "Make their own sheet")
                }
            }
        }
        div(.class("columns")) {
            div(.class("stack")) {
                if !sheet.record.conversation.hasResult { unfinished }
                chosen
                suggestions
                OtherInitiativeForm(page: self)
                leftOut
            }
            aside(.class("stack")) {
                needs
                adviceForm
            }
        }
    }

    private var unfinished: HTML {
        div(.class("notice warning")) {
            p {
                Text(
                    nl: "Het gesprek is nog niet afgerond. U ziet alvast wat past; kiezen kan daarna.",
                    en: "The conversation is not finished. You see what fits; choosing comes after that."
                )
            }
        }
    }

    private var needs: HTML {
        Markup.section(.class("card")) {
            h2 { Text(nl: "Hier vraagt het bedrijf om", en: "What the company asks for") }
            if sheet.record.needs.isEmpty {
                p { Text(nl: "Er is niets aangekruist.", en: "Nothing was ticked.") }
            } else {
                ul {
                    for need in sheet.record.needs {
                        li {
                            programme.need(need.kind)?.name ?? Text(same: need.kind.description)
                            if let note = need.note { span(.class("muted")) { ": \(note)" } }
                        }
                    }
                }
            }
        }
    }

    private var chosen: HTML {
        let decided = sheet.referrals.filter { $0.state != .rejected }
        let rejected = sheet.referrals.filter { $0.state == .rejected }
        return Markup.section(.class("stack"), .attribute("aria-labelledby", "gekozen")) {
            h2(.id("gekozen")) { Text(nl: "Gekozen", en: "Chosen") }
            if decided.isEmpty {
                p { Text(nl: "Er is nog niemand gekozen.", en: "Nobody was chosen yet.") }
            } else {
                ul(.class("plain stack")) {
                    for referral in decided { li { ChosenCard(referral: referral, programme: programme) } }
                }
            }
            if !rejected.isEmpty {
                details {
                    summary {
                        rejected.count == 1
                            ? Text(nl: "1 niet gekozen", en: "1 not chosen")
                            : Text(nl: "\(rejected.count) niet gekozen", en: "\(rejected.count) not chosen")
                    }
                    ul(.class("lines")) {
                        for referral in rejected {
                            li {
                                strong { programme.initiativeName(referral.initiative) }
                                if let note = referral.events.last?.note { ": \(note) " }
                                a(
                                    .href(chooseLink(referral.initiative))
                                ) {
                                    Text(nl: "Toch kiezen", en: "Choose after all")
                                    span(.class("visually-hidden")) {
                                        ": " + programme.initiativeName(referral.initiative)
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private var suggestions: HTML {
        Markup.section(.class("stack"), .attribute("aria-labelledby", "voorstellen")) {
            h2(.id("voorstellen")) { Text(nl: "Voorstellen, de beste eerst", en: "Suggestions, best first") }
            if sheet.openSuggestions.isEmpty {
                p {
                    sheet.suggestions.suggested.isEmpty
                        ? Text(
                            nl: "Geen enkel initiatief past bij wat er is aangekruist. Hieronder staat waarom.",
                            en: "No initiative fits what was ticked. Below it says why."
                        )
                        : Text(nl: "Over elk voorstel is besloten.", en: "Every suggestion was decided on.")
                }
            }
            for suggestion in sheet.openSuggestions {
                if let initiative = programme.initiative(suggestion.initiative) {
                    SuggestionCard(page: self, suggestion: suggestion, initiative: initiative)
                }
            }
            p(.class("muted small")) {
                Text(
                    nl: "De punten komen uit de regels van het programma. U beslist; er wordt niets vanzelf verstuurd.",
                    en: "The points come from the rules of the programme. You decide; nothing is sent by itself."
                )
            }
        }
    }

    private var leftOut: HTML {
        let others = sheet.suggestions.leftOut.filter { sheet.referral(to: $0.initiative) == nil }
        return details(.class("left-out")) {
            summary {
                Text(
                    nl: "Waarom de andere \(others.count) niet zijn voorgesteld",
                    en: "Why the other \(others.count) were not suggested"
                )
            }
            ul(.class("lines")) {
                for one in others {
                    li {
                        strong { programme.initiativeName(one.initiative) }
                        ": "
                        one.why.explanation(in: programme)
                        " "
                        a(.href(chooseLink(one.initiative))) {
                            Text(nl: "Toch kiezen", en: "Choose anyway")
                            span(.class("visually-hidden")) { ": " + programme.initiativeName(one.initiative) }
                        }
                    }
                }
            }
        }
    }

    private var adviceForm: HTML {
        Markup.section(.class("card"), .id("advies")) {
            h2 { Text(nl: "Volgende stappen", en: "Next steps") }
            PostForm(action: Addresses.advice.path(programme.id, conversation)) {
                input(.type("hidden"), .name("id"), .value(ids()))
                TextArea(
                    name: "stappen",
                    caption: Text(nl: "Wat kan het bedrijf zelf doen?", en: "What can the company do itself?"),
                    value: returned?.advice ?? sheet.advice?.steps.joined(separator: "\n") ?? "",
                    rows: 6,
                    hint: Text(
                        nl: "Eén stap per regel, de eerste bovenaan. Dit komt op de eigen praatplaat.",
                        en: "One step a line, the first on top. This goes on their own sheet."
                    ),
                    isOptional: true,
                    issues: returned?.advice == nil ? [] : returned?.issues ?? []
                )
                button(.class("button secondary")) { Text(nl: "Stappen bewaren", en: "Save steps") }
            }
            if let advice = sheet.advice {
                p(.class("muted small")) {
                    Text(nl: "Laatst bewaard door ", en: "Last saved by ")
                    "\(advice.name), "
                    HTML.moment(advice.recordedAt)
                }
            }
        }
    }

    func chooseLink(_ initiative: InitiativeCode) -> String {
        Addresses.worksheet.path(programme.id, conversation) + "?kies=\(initiative)#ander"
    }
}

extension Programme {
    /// The code itself where the programme no longer knows it.
    func initiativeName(_ code: InitiativeCode) -> String { initiative(code)?.name ?? code.description }
}
