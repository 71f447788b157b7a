import ActionLines
import Kernel
import Markup
import Programmes
import Registers

/// What everybody may see of an action plan: by municipality, in plain words, and only what was released.
struct PublicPlanPage: Page {
    let plan: PublicPlan
    /// The municipality that somebody asks about.
    let area: Area?
    /// Of what registers show to everybody.
    let photos: [PublicPhoto]

    var title: Text { plan.programme.name }
    var styles: [String] { ["action-plan.css", "figures.css", "registers.css"] }

    var body: HTML {
        h1 {
            if let area {
                Text(nl: "Wat er gebeurt in \(area.name)", en: "What happens in \(area.name)")
            } else {
                title
            }
        }
        p(.class("lead")) { plan.programme.summary }
        municipalities
        if area == nil, !plan.lines.isEmpty {
            p {
                Text(
                    nl: "Aan hoeveel actielijnen elke gemeente meewerkt:",
                    en: "On how many action lines each municipality works:"
                )
            }
            map
        }
        pictures
        registers
        if plan.lines.isEmpty {
            div(.class("empty")) { p { Text(nl: "Er is nog niets verteld.", en: "Nothing was told yet.") } }
        }
        if let area {
            let own = plan.lines.filter { plan.takesPart(area.code, in: $0.line) }
            let others = plan.lines.filter { !plan.takesPart(area.code, in: $0.line) }
            section(
                Text(nl: "Waar \(area.name) aan meewerkt", en: "What \(area.name) works on"),
                own,
                Text(nl: "Hierover is nog niets verteld.", en: "Nothing was told about this yet.")
            )
            if !others.isEmpty {
                section(Text(nl: "Ook in de streek", en: "Also in the region"), others, Text(same: ""))
            }
        } else {
            for theme in plan.plan.themes {
                let lines = plan.lines.filter { $0.line.theme == theme.code }
                if !lines.isEmpty { section(theme.name, lines, Text(same: "")) }
            }
        }
    }

    @HTMLBuilder private var pictures: HTML {
        if !photos.isEmpty {
            Markup.section {
                h2 { Text(nl: "In beeld", en: "In pictures") }
                ul(.class("register-photos")) {
                    for photo in photos {
                        li {
                            RegisterFigure(programme: plan.programme, photo: photo)
                        }
                    }
                }
            }
        }
    }

    /// What else there is to see, or to report.
    @HTMLBuilder private var registers: HTML {
        let open = (plan.programme.registry?.registers ?? []).filter(\.isOpen)
        if !open.isEmpty {
            details {
                summary { Text(nl: "Lijsten van de streek", en: "Lists of the region") }
                ul {
                    for register in open {
                        li {
                            a(.href(Addresses.publicRegister.path(plan.programme.id, register.code))) { register.name }
                        }
                    }
                }
            }
        }
    }

    private var municipalities: HTML {
        nav(.ariaLabel(Text(nl: "Gemeenten", en: "Municipalities"))) {
            ul(.class("choices")) {
                for other in plan.programme.municipalities {
                    li {
                        a(
                            .href(Addresses.publicPlan.path(plan.programme.id) + "?gemeente=\(other.code)"),
                            .ariaCurrent(other.code == area?.code)
                        ) { count(other.code) > 0 ? "\(other.name) (\(count(other.code)))" : other.name }
                    }
                }
            }
        }
    }

    /// How many of the lines that were told about a municipality takes part in.
    private func count(_ area: AreaCode) -> Int { plan.lines.count { plan.takesPart(area, in: $0.line) } }

    /// The same as the numbers in the list, where they are.
    private var map: HTML {
        let areas = plan.programme.municipalities
        let most = max(1, areas.map { count($0.code) }.max() ?? 1)
        return Tiles(
            tiles: areas.compactMap { area in
                area.tile.map { place in
                    let count = count(area.code)
                    let shade = count == 0 ? nil : min(3, (count * 4 - 1) / most)
                    return MapTile(name: area.name, place: place, shade: shade, value: "\(count)")
                }
            },
            caption: Text(
                nl: "Kaart: aan hoeveel actielijnen elke gemeente meewerkt. Dezelfde getallen staan in de lijst.",
                en: "Map: on how many action lines each municipality works. The same numbers are in the list."
            )
        ).body
    }

    private func section(_ name: Text, _ lines: [PublicLine], _ nothing: Text) -> HTML {
        Markup.section {
            h2 { name }
            if lines.isEmpty { p(.class("muted")) { nothing } }
            ul(.class("standing wide")) { for line in lines { li { card(line) } } }
        }
    }

    private func card(_ line: PublicLine) -> HTML {
        article(.class("card")) {
            h3 { line.line.name }
            Paragraphs(text: line.words)
            PromisedResults(results: line.line.results, reached: line.reached)
            for work in line.shared { SharedWorkLine(work: work) }
            p(.class("muted small")) {
                Text(nl: "Zo was het op ", en: "So it was on ")
                HTML.day(line.releasedOn)
            }
        }
    }
}
