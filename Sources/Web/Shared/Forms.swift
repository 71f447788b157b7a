import Foundation
import Kernel
import Markup

/// One thing that is wrong with what was filled in: at which field, and what to do.
protocol ExplainedIssue: Sendable {
    /// The `name` of the field.
    var field: String { get }
    var explanation: Text { get }
}

extension World {
    /// Of a form that was not sent before: what it makes has that identifier, so that sending it twice makes one thing.
    var formID: String { uuid().uuidString.lowercased() }
}

/// A form that changes something: posts, with the anti-forgery token in it. The only way to make one.
struct PostForm: Component {
    let action: String
    let attributes: [Attribute]
    let content: HTML

    init(action: String, _ attributes: Attribute..., @HTMLBuilder content: () -> HTML) {
        self.action = action
        self.attributes = attributes
        self.content = content()
    }

    var body: HTML {
        element("form", [.action(action), .methodPost, .novalidate] + attributes) {
            input(.type("hidden"), .name(Self.tokenField), .attribute("value", escaped: .formToken))
            content
        }
    }

    static let tokenField = "_token"
}

/// What is wrong, above the form, each line leading to its field. Gets the focus (`site.js`).
struct ErrorSummary: Component {
    let issues: [any ExplainedIssue]

    var body: HTML {
        if !issues.isEmpty {
            div(.class("error-summary"), .role("alert"), .attribute("tabindex", "-1"), .attribute("data-focus")) {
                h2 {
                    issues.count == 1
                        ? Text(
                            nl: "Er is 1 fout. Er is nog niets bewaard.",
                            en: "There is 1 error. Nothing was saved yet."
                        )
                        : Text(
                            nl: "Er zijn \(issues.count) fouten. Er is nog niets bewaard.",
                            en: "There are \(issues.count) errors. Nothing was saved yet."
                        )
                }
                ul {
                    for issue in issues { li { a(.href("#\(issue.field)")) { issue.explanation } } }
                }
            }
        }
    }
}

/// A caption, a hint, what is wrong and the field they belong to, so that one cannot be written without the others.
struct Field<Control: Component>: Component {
    let name: String
    let caption: Text
    let hint: Text?
    let isOptional: Bool
    let issues: [any ExplainedIssue]
    let control: (_ describedBy: String?, _ isInvalid: Bool) -> Control

    var body: HTML {
        let own = issues.filter { $0.field == name }
        let descriptions = [hint == nil ? nil : "\(name)-hint", own.isEmpty ? nil : "\(name)-error"].compactMap(\.self)
        div(.class(own.isEmpty ? "field" : "field field-invalid")) {
            label(.for(name)) {
                caption
                if isOptional { small { Text(nl: " (niet verplicht)", en: " (optional)") } }
            }
            if let hint { p(.class("hint"), .id("\(name)-hint")) { hint } }
            if !own.isEmpty {
                div(.class("error"), .id("\(name)-error")) { for issue in own { p { issue.explanation } } }
            }
            control(descriptions.isEmpty ? nil : descriptions.joined(separator: " "), !own.isEmpty)
        }
    }
}

/// One line of text.
struct TextField: Component {
    let name: String
    /// Where several forms of one page have a field of this name, each but one needs another.
    var id: String?
    let caption: Text
    var type = "text"
    var value = ""
    var hint: Text?
    var autocomplete: String?
    var inputMode: String?
    /// The identifier of a list of values to choose from.
    var list: String?
    var isOptional = false
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        Field(name: id ?? name, caption: caption, hint: hint, isOptional: isOptional, issues: issues) {
            describedBy,
            isInvalid in
            input(
                .id(id ?? name),
                .name(name),
                .type(type),
                .value(value),
                .ariaDescribedBy(describedBy),
                .attribute("aria-invalid", isInvalid ? "true" : "false"),
                .attribute("autocomplete", ifPresent: autocomplete),
                .attribute("inputmode", ifPresent: inputMode),
                .attribute("list", ifPresent: list),
                .attribute("aria-required", isOptional ? "false" : "true")
            )
        }
    }
}

