import Foundation
import Kernel
import Markup

/// The page that works without a network. It is the same for everybody and has nothing of anybody in it, so that a
/// browser may keep it: what it shows comes from what the device keeps under lock.
struct TakeAlongShell {
    let language: Language

    var document: HTML {
        get throws {
            // In a fixed order: the page is kept by what is in it.
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            let words = try encoder.encode(TakeAlongWords.all.mapValues { $0[language] })
            return page(words: String(decoding: words, as: UTF8.self))
        }
    }

    private func page(words: String) -> HTML {
        html(.lang(language)) {
            head {
                meta(.attribute("charset", "utf-8"))
                meta(.name("viewport"), .attribute("content", "width=device-width, initial-scale=1"))
                meta(.name("theme-color"), .attribute("content", "#22303f"))
                Markup.title { Text(nl: "Onderweg – Karavaan", en: "On the road – Karavaan") }
                link(.rel("icon"), .type("image/svg+xml"), .href(Assets.path("icon.svg")))
                link(.rel("manifest"), .href(Addresses.webManifest.path()))
                for name in ["site.css", "forms.css", "components.css", "sheet.css", "take-along.css"] {
                    link(.rel("stylesheet"), .href(Assets.path(name)))
                }
                script(.src(Assets.path("take-along.js")), .type("module"))
            }
            body(.class("page-full on-the-road")) {
                p(.class("skip")) { a(.href("#scherm")) { Text(nl: "Naar de inhoud", en: "Skip to content") } }
                bar
                main(.id("inhoud"), .attribute("data-words", words)) {
                    element("noscript", []) {
                        p(.class("notice warning")) {
                            Text(
                                nl:
                                    "Deze pagina werkt alleen met JavaScript. Met internet werkt de rest van Karavaan zonder.",
                                en: "This page needs JavaScript. With internet the rest of Karavaan works without."
                            )
                        }
                    }
                    div(.id("meldingen"), .attribute("aria-live", "polite")) {}
                    div(.id("scherm"), .attribute("tabindex", "-1")) {
                        div(.class("card road-card")) {
                            h1 { Text(nl: "Onderweg", en: "On the road") }
                            p {
                                Text(
                                    nl: "Gesprekken houden waar geen internet is.",
                                    en: "Hold conversations where there is no internet."
                                )
                            }
                        }
                    }
                }
                TakeAlongTemplates()
                TalkTemplates()
            }
        }
    }

    private var bar: HTML {
        header(.class("site-header")) {
            div(.class("site-header-inner")) {
                a(.class("brand"), .href("#")) {
                    img(.src(Assets.path("icon.svg")), .alt(Text(same: "")))
                    "Karavaan"
                }
                span(.class("place")) { Text(nl: "onderweg", en: "on the road") }
                div(.class("site-header-tools")) {
                    p(.class("saved"), .id("bewaard"), .role("status"), .attribute("data-state", "unknown"), .hidden) {}
                    for other in Language.allCases where other != language {
                        a(.class("link"), .lang(other), .href(Addresses.onTheRoadPage.path(other.rawValue))) {
                            other.ownName
                        }
                    }
                    a(.href("/werk")) { Text(nl: "Naar Karavaan", en: "To Karavaan") }
                }
            }
        }
    }
}

/// A piece of the page that a script copies (`Assets/templates.js`).
func template(_ name: String, @HTMLBuilder content: () -> HTML) -> HTML {
    element("template", [.id("t-\(name)")], content)
}

extension Attribute {
    /// Where a script fills in a text.
    static func slot(_ name: String) -> Attribute { .attribute("data-text", name) }
    /// Where a script says what is wrong.
    static let problem = Attribute.attribute("data-problem")
    static let hidden = Attribute.attribute("hidden")
}
