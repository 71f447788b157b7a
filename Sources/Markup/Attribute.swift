package import Kernel

/// A name and, unless it is only present or absent, a value; escaped.
package struct Attribute: Sendable {
    enum Value: Sendable {
        case present
        case text(String)
        case localized(Text)
        case markup(HTML)
        case absent
    }

    let name: StaticString
    let value: Value

    /// Any attribute, also `data-…` and `aria-…`. The name is written in the source, so nobody can send one.
    package static func attribute(_ name: StaticString, _ value: String) -> Attribute {
        Attribute(name: name, value: .text(value))
    }

    package static func attribute(_ name: StaticString, _ value: Text) -> Attribute {
        Attribute(name: name, value: value.nl == value.en ? .text(value.nl) : .localized(value))
    }

    /// A value that is already escaped, such as ``HTML/formToken``.
    package static func attribute(_ name: StaticString, escaped value: HTML) -> Attribute {
        Attribute(name: name, value: .markup(value))
    }

    /// Without a value, and only if `condition` holds.
    package static func attribute(_ name: StaticString, if condition: Bool = true) -> Attribute {
        Attribute(name: name, value: condition ? .present : .absent)
    }

    /// Left out when there is no value.
    package static func attribute(_ name: StaticString, ifPresent value: String?) -> Attribute {
        Attribute(name: name, value: value.map(Value.text) ?? .absent)
    }

    package static func `class`(_ value: String) -> Attribute { .attribute("class", value) }
    package static func id(_ value: String) -> Attribute { .attribute("id", value) }
    package static func href(_ value: String) -> Attribute { .attribute("href", value) }
    package static func src(_ value: String) -> Attribute { .attribute("src", value) }
    package static func alt(_ value: Text) -> Attribute { .attribute("alt", value) }
    package static func rel(_ value: String) -> Attribute { .attribute("rel", value) }
    package static func name(_ value: String) -> Attribute { .attribute("name", value) }
    package static func type(_ value: String) -> Attribute { .attribute("type", value) }
    package static func value(_ value: String) -> Attribute { .attribute("value", value) }
    package static func action(_ value: String) -> Attribute { .attribute("action", value) }
    package static func lang(_ value: Language) -> Attribute { .attribute("lang", value.rawValue) }
    package static func `for`(_ value: String) -> Attribute { .attribute("for", value) }
    package static func scope(_ value: String) -> Attribute { .attribute("scope", value) }
    package static func role(_ value: String) -> Attribute { .attribute("role", value) }
    package static func title(_ value: Text) -> Attribute { .attribute("title", value) }
    package static func autocomplete(_ value: String) -> Attribute { .attribute("autocomplete", value) }
    package static func ariaLabel(_ value: Text) -> Attribute { .attribute("aria-label", value) }
    package static func ariaDescribedBy(_ value: String?) -> Attribute {
        .attribute("aria-describedby", ifPresent: value)
    }
    package static func ariaCurrent(_ isCurrent: Bool) -> Attribute {
        .attribute("aria-current", ifPresent: isCurrent ? "page" : nil)
    }
    package static let ariaHidden = Attribute.attribute("aria-hidden", "true")
    package static let methodPost = Attribute.attribute("method", "post")
    package static let multipart = Attribute.attribute("enctype", "multipart/form-data")
    package static let required = Attribute.attribute("required")
    package static func checked(_ isChecked: Bool = true) -> Attribute { .attribute("checked", if: isChecked) }
    package static func selected(_ isSelected: Bool = true) -> Attribute { .attribute("selected", if: isSelected) }
    package static let novalidate = Attribute.attribute("novalidate")
}

package func element(_ name: StaticString, _ attributes: [Attribute], @HTMLBuilder _ content: () -> HTML) -> HTML {
    var result = openingTag(name, attributes)
    result.append(content())
    result.append(trusted: "</")
    result.append(trusted: name)
    result.append(trusted: ">")
    return result
}

package func html(_ attributes: Attribute..., @HTMLBuilder content: () -> HTML) -> HTML {
    var result = HTML(trusted: "<!DOCTYPE html>")
    result.append(element("html", attributes, content))
    return result
}

func openingTag(_ name: StaticString, _ attributes: [Attribute]) -> HTML {
    var tag = HTML.withRoom
    tag.append(trusted: "<")
    tag.append(trusted: name)
    for attribute in attributes {
        if case .absent = attribute.value { continue }
        tag.append(trusted: " ")
        tag.append(trusted: attribute.name)
        if case .present = attribute.value { continue }
        tag.append(trusted: "=\"")
        switch attribute.value {
        case .text(let text): tag.append(escaping: text)
        case .localized(let text): tag.append(sentence: text)
        case .markup(let html): tag.append(html)
        case .present, .absent: break
        }
        tag.append(trusted: "\"")
    }
    tag.append(trusted: ">")
    return tag
}
