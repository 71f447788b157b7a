package import Hummingbird

/// An address: what the router listens on and what links point at are one declaration, so they cannot drift apart.
///
/// Each `{name}` of the template is filled in order by ``path(_:)``:
/// ```swift
/// static let company = Address("/werk/{programme}/bedrijven/{company}")
/// Addresses.company.path(programme, company.id)
/// ```
package struct Address: Sendable {
    package let template: String
    /// Between slashes, from the first one on.
    private let parts: [Part]

    private enum Part {
        case word(String)
        case variable(String)
    }

    package init(_ template: StaticString) {
        self.template = "\(template)"
        parts = self.template.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map {
            $0.hasPrefix("{") ? .variable(String($0)) : .word(String($0))
        }
    }

    package var route: RouterPath { RouterPath(template) }

    /// The address with its variable parts filled in. What is left over of either is a mistake of ours, and shows as
    /// an address that does not exist.
    package func path(_ values: any LosslessStringConvertible...) -> String {
        var rest = values[...]
        return parts.reduce(into: "") { path, part in
            path += "/"
            switch part {
            case .word(let word): path += word
            case .variable(let name): path += rest.popFirst()?.description ?? name
            }
        }
    }
}

/// Every address of the site; each feature adds its own in an extension.
package enum Addresses {}

extension AppContext {
    /// A variable part of the address.
    ///
    /// - Throws: `PageProblem.notFound` when it cannot be one: nobody made such a link.
    func parameter<Value: LosslessStringConvertible>(_ name: String, as type: Value.Type = Value.self) throws -> Value {
        guard let text = parameters.get(name), let value = Value(text) else { throw PageProblem.notFound }
        return value
    }
}
