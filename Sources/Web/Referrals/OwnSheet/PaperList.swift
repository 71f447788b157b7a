import Kernel
import Markup

/// One list on paper: a title, the entries there is room for, and how many there are besides.
struct PaperList {
    struct Entry {
        var heading: String?
        var note: String?
        let text: String

        func lines(in budget: PrintBudget) -> Int {
            let title = heading.map { [$0, note].compactMap(\.self).joined(separator: " ") }
            return budget.lines(of: text) + (title.map { budget.lines(of: $0) } ?? 0)
        }
    }

    let style: String
    let title: Text
    let nothing: Text
    let entries: [Entry]
    func html(showing shown: Int, language: Language) -> HTML {
        section(.class("list \(style)")) {
            h2 { title }
            if entries.isEmpty {
                p(.class("nothing")) { nothing }
            } else {
                items(entries.prefix(shown))
            }
            if shown < entries.count {
                p(.class("more")) {
                    Text(nl: "en nog \(entries.count - shown)", en: "and \(entries.count - shown) more")
                }
            }
        }
    }

    private func items(_ part: ArraySlice<Entry>) -> HTML {
        ul {
            for entry in part {
                li {
                    if let heading = entry.heading {
                        strong { heading }
                        if let note = entry.note {
                            " "
                            span(.class("note")) { note }
                        }
                        br()
                    }
                    entry.text
                }
            }
        }
    }
}
