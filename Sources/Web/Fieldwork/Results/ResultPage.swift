import Fieldwork
import Kernel
import Markup
import Programmes

/// How circular the company is, at the end of the talk (*uitslag*): made to turn the tablet around.
struct ResultPage: Page {
    let programme: Programme
    let record: ConversationRecord
    let result: SheetResult
    let comparison: Comparison?
    let ladder: LadderForm
    /// Where a next step is chosen; `nil` for who may not.
    let referrals: String?

    /// An earlier measurement and what changed since.
    struct Comparison {
        let earlier: Conversation
        let changes: SheetComparison
    }

    private var talk: Conversation { record.conversation }

    var title: Text { Text(nl: "Uitslag van ", en: "Result of ") + Text(same: record.company.name) }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["sheet.css", "result.css"] }

    var body: HTML {
        p(.class("breadcrumb no-print")) {
            a(.href(Addresses.conversation.path(programme.id, talk.id))) {
                Text(nl: "Het gesprek", en: "The conversation")
            }
        }
        heading
        if !talk.hasResult { provisional }
        hero
        themes
        LadderSection(programme: programme, conversation: talk.id, result: result, form: ladder)
        apart
        if let comparison { ComparisonSection(programme: programme, comparison: comparison) }
        TickList(record: record)
        counting
    }

    private var heading: HTML {
        div(.class("page-head")) {
            div {
                p(.class("eyebrow")) {
                    talk.measurement.name.map { $0.prefix(1).uppercased() + $0.dropFirst() }
                    " · "
                    HTML.day(talk.day)
                    if let place = record.place(in: programme) { " · \(place)" }
                }
                h1 { record.company.name }
            }
            if let referrals, talk.hasResult {
                div(.class("actions no-print")) {
                    a(.class("button"), .href(referrals)) { Text(nl: "Kies wie kan helpen", en: "Choose who can help") }
                }
            }
        }
    }

    private var provisional: HTML {
        div(.class("notice info")) {
            p {
                Text(
                    nl: "Het gesprek is nog niet afgerond. Dit is de stand tot nu toe.",
                    en: "The conversation is not finished yet. This is how it stands so far."
                )
            }
        }
    }

    private var hero: HTML {
        div(.class("hero")) {
            p(.class("hero-doing")) {
                strong { HTML.number(result.total.doing) }
                span {
                    i(.class("mark-doing"), .ariaHidden)
                    result.total.doing == 1
                        ? Text(nl: "ding doet u al", en: "thing you do already")
                        : Text(nl: "dingen doet u al", en: "things you do already")
                }
            }
            p(.class("hero-ambition")) {
                strong { HTML.number(result.total.wanted) }
                span {
                    i(.class("mark-ambition"), .ariaHidden)
                    Text(nl: "wilt u erbij, binnen drie jaar", en: "more you want within three years")
                }
            }
            p(.class("hero-share")) {
                strong { result.total.share.map { HTML.percent($0) } ?? .escaped("–") }
                span {
                    Text(nl: "van wat bij u kan: ", en: "of what is possible here: ")
                    Text(
                        nl: "\(result.total.doing) van \(result.total.applicable)",
                        en: "\(result.total.doing) of \(result.total.applicable)"
                    )
                }
            }
        }
    }

    private var themes: HTML {
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Per thema", en: "By theme") }
            Legend()
            div(.class("table-scroll")) {
                table(.class("result-table")) {
                    caption(.class("visually-hidden")) { Text(nl: "Per thema", en: "By theme") }
                    CountHead(first: Text(nl: "Thema", en: "Theme"))
                    tbody {
                        for line in result.themes {
                            tr {
                                th(.scope("row")) {
                                    line.theme.name
                                    if line.theme.isApart {
                                        " "
                                        small(.class("muted")) { Text(nl: "(telt apart)", en: "(counted apart)") }
                                    }
                                }
                                td(.class("chart")) {
                                    MarkChart(sheet: record.sheet, answers: record.answers, theme: line.theme.code)
                                }
                                CountCells(count: line.count)
                            }
                        }
                    }
                    tfoot {
                        tr {
                            th(.scope("row")) { Text(nl: "Samen", en: "Together") }
                            td(.class("chart")) {}
                            CountCells(count: result.total)
                        }
                    }
                }
            }
        }
    }

    private var apart: HTML {
        let names = record.sheet.themes.filter(\.isApart).map(\.name)
        guard !names.isEmpty else { return .empty }
        return Markup.section(.class("card apart")) {
            h2 { Text(nl: "Naast de ladder", en: "Beside the ladder") }
            p {
                Text(
                    nl: "Niet over materiaal gaat: \(names.map(\.nl).joined(separator: " en ").lowercased()). "
                        + "Dit telt mee in het hele getal, maar staat niet op de ladder: "
                        + "\(result.apart.doing) van \(result.apart.applicable) doet u al, \(result.apart.wanted) wilt u erbij.",
                    en: "Not about material: \(names.map(\.en).joined(separator: " and ").lowercased()). "
                        + "This is part of the whole number, but does not stand on the ladder: "
                        + "\(result.apart.doing) of \(result.apart.applicable) you do, \(result.apart.wanted) you want."
                )
            }
        }
    }

    /// No black box: each number is told in words.
    private var counting: HTML {
        let total = result.total
        return Markup.section(.class("stack counting")) {
            h2 { Text(nl: "Zo tellen we", en: "How we count") }
            dl(.class("facts")) {
                dt { "\(total.doing)" }
                dd {
                    Text(
                        nl: "activiteiten met ‘doen we’. Elk vinkje telt voor één; niets telt zwaarder.",
                        en: "activities with ‘we do this’. Each tick counts for one; nothing weighs more."
                    )
                }
                dt { "\(total.wanted)" }
                dd {
                    Text(
                        nl: "activiteiten met ‘willen we’ die u nog niet doet"
                            + (total.both > 0 ? "; bij \(total.both) andere wilt u meer van wat u al doet." : "."),
                        en: "activities with ‘we want this’ that you do not do yet"
                            + (total.both > 0 ? "; of \(total.both) others you want more of what you do." : ".")
                    )
                }
                dt { "\(total.applicable)" }
                dd {
                    Text(
                        nl: "activiteiten die bij u kunnen: alles wat op de plaat staat en wat daarbuiten aan bod kwam "
                            + "(\(total.counted)), min ‘n.v.t.’ (\(total.notApplicable)). ‘Weet niet’ "
                            + "(\(total.unknown)) telt hierin mee als nog niet.",
                        en: "activities that are possible here: all on the sheet and what was talked about besides "
                            + "(\(total.counted)), minus ‘n/a’ (\(total.notApplicable)). ‘Don’t know’ "
                            + "(\(total.unknown)) counts as not yet."
                    )
                }
                if let share = total.share {
                    dt { HTML.percent(share) }
                    dd {
                        Text(
                            nl: "is \(total.doing) gedeeld door \(total.applicable).",
                            en: "is \(total.doing) divided by \(total.applicable)."
                        )
                    }
                }
            }
            p(.class("muted")) {
                Text(
                    nl: "Praatplaat versie \(record.sheet.version).",
                    en: "Talking sheet version \(record.sheet.version)."
                )
            }
        }
    }
}
