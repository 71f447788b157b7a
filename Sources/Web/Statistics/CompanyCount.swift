import Markup

/// A published count of companies: in a form of its own, so that it can be told from all other numbers on a page. `rest`
/// stays on one line with it.
struct CompanyCount: Component {
    let count: Int
    var rest = HTML.empty

    var body: HTML {
        element("data", [.value("\(count)"), .class("count")]) {
            HTML.number(count)
            rest
        }
    }
}
