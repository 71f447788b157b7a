import Kernel
import Markup
import Programmes
import Statistics

/// One publication, with everything of it to take along.
struct EditionPage: Page {
    let programme: Programme
    let edition: PublishedFigures.Edition
    /// Of the bundle, so that anybody can see that it never changed.
    let digest: String

    private var publication: Publication { edition.publication }

    var title: Text {
        let day = publication.measuredOn
        return Text(
            nl: "Cijfers: stand van \(Formats.long(day, .dutch))",
            en: "Figures as of \(Formats.long(day, .english))"
        )
    }
    var width: PageWidth { .text }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.figures.path(programme.id))) { programme.name }
        }
        h1 { title }
        p {
            publication.kind.name
            if let published = publication.published {
                Text(nl: ", gepubliceerd op ", en: ", published on ")
                HTML.day(Day(published.at))
            }
            "."
        }
        if !publication.explanation.isEmpty { Paragraphs(text: publication.explanation) }
        h2 { Text(nl: "Downloaden", en: "Download") }
        ul {
            file(OpenData.csvName, Text(nl: "Alle cijfers als tabel (CSV)", en: "All figures as a table (CSV)"))
            file(
                OpenData.metadataName,
                Text(nl: "Wat de kolommen betekenen (CSVW)", en: "What the columns mean (CSVW)")
            )
            file(OpenData.bundleName, Text(nl: "Bundel met bewijs (JSON)", en: "Bundle with proof (JSON)"))
        }
        p {
            Text(
                nl:
                    "Met het programma Karavaan kan iedereen de bundels aanvallen en het bewijs narekenen. Een gepubliceerde bundel verandert nooit. Vingerafdruk (SHA-256):",
                en:
                    "With the program Karavaan anybody can attack the bundles and check the proof. A published bundle never changes. Fingerprint (SHA-256):"
            )
        }
        p(.class("small digest")) { code { digest } }
        AboutFigures(smallest: programme.smallestShownGroup)
    }

    private func file(_ name: String, _ caption: Text) -> HTML {
        li { a(.href(Addresses.editionFile.path(programme.id, publication.number, name))) { caption } }
    }
}
