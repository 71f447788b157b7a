import Kernel
import Markup
import Programmes
import Statistics

/// All figures of one area (*gebiedscijfers*): the same on the public page, on the page of a municipality and on paper.
struct AreaFiguresView: Component {
    let figures: AreaFigures
    /// What the municipality itself wants, by theme, for who may see that.
    var wishes: [Theme.ID: String]?
    /// On paper nothing folds, and a drawing is a picture.
    var onPaper = false
    var language: Language = .dutch

    private var programme: Programme { figures.programme }
    private var words: FigureWords { FigureWords(programme: programme, tree: figures.edition.tree) }
    private var tables: FigureTablesView { FigureTablesView(figures: figures, words: words) }
    private var series: [ShareChart.Series] {
        figures.compared.enumerated().map { ShareChart.Series(name: words.area($1), color: ShareChart.colors[$0 % 3]) }
    }

    var body: HTML {
        circularity
        themes
        ladder
        needs
        referred
        activities
        companies
    }

    private var circularity: HTML {
        part("circulair", Text(nl: "Hoe circulair zijn ze?", en: "How circular are they?")) {
            p {
                Text(
                    nl: "Welk deel van wat bij een bedrijf past, doet het al? Per groep: hoeveel bedrijven.",
                    en: "What part of what fits a company does it do already? For each group: how many companies."
                )
            }
            let code = Question.circularity.code
            chart(
                Text(nl: "bedrijven naar hoe circulair ze zijn", en: "companies by how circular they are"),
                Question.classes.map { band in
                    .init(
                        name: FigureWords.band(band),
                        shares: figures.compared.map { figures.now(code, in: $0)?.share(band) }
                    )
                }
            )
            tables.answers(code, caption: FigureWords.circularity)
        }
    }

    private var themes: HTML {
        let all = programme.sheet.themes
        return part("themas", Text(nl: "Wat doen ze, en wat willen ze?", en: "What do they do, and what do they want?"))
        {
            p {
                Text(
                    nl: "Per thema: de bedrijven die er minstens één ding van doen, of binnen drie jaar willen.",
                    en: "For each theme: the companies that do at least one thing of it, or want to within three years."
                )
            }
            chart(
                Text(nl: "wat bedrijven doen, per thema", en: "what companies do, by theme"),
                lines(all.map { (.themeDoing($0.code), $0.name) })
            )
            tables.questions(
                all.map { (.themeDoing($0.code), $0.name) },
                caption: Text(nl: "Doen, per thema", en: "Do, by theme")
            )
            chart(
                Text(nl: "wat bedrijven willen, per thema", en: "what companies want, by theme"),
                lines(all.map { (.themeAmbition($0.code), $0.name) })
            )
            tables.questions(
                all.map { (.themeAmbition($0.code), $0.name) },
                caption: Text(nl: "Willen, per thema", en: "Want, by theme"),
                wishes: wishes.map { wishes in all.map { wishes[$0.code] ?? "–" } }
            )
        }
    }

    private var ladder: HTML {
        let steps = programme.ladder.filter { rung in programme.sheet.activities.contains { $0.step == rung.step } }
        let name = { (rung: LadderRung) in Text(same: "\(rung.step.rawValue) ") + rung.word }
        return part("ladder", Text(nl: "Waar staan ze op de ladder?", en: "Where are they on the ladder?")) {
            chart(
                Text(nl: "wat bedrijven doen, per trede", en: "what companies do, by step"),
                lines(steps.map { (.stepDoing($0.step), name($0)) })
            )
            tables.questions(
                steps.map { (.stepDoing($0.step), name($0)) },
                caption: Text(nl: "Doen, per trede van de ladder", en: "Do, by step of the ladder")
            )
            tables.questions(
                steps.map { (.stepAmbition($0.step), name($0)) },
                caption: Text(nl: "Willen, per trede van de ladder", en: "Want, by step of the ladder")
            )
        }
    }

    private var needs: HTML {
        part("hulp", Text(nl: "Welke hulp vragen ze?", en: "What help do they ask for?")) {
            chart(
                Text(nl: "gevraagde hulp", en: "help asked for"),
                lines(programme.needs.map { (.need($0.code), $0.name) })
            )
            tables.questions(
                programme.needs.map { (.need($0.code), $0.name) },
                caption: Text(nl: "Gevraagde hulp", en: "Help asked for")
            )
        }
    }

    private var referred: HTML {
        part("koppelingen", Text(nl: "Zijn ze aan iemand gekoppeld?", en: "Were they referred to anybody?")) {
            p {
                Text(
                    nl:
                        "Van de bedrijven die in de vorige publicatie al meetelden: hoeveel zijn er gekoppeld aan een initiatief?",
                    en:
                        "Of the companies that counted in the publication before: how many were referred to an initiative?"
                )
            }
            tables.questions(
                [(.referred, words.question(Question.referred.code))],
                caption: Text(nl: "Koppelingen", en: "Referrals")
            )
        }
    }

    private var activities: HTML {
        part("activiteiten", Text(nl: "Alles wat op de praatplaat staat", en: "Everything on the talking sheet")) {
            for theme in programme.sheet.themes {
                let own = programme.sheet.activities(in: theme.code)
                folded(theme.name) {
                    tables.questions(
                        own.map { (.doing($0.code), $0.text) },
                        caption: Text(nl: "\(theme.name.nl): doen", en: "\(theme.name.en): do")
                    )
                    tables.questions(
                        own.map { (.ambition($0.code), $0.text) },
                        caption: Text(nl: "\(theme.name.nl): willen", en: "\(theme.name.en): want")
                    )
                }
            }
        }
    }

    private var companies: HTML {
        part("bedrijven", Text(nl: "Welke bedrijven zijn het?", en: "Which companies are they?")) {
            for (code, values) in [
                (FigureTables.sector, FigureTables.sectors(of: programme)), (FigureTables.size, FigureTables.sizes),
            ] {
                tables.answers(code, caption: words.question(code), values: values)
            }
        }
    }

    private func lines(_ questions: [(Question, Text)]) -> [ShareChart.Line] {
        questions.map { question, name in
            .init(name: name, shares: figures.compared.map { figures.now(question.code, in: $0)?.share(Question.yes) })
        }
    }

    @HTMLBuilder private func chart(_ title: Text, _ lines: [ShareChart.Line]) -> HTML {
        let chart = ShareChart(title: title, series: series, lines: lines)
        if onPaper {
            img(
                .class("chart"),
                .src(PrintData.address("image/svg+xml", Array(chart.document(in: language).utf8))),
                .alt(chart.description)
            )
        } else {
            chart.html
        }
    }

    @HTMLBuilder private func folded(_ name: Text, @HTMLBuilder content: () -> HTML) -> HTML {
        if onPaper {
            h3 { name }
            content()
        } else {
            details(.class("card")) {
                summary { name }
                content()
            }
        }
    }

    private func part(_ id: String, _ title: Text, @HTMLBuilder content: () -> HTML) -> HTML {
        Markup.section(.class("figures-part"), .attribute("aria-labelledby", id)) {
            h2(.id(id)) { title }
            content()
        }
    }
}