/// A file to choose.
struct FileField: Component {
    let name: String
    /// As of a ``TextField``.
    var id: String?
    let caption: Text
    let hint: Text
    /// What to offer, as the browser wants it: `.csv,text/csv`.
    let accept: String
    /// Whether a photo is made smaller before it is sent.
    var shrinksPhotos = false
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        Field(name: id ?? name, caption: caption, hint: hint, isOptional: false, issues: issues) {
            describedBy,
            isInvalid in
            input(
                .id(id ?? name),
                .name(name),
                .type("file"),
                .attribute("accept", accept),
                .attribute("data-photo", if: shrinksPhotos),
                .ariaDescribedBy(describedBy),
                .attribute("aria-invalid", isInvalid ? "true" : "false"),
                .attribute("aria-required", "true")
            )
        }
    }
}

/// Several lines of text.
struct TextArea: Component {
    let name: String
    /// As of a ``TextField``.
    var id: String?
    let caption: Text
    var value = ""
    var rows = 4
    var hint: Text?
    var isOptional = false
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        Field(name: id ?? name, caption: caption, hint: hint, isOptional: isOptional, issues: issues) {
            describedBy,
            isInvalid in
            textarea(
                .id(id ?? name),
                .name(name),
                .attribute("rows", "\(rows)"),
                .ariaDescribedBy(describedBy),
                .attribute("aria-invalid", isInvalid ? "true" : "false")
            ) { value }
        }
    }
}

/// A choice out of many.
struct SelectField: Component {
    struct Option: Sendable {
        let value: String
        let caption: Text
    }

    let name: String
    /// As of a ``TextField``.
    var id: String?
    let caption: Text
    let options: [Option]
    var value = ""
    /// The first line, for "nothing chosen".
    var prompt: Text?
    var hint: Text?
    var isOptional = false
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        Field(name: id ?? name, caption: caption, hint: hint, isOptional: isOptional, issues: issues) {
            describedBy,
            isInvalid in
            select(
                .id(id ?? name),
                .name(name),
                .ariaDescribedBy(describedBy),
                .attribute("aria-invalid", isInvalid ? "true" : "false")
            ) {
                if let prompt { Markup.option(.value("")) { prompt } }
                for item in options {
                    Markup.option(.value(item.value), .selected(item.value == value)) { item.caption }
                }
            }
        }
    }
}

/// A choice out of a few (radio buttons), or several of them (checkboxes).
struct ChoiceField: Component {
    let name: String
    let caption: Text
    let options: [SelectField.Option]
    var values: Set<String> = []
    var allowsSeveral = false
    var hint: Text?
    var isOptional = false
    var issues: [any ExplainedIssue] = []

    var body: HTML {
        let own = issues.filter { $0.field == name }
        fieldset(
            .class(own.isEmpty ? "field" : "field field-invalid"),
            .id(name),
            .attribute("tabindex", "-1"),
            .ariaDescribedBy(own.isEmpty ? nil : "\(name)-error")
        ) {
            legend {
                caption
                if isOptional { small { Text(nl: " (niet verplicht)", en: " (optional)") } }
            }
            if let hint { p(.class("hint")) { hint } }
            if !own.isEmpty {
                div(.class("error"), .id("\(name)-error")) { for issue in own { p { issue.explanation } } }
            }
            for (index, item) in options.enumerated() {
                div(.class("choice")) {
                    input(
                        .id("\(name)-\(index)"),
                        .name(name),
                        .type(allowsSeveral ? "checkbox" : "radio"),
                        .value(item.value),
                        .checked(values.contains(item.value))
                    )
                    label(.for("\(name)-\(index)")) { item.caption }
                }
            }
        }
    }
}

/// An issue at a field that has another name on the page.
struct RenamedIssue: ExplainedIssue {
    let field: String
    let explanation: Text
}
