import Kernel
import Markup

/// A choice above a list, of which nothing needs to be made.
struct FilterField: Component {
    let name: String
    let caption: Text
    let options: [SelectField.Option]
    let value: String
    /// What it says when nothing was chosen.
    let none: Text

    init(
        _ name: String,
        _ caption: Text,
        _ options: [SelectField.Option],
        _ value: (some LosslessStringConvertible)?,
        none: Text = Text(nl: "Alle", en: "All")
    ) {
        self.name = name
        self.caption = caption
        self.options = options
        self.value = value?.description ?? ""
        self.none = none
    }

    var body: HTML {
        div(.class("field")) {
            label(.for(name)) { caption }
            select(.id(name), .name(name)) {
                option(.value("")) { none }
                for item in options {
                    option(.value(item.value), .selected(item.value == value)) { item.caption }
                }
            }
        }
    }
}
