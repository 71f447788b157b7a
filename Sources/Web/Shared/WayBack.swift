import Kernel
import Markup

/// The way back to the page above this one.
struct WayBack: Component {
    let path: String
    let name: HTML

    init(to path: String, @HTMLBuilder _ name: () -> HTML) {
        self.path = path
        self.name = name()
    }

    var body: HTML {
        nav(.class("breadcrumb"), .ariaLabel(Text(nl: "Terug", en: "Back"))) { a(.href(path)) { name } }
    }
}
