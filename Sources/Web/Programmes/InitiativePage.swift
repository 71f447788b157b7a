import Kernel
import Markup
import Programmes

/// One initiative: what it offers, to whom, how sure we are, and when it is suggested.
struct InitiativePage: Page {
    let programme: Programme
    let initiative: Initiative
    let today: Day

    var title: Text { Text(same: initiative.name) }
    var section: NavigationSection? { .programme }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.programme.path(programme.id) + "#initiatieven")) {
                Text(nl: "Alle initiatieven", en: "All initiatives")
            }
        }
        h1 { title }
        p(.class("row")) {
            span { initiative.kind }
            CertaintyBadge(certainty: initiative.certainty)
            if initiative.isExpired(on: today) { ExpiredBadge() }
        }
        warnings
        p(.class("lead")) { initiative.offers }
        div(.class("columns")) {
            div(.class("stack")) {
                Markup.section(.class("stack")) {
                    h2 { Text(nl: "Wanneer we dit voorstellen", en: "When we suggest this") }
                    p {
                        Text(
                            nl: "Elke regel die opgaat, telt mee met zijn punten. De adviseur beslist.",
                            en: "Every rule that holds counts with its points. The adviser decides."
                        )
                    }
                    ol(.class("lines")) { for rule in initiative.suggestWhen { suggestion(rule) } }
                }
                if !initiative.notWhen.isEmpty {
                    Markup.section(.class("stack")) {
                        h2 { Text(nl: "Wanneer niet", en: "When not") }
                        ul(.class("lines")) { for rule in initiative.notWhen { exclusion(rule) } }
                    }
                }
            }
            facts
        }
    }

    @HTMLBuilder private var warnings: HTML {
        if initiative.certainty == .low {
            div(.class("notice warning")) {
                p {
                    Text(
                        nl: "Wat hier staat is nog niet bevestigd. Vraag het na voordat u een bedrijf koppelt.",
                        en: "What is here has not been confirmed yet. Ask before you refer a company."
                    )
                }
            }
        }
        if initiative.isExpired(on: today) {
            div(.class("notice warning")) {
                p {
                    Text(nl: "Deze gegevens golden tot en met ", en: "This information was valid until ")
                    HTML.day(initiative.validUntil)
                    Text(
                        nl: ". We stellen dit initiatief niet voor tot iemand het heeft nagekeken.",
                        en: ". We do not suggest this initiative until somebody has checked it."
                    )
                }
            }
        }
    }

    private func suggestion(_ rule: SuggestionRule) -> HTML {
        li(.class("stack")) {
            p {
                strong {
                    rule.weight == 1
                        ? Text(nl: "1 punt", en: "1 point")
                        : Text(nl: "\(rule.weight) punten", en: "\(rule.weight) points")
                }
                Text(nl: " als:", en: " when:")
            }
            ConditionView(programme: programme, condition: rule.when, isOutermost: true)
            reason(rule.because)
        }
    }

    private func exclusion(_ rule: ExclusionRule) -> HTML {
        li(.class("stack")) {
            ConditionView(programme: programme, condition: rule.when, isOutermost: true)
            reason(rule.because)
        }
    }

    private func reason(_ text: Text) -> HTML {
        p(.class("muted")) {
            Text(nl: "Reden: ", en: "Reason: ")
            Text(
                nl: text.nl.replacing("{activities}", with: "[wat is aangevinkt]").replacing(
                    "{needs}",
                    with: "[gevraagde hulp]"
                ),
                en: text.en.replacing("{activities}", with: "[what was ticked]").replacing(
                    "{needs}",
                    with: "[help asked for]"
                )
            )
        }
    }

    private var facts: HTML {
        aside(.class("card"), .ariaLabel(Text(nl: "Gegevens", en: "Facts"))) {
            h2 { Text(nl: "Gegevens", en: "Facts") }
            dl(.class("facts")) {
                fact(Text(nl: "Voor wie", en: "For whom")) { initiative.audience }
                fact(Text(nl: "Gebied", en: "Area")) { initiative.areaNames(in: programme) }
                if !initiative.sectors.isEmpty {
                    fact(Text(nl: "Sectoren", en: "Sectors")) {
                        initiative.sectors.compactMap { programme.sector($0)?.name }.listed
                    }
                }
                if let capacity = initiative.capacity {
                    fact(Text(nl: "Plaats voor", en: "Room for")) {
                        Text(nl: "\(capacity) bedrijven tegelijk", en: "\(capacity) companies at a time")
                    }
                }
                if let contact = initiative.contact { fact(Text(nl: "Contact", en: "Contact")) { contact } }
                if let website = initiative.website {
                    fact(Text(nl: "Website", en: "Website")) {
                        a(.href(website), .rel("noopener external")) { website.replacing("https://", with: "") }
                    }
                }
                fact(Text(nl: "Bijgehouden door", en: "Kept by")) { initiative.owner }
                fact(Text(nl: "Bron", en: "Source")) { initiative.source }
                fact(Text(nl: "Nagekeken op", en: "Checked on")) { HTML.day(initiative.checkedOn) }
                fact(Text(nl: "Geldig tot en met", en: "Valid until")) { HTML.day(initiative.validUntil) }
            }
        }
    }

    private func fact(_ name: Text, @HTMLBuilder _ value: () -> HTML) -> HTML {
        var result = dt { name }
        result.append(dd { value() })
        return result
    }
}
