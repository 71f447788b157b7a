import Kernel
import Markup
import Programmes
import Statistics

/// The figures of one area on paper: a whole document that needs nothing besides itself.
struct FiguresPrint {
    let figures: AreaFigures
    let language: Language

    var document: String { html.rendered(for: Reader(language: language)) }

    private var title: Text {
        let name = FigureWords(programme: figures.programme, tree: figures.edition.tree).area(figures.area)
        return Text(nl: "Hoe circulair zijn bedrijven in \(name.nl)?", en: "How circular are companies in \(name.en)?")
    }

    private var html: HTML {
        Markup.html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                Markup.title { title }
                meta(.name("author"), .attribute("content", figures.programme.name))
                meta(.name("description"), .attribute("content", title))
                link(.rel("stylesheet"), .href(PrintData.address("text/css", PackageResources.figures_print_css)))
            }
            body {
                header {
                    p(.class("eyebrow")) { figures.programme.name }
                    h1 { title }
                    AreaFiguresLead(figures: figures)
                }
                AreaFiguresView(figures: figures, onPaper: true, language: language)
                footer {
                    p {
                        Text(
                            nl:
                                "Cijfers over minder dan \(figures.programme.smallestShownGroup) bedrijven, of waaruit zou volgen wat één bedrijf doet of wil, zijn niet getoond.",
                            en:
                                "Figures about fewer than \(figures.programme.smallestShownGroup) companies, or from which it would follow what one company does or wants, are not shown."
                        )
                    }
                }
            }
        }
    }
}
