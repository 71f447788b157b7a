import Fieldwork
import Kernel
import Markup
import Programmes
import Referrals

/// Exactly what would go to the initiative, and the consent for it (*overdragen*).
struct HandoverPage: Page {
    let detail: ReferralDetail
    let ids: @Sendable () -> String
    let today: Day
    /// Whom at the company the coach may call, as far as we know.
    let knownContact: String
    var form: HandoverForm?
    var issues: [any ExplainedIssue] = []

    private var referral: Referral { detail.referral }
    private var name: String { detail.programme.initiativeName(referral.initiative) }

    var title: Text { Text(nl: "Overdragen aan \(name)", en: "Hand over to \(name)") }
    var section: NavigationSection? { .referrals }
    var styles: [String] { ["referrals.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        let shareable = detail.shareable
        nav(.class("breadcrumb")) {
            a(.href(Addresses.referral.path(detail.programme.id, referral.id))) {
                Text(nl: "De koppeling", en: "The referral")
            }
        }
        ErrorSummary(issues: issues)
        h1 { title }
        p(.class("lead")) {
            Text(
                nl: "Hieronder staat woord voor woord wat \(name) te zien krijgt. Niets anders, en niet eerder.",
                en: "Below stands word for word what \(name) will see. Nothing else, and not before."
            )
        }
        PostForm(action: Addresses.handOver.path(detail.programme.id, referral.id)) {
            input(.type("hidden"), .name("id"), .value(ids()))
            input(.type("hidden"), .name("gezien"), .value(shareable.fingerprint))
            fieldset(.class("group")) {
                legend { Text(nl: "Wat gaat er mee?", en: "What goes along?") }
                for item in shareable.items { choice(item) }
            }
            TextField(
                name: "bedrijfscontact",
                caption: Text(
                    nl: "Wie bij het bedrijf mogen ze bellen of mailen?",
                    en: "Whom at the company may they call or mail?"
                ),
                value: form?.companyContact ?? knownContact,
                hint: Text(
                    nl: "Naam, en telefoon of mail. Dit gaat ook mee.",
                    en: "Name, and phone or mail. This goes along too."
                ),
                issues: issues
            )
            fieldset(.class("group stack")) {
                legend { Text(nl: "Toestemming van het bedrijf", en: "Consent of the company") }
                blockquote {
                    p {
                        Text(
                            nl:
                                "“Mogen wij deze gegevens doorgeven aan \(name), zodat zij u kunnen helpen? U kunt dit altijd weer intrekken.”",
                            en:
                                "“May we pass on this data to \(name), so that they can help you? You can always withdraw this.”"
                        )
                    }
                }
                TextField(
                    name: "door",
                    caption: Text(nl: "Wie zei ja?", en: "Who said yes?"),
                    value: form?.givenBy ?? "",
                    issues: issues
                )
                ChoiceField(
                    name: "hoe",
                    caption: Text(nl: "Hoe?", en: "How?"),
                    options: HandoverConsent.Manner.allCases.map { .init(value: $0.rawValue, caption: $0.name) },
                    values: Set([form?.manner].compactMap(\.self)),
                    issues: issues
                )
                TextField(
                    name: "gegeven-op",
                    caption: Text(nl: "Wanneer?", en: "When?"),
                    type: "date",
                    value: form?.givenOn ?? today.description,
                    issues: issues
                )
            }
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Nu overdragen", en: "Hand over now") }
                a(.class("button secondary"), .href(Addresses.referral.path(detail.programme.id, referral.id))) {
                    Text(nl: "Niet overdragen", en: "Do not hand over")
                }
            }
        }
    }

    private func choice(_ item: SharedItem) -> HTML {
        let isChosen = item.kind.isNeeded || (form?.items ?? Self.usual).contains(item.kind.rawValue)
        return div(.class("share-choice")) {
            div(.class("choice")) {
                if item.kind.isNeeded {
                    p {
                        strong { item.kind.caption }
                        span(.class("muted")) { Text(nl: " (gaat altijd mee)", en: " (always goes along)") }
                    }
                } else {
                    input(
                        .id("gegeven-\(item.kind.rawValue)"),
                        .name("gegevens"),
                        .type("checkbox"),
                        .value(item.kind.rawValue),
                        .checked(isChosen)
                    )
                    label(.for("gegeven-\(item.kind.rawValue)")) { item.kind.caption }
                }
            }
            ul { for line in item.shown { li { line } } }
        }
    }

    /// What a coach usually needs; the rest only when somebody chooses it.
    private static let usual = [SharedItem.Kind.municipality, .needs, .ambitions].map(\.rawValue)
}
