import Kernel
import Markup
import Programmes
import Statistics

/// One publication for those who decide about it: what it would show and hide, and why (*voorvertoning*).
struct PublicationPage: Page {
    let programme: Programme
    let publication: Publication
    let preview: PublicationPreview?
    let tree: AreaTree?
    let mayPrepare: Bool
    /// May publish it: somebody else than who made it.
    let mayPublish: Bool

    var title: Text {
        let day = publication.measuredOn
        return Text(
            nl: "Publicatie: stand van \(Formats.long(day, .dutch))",
            en: "Publication: as of \(Formats.long(day, .english))"
        )
    }
    var section: NavigationSection? { .overview }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.publications.path(programme.id))) { Text(nl: "Publicaties", en: "Publications") }
        }
        h1 { title }
        p {
            span(.class(publication.state.badge)) { publication.state.name }
            " "
            publication.kind.name
            ", "
            publication.detail.name
        }
        signatures
        if !publication.explanation.isEmpty { Paragraphs(text: publication.explanation) }
        state
        if let preview, let tree {
            PreviewSection(programme: programme, tree: tree, preview: preview)
        }
        decisions
    }

    private var signatures: HTML {
        p(.class("muted")) {
            Text(nl: "Gemaakt door \(publication.prepared.name) op ", en: "Made by \(publication.prepared.name) on ")
            HTML.moment(publication.prepared.at)
            "."
            if let published = publication.published {
                Text(nl: " Gepubliceerd door \(published.name) op ", en: " Published by \(published.name) on ")
                HTML.moment(published.at)
                "."
            }
        }
    }

    @HTMLBuilder private var state: HTML {
        switch publication.state {
        case .computing:
            div(.class("notice info"), .role("status")) {
                p {
                    Text(
                        nl:
                            "We zoeken uit wat verborgen moet blijven. Dat duurt een halve minuut tot enkele minuten. Herlaad de pagina om te zien of het klaar is. Stopte de server intussen, begin dan opnieuw.",
                        en:
                            "We are finding out what has to stay hidden. That takes half a minute to some minutes. Reload the page to see whether it is done. If the server was stopped meanwhile, begin again."
                    )
                }
            }
        case .failed:
            div(.class("notice warning"), .role("status")) {
                p {
                    Text(
                        nl:
                            "Het lukte niet. Spreken gegevens elkaar tegen, maak dan een correctie. Dit zegt het programma:",
                        en:
                            "It did not work. If data contradict each other, make a correction. This is what the program says:"
                    )
                }
                p(.class("small")) { publication.failure ?? "" }
            }
        case .published:
            p {
                a(.href(Addresses.edition.path(programme.id, publication.number))) {
                    Text(nl: "Bekijk wat iedereen ziet", en: "See what everybody sees")
                }
            }
        case .draft, .discarded: HTML.empty
        }
    }

    @HTMLBuilder private var decisions: HTML {
        if publication.state == .draft {
            if mayPublish {
                PostForm(action: Addresses.publish.path(programme.id, publication.id)) {
                    p {
                        Text(
                            nl: "Na publiceren is dit voor iedereen te zien en verandert het nooit meer.",
                            en: "After publishing everybody can see this, and it never changes."
                        )
                    }
                    button(.class("button")) { Text(nl: "Publiceren", en: "Publish") }
                }
            } else {
                div(.class("notice info")) { p { PublicationProblem.needsSecondPerson.explanation } }
            }
        }
        if mayPrepare, publication.state.isInTheMaking {
            if publication.state != .draft {
                PostForm(action: Addresses.restartPublication.path(programme.id, publication.id)) {
                    button(.class("button secondary")) { Text(nl: "Opnieuw berekenen", en: "Compute again") }
                }
            }
            PostForm(action: Addresses.discardPublication.path(programme.id, publication.id)) {
                button(.class("button secondary")) { Text(nl: "Terugnemen", en: "Take back") }
            }
        }
    }
}
