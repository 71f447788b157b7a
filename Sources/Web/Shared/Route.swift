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

    package init(_ template: StaticString) {
        self.template = "\(template)"
    }

    package var route: RouterPath { RouterPath(template) }

    /// The address with its variable parts filled in. What is left over of either is a mistake of ours, and shows as
    /// an address that does not exist.
    package func path(_ parts: any LosslessStringConvertible...) -> String {
        var rest = parts[...]
        return template.split(separator: "/", omittingEmptySubsequences: false)
            .map { $0.hasPrefix("{") ? rest.popFirst()?.description ?? String($0) : String($0) }
            .joined(separator: "/")
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
