import App
import Fieldwork
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Web

/// Who may use an address.
enum Access: Equatable {
    /// Anybody, also without signing in.
    case anyone
    /// Whoever has the secret that is in the address.
    case bearer
    /// Whoever signed in, about themselves.
    case oneself
    /// Who may do any of these in the programme.
    case who([Verb])

    static func may(_ verbs: Verb...) -> Access { .who(verbs) }
}

/// Walks every address there is. A new one that is not in ``accessRules`` makes this fail, with its name.
@Suite struct RoutingTableTests {
    private let people: [Principal] = [
        .administrator, .projectLeader, .interviewer, .coach, .municipality,
        Principal(
            account: .init(UUID()),
            name: "Mo Manager",
            origin: "",
            grants: [.metaal: [Grant(role: .programmeManager)]]
        ),
        Principal(
            account: .init(UUID()),
            name: "Tessa Trekker",
            origin: "",
            grants: [.metaal: [Grant(role: .lead, organisation: "alphen")]]
        ),
    ]

    private static func routes() async throws -> [RoutingTable.Route] { try await RoutingTable.ofTheSite().routes }

    private func access(_ route: RoutingTable.Route) throws -> Access {
        try #require(accessRules["\(route)"], "nobody said who may use \(route)")
    }

    @Test func `it is known of every address who may use it`() async throws {
        let routes = try await Self.routes()
        #expect(routes.count > 30, "the inside of the router is not what it was")
        for route in routes where accessRules["\(route)"] == nil {
            Issue.record("who may use \(route)? Say so in accessRules.")
        }
        let there = Set(routes.map(\.description))
        for rule in accessRules.keys.sorted() where !there.contains(rule) {
            Issue.record("\(rule) does not exist any more; take it out of accessRules.")
        }
    }

    @Test func `who did not sign in is asked to, everywhere but in public`() async throws {
        let database = try await TestDatabase.sqlite.make()
        let routes = try await Self.routes()
        let things = try await PlausibleThings(in: database)
        try await Site.serve(on: database, publishing: nil) { site in
            for route in routes {
                let reply = try await things.ask(site, route)
                let isAsked = reply.status == .unauthorized || reply.location?.hasPrefix("/aanmelden") == true
                switch try access(route) {
                case .anyone: #expect(!isAsked && reply.status.code < 500, "\(route): \(reply.status)")
                case .bearer: #expect([.notFound, .gone].contains(reply.status), "\(route): \(reply.status)")
                case .oneself, .who: #expect(isAsked, "\(route): \(reply.status)")
                }
            }
        }
    }

    @Test func `who lacks the right is refused, at every address and with every method`() async throws {
        let routes = try await Self.routes()
        for principal in people {
            let database = try await TestDatabase.sqlite.make()
            let things = try await PlausibleThings(in: database)
            try await Site.serve(on: database, as: principal, publishing: nil) { site in
                for route in routes {
                    guard case .who(let verbs) = try access(route) else { continue }
                    guard !verbs.contains(where: { principal.may($0, in: .metaal) }) else { continue }
                    let reply = try await things.ask(site, route)
                    #expect(
                        [.forbidden, .notFound].contains(reply.status),
                        "\(principal.name) got \(reply.status) at \(route)"
                    )
                }
            }
        }
    }

    @Test func `who has the right is not refused`() async throws {
        let routes = try await Self.routes()
        for principal in people {
            let database = try await TestDatabase.sqlite.make()
            let things = try await PlausibleThings(in: database)
            try await Site.serve(on: database, as: principal, publishing: nil) { site in
                for route in routes {
                    guard case .who(let verbs) = try access(route) else { continue }
                    guard verbs.contains(where: { principal.may($0, in: .metaal) }) else { continue }
                    let reply = try await things.ask(site, route)
                    #expect(
                        ![.forbidden, .unauthorized].contains(reply.status) && reply.status.code < 500,
                        "\(principal.name) got \(reply.status) at \(route)"
                    )
                }
            }
        }
    }

    @Test func `somebody from another programme gets nowhere in this one`() async throws {
        let database = try await TestDatabase.sqlite.make()
        let routes = try await Self.routes()
        let things = try await PlausibleThings(in: database)
        try await Site.serve(on: database, as: .outsider, publishing: nil) { site in
            for route in routes where route.template.hasPrefix("/werk/{programme}") {
                let reply = try await things.ask(site, route)
                #expect([.forbidden, .notFound].contains(reply.status), "\(route): \(reply.status)")
                #expect(!reply.text.contains("Geheime Metaal BV"), "\(route) tells about a company")
            }
        }
    }
}

/// One of everything, so that an address leads to something that is there.
private struct PlausibleThings: Sendable {
    private let values: [String: String]

    init(in database: any SQLDatabase) async throws {
        let services = makeServices(database: database, world: .fixed())
        try await services.programmes.publish(.sample, as: .administrator)
        var form = CompanyForm()
        form[.name] = "Geheime Metaal BV"
        form[.postcode] = "2741 AB"
        let company: Company.ID = .init(UUID())
        try await services.companies.register(company, form, in: .sample, as: .administrator)
        values = [
            "programme": ProgrammeID.metaal.description,
            "company": company.description,
            "account": Principal.interviewer.account?.description ?? "",
            "digest": "0",
            "name": "site.css",
        ]
    }

    /// Enough for a form to be understood, so that it is the right that is missing and not a field.
    private static let fields = [
        ("id", "00000000-0000-7000-8000-00000000fffe"), ("bedrijf", "00000000-0000-7000-8000-00000000ffff"),
        ("gesprek", "00000000-0000-7000-8000-00000000fffd"), ("rol", "interviewer"), ("stap", "pauze"),
        ("vink", "PR12:doing:1"),
    ]

    func ask(_ site: Site, _ route: RoutingTable.Route) async throws -> Reply {
        let path = route.template.split(separator: "/").map { part -> String in
            guard part.hasPrefix("{") else { return String(part) }
            let name = part.dropFirst().prefix { $0 != "}" }
            return (values[String(name)] ?? "00000000-0000-7000-8000-00000000ffff")
                + part.drop { $0 != "}" }.dropFirst()
        }.joined(separator: "/")
        switch route.method {
        case .get, .head: return try await site.send(route.method, "/" + path)
        case .post: return try await site.post("/" + path, fields: Self.fields)
        default: return try await site.json(route.method, "/" + path, "{}")
        }
    }
}
