import App
import HTTPTypes
import Hummingbird
import Kernel
import TestSupport
import Web

/// Every address that a router answers, found by looking inside it: the library keeps the list to itself.
///
/// Whoever adds an address cannot forget to add it here. If the library changes its inside, nothing is found, and the
/// test that uses this fails on that.
struct RoutingTable {
    struct Route: Hashable, Comparable, CustomStringConvertible {
        let method: HTTPRequest.Method
        let template: String

        var description: String { "\(method.rawValue) \(template)" }
        static func < (left: Route, right: Route) -> Bool {
            (left.template, left.method.rawValue) < (right.template, right.method.rawValue)
        }
    }

    let routes: [Route]

    init(_ router: Router<AppContext>) {
        var found: Set<Route> = []
        if let root = Mirror(reflecting: router).descendant("trie", "root") { Self.walk(root, [], &found) }
        routes = found.sorted()
    }

    /// Of the whole site.
    static func ofTheSite() async throws -> RoutingTable {
        let services = makeServices(database: try await TestDatabase.sqlite.make(), world: .fixed())
        return RoutingTable(
            makeRouter(
                services: services,
                identification: makeIdentification(services),
                site: SiteSettings(),
                world: .fixed()
            )
        )
    }

    private static func walk(_ node: Any, _ path: [String], _ found: inout Set<Route>) {
        let mirror = Mirror(reflecting: node)
        let key = mirror.descendant("key").map { "\($0)" } ?? ""
        let path = key == "!" ? path : path + [key]
        if let value = mirror.descendant("value"),
            let responders = Mirror(reflecting: value).children.first?.value,
            let methods = Mirror(reflecting: responders).descendant("methods")
        {
            for entry in Mirror(reflecting: methods).children {
                guard let method = Mirror(reflecting: entry.value).children.first?.value as? HTTPRequest.Method else {
                    continue
                }
                found.insert(Route(method: method, template: "/" + path.joined(separator: "/")))
            }
        }
        if let children = mirror.descendant("children") as Any? {
            for child in Mirror(reflecting: children).children { walk(child.value, path, &found) }
        }
    }
}
