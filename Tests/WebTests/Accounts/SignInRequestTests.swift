import Accounts
import App
import Foundation
import HTTPTypes
import Kernel
import Programmes
import Storage
import TestSupport
import Testing

@testable import Web

/// A site with one interviewer and one administrator who can really sign in.
struct Staff: Sendable {
    static let password = "zeven kale koeien"
    let database: any SQLDatabase
    let services: Services

    init() async throws {
        database = try await TestDatabase.sqlite.make()
        services = makeServices(database: database, world: .live, passwords: PasswordHasher(cost: .cheap))
        try await services.programmes.publish(.sample, as: .administrator)
        try await add("iris@metaal.example", "Iris Vraagt", .interviewer)
        try await add("ada@metaal.example", "Ada Beheer", .administrator)
    }

    @discardableResult
    func add(_ email: String, _ name: String, _ role: Role) async throws -> Account {
        let form = AccountForm(email: email, name: name, grant: GrantForm(role: role.rawValue))
        let added = try await services.accounts.add(form, among: .init(), in: .metaal, as: .administrator)
        try await services.accounts.setPassword(Self.password, of: added.account.id, in: .metaal, as: .administrator)
        return added.account
    }

    func serve(site settings: SiteSettings = .init(), _ body: @escaping @Sendable (Site) async throws -> Void)
        async throws
    {
        try await Site.serve(on: database, world: .live, publishing: nil, site: settings, body)
    }
}

extension Site {
    @discardableResult
    func signIn(_ email: String = "iris@metaal.example", _ password: String = Staff.password, then path: String = "")
        async throws -> Reply
    {
        try await post("/aanmelden", ["email": email, "wachtwoord": password, "verder": path])
    }
}

@Suite struct SignInRequestTests {
    @Test func `signing in gives a cookie that scripts cannot read and leads to the work`() async throws {
        try await Staff().serve { site in
            let reply = try await site.signIn()
            #expect(reply.status == .seeOther)
            #expect(reply.location == "/werk")
            let cookie = try #require(reply.headers[.setCookie])
            #expect(cookie.hasPrefix("karavaan="))
            #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && !cookie.contains("Domain"))
            let work = try await site.get("/werk")
            #expect(work.location == "/werk/mkb-deal-metaal")
            let account = try await site.get("/account")
            #expect(account.text.contains("Iris Vraagt"))
            #expect(account.headers[.cacheControl] == "no-store")
        }
    }

    @Test func `behind TLS the cookie is for this host and for TLS only`() async throws {
        try await Staff().serve(site: SiteSettings(publicAddress: "https://karavaan.example")) { site in
            let cookie = try #require(try await site.signIn().headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-karavaan="))
            #expect(cookie.contains("Secure") && cookie.contains("Path=/"))
        }
    }

    @Test func `a page that needs somebody leads to signing in, and from there back`() async throws {
        try await Staff().serve { site in
            let reply = try await site.get("/werk/mkb-deal-metaal/mensen?pagina=2")
            #expect(reply.status == .seeOther)
            let location = try #require(reply.location)
            #expect(location.hasPrefix("/aanmelden?verder="))
            let form = try await site.get(location)
            #expect(form.text.contains(#"name="verder" value="/werk/mkb-deal-metaal/mensen?pagina=2""#))
            let next = try await site.signIn(then: "/werk/mkb-deal-metaal/mensen?pagina=2")
            #expect(next.location == "/werk/mkb-deal-metaal/mensen?pagina=2")
        }
    }

    @Test(arguments: ["//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)"])
    func `signing in never leads to another site`(target: String) async throws {
        try await Staff().serve { site in
            let reply = try await site.signIn(then: target)
            #expect(reply.location == "/werk")
            let page = try await site.get(
                "/aanmelden?verder=" + (target.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")
            )
            #expect(!page.text.contains("evil") && !page.text.contains("javascript:"))
        }
    }

    @Test func `who does not exist gets the same answer as who has it wrong`() async throws {
        try await Staff().serve { site in
            let wrong = try await site.signIn("iris@metaal.example", "acht kale koeien")
            let unknown = try await site.signIn("nema@metaal.example", "acht kale koeien")
            #expect(wrong.status == .unprocessableContent && unknown.status == .unprocessableContent)
            #expect(wrong.text.replacing("iris@", with: "nema@") == unknown.text)
            #expect(wrong.text.contains("Het e-mailadres of het wachtwoord klopt niet."))
            #expect(!wrong.text.contains("acht kale koeien"))
            #expect(wrong.headers[.setCookie] == nil)
        }
    }

    @Test func `too many attempts are told as such, known or not`() async throws {
        try await Staff().serve { site in
            for email in ["iris@metaal.example", "nema@metaal.example"] {
                for _ in 0..<5 { try await site.signIn(email, "fout fout fout") }
                let reply = try await site.signIn(email)
                #expect(reply.status == .tooManyRequests)
                #expect(reply.text.contains("Wacht een kwartier"))
            }
        }
    }

    @Test func `without the token of the form nobody is signed in`() async throws {
        try await Staff().serve { site in
            let reply = try await site.postRaw("/aanmelden", "email=iris%40metaal.example&wachtwoord=zeven+kale+koeien")
            #expect(reply.status == .forbidden)
            #expect(site.jar["karavaan"] == nil)
        }
    }

    @Test func `a token from before signing in is no good after it`() async throws {
        try await Staff().serve { site in
            let before = FormToken.value(boundTo: try #require(site.jar["karavaan-bezoek"]))
            try await site.signIn()
            let reply = try await site.postRaw("/account/sessies", "_token=\(before)")
            #expect(reply.status == .forbidden)
            #expect(try await site.get("/account").status == .ok)
        }
    }

    @Test func `signing out ends the session, not only the cookie`() async throws {
        try await Staff().serve { site in
            try await site.signIn()
            let session = try #require(site.jar["karavaan"])
            let reply = try await site.post("/afmelden")
            #expect(reply.location == "/?melding=afgemeld")
            #expect(site.jar["karavaan"] == nil)
            site.setCookie("karavaan", to: session)
            let again = try await site.get("/account")
            #expect(again.location?.hasPrefix("/aanmelden") == true)
        }
    }

    @Test func `a form sent after the session is over says so`() async throws {
        try await Staff().serve { site in
            site.setCookie("karavaan", to: "over-and-done")
            let reply = try await site.post("/account/sessies")
            #expect(reply.status == .unauthorized)
            #expect(reply.text.contains("Meld u eerst aan."))
        }
    }

    @Test func `a new password is chosen with a link, once`() async throws {
        let staff = try await Staff()
        let iris = try await staff.services.accounts.people(in: .metaal, as: .administrator)
            .first { $0.email == "iris@metaal.example" }
        let id = try #require(iris?.id)
        let link = try await staff.services.accounts.makeLink(for: id, in: .metaal, as: .administrator).text
        try await staff.serve { site in
            let form = try await site.get("/wachtwoord/\(link)")
            #expect(form.status == .ok && form.text.contains("iris@metaal.example"))
            let weak = try await site.post("/wachtwoord/\(link)", ["nieuw": "vraagtvraagt", "nogmaals": "anders"])
            #expect(weak.status == .unprocessableContent)
            #expect(weak.text.contains("staat vooral uw naam") && weak.text.contains("niet gelijk"))
            #expect(!weak.text.contains("vraagtvraagt"))
            let good = ["nieuw": "acht magere geiten", "nogmaals": "acht magere geiten"] as KeyValuePairs
            #expect(
                try await site.post("/wachtwoord/\(link)", good).location == "/aanmelden?melding=wachtwoord-gekozen"
            )
            #expect(try await site.get("/wachtwoord/\(link)").status == .gone)
            #expect(try await site.post("/wachtwoord/\(link)", good).status == .gone)
            #expect(try await site.signIn("iris@metaal.example", "acht magere geiten").status == .seeOther)
        }
    }
}

@Suite struct OwnAccountRequestTests {
    @Test func `the own password is changed with the current one`() async throws {
        try await Staff().serve { site in
            try await site.signIn()
            let wrong = try await site.post(
                "/account/wachtwoord",
                ["huidig": "nee", "nieuw": "acht magere geiten", "nogmaals": "acht magere geiten"]
            )
            #expect(wrong.status == .unprocessableContent && wrong.text.contains("Uw huidige wachtwoord klopt niet."))
            let right = try await site.post(
                "/account/wachtwoord",
                ["huidig": Staff.password, "nieuw": "acht magere geiten", "nogmaals": "acht magere geiten"]
            )
            #expect(right.location == "/account?melding=wachtwoord-gewijzigd")
            #expect(try await site.get("/account").status == .ok)
        }
    }

    @Test func `signing out everywhere ends the session on another device`() async throws {
        try await Staff().serve { site in
            try await site.signIn()
            let tablet = site.jar["karavaan"]
            site.setCookie("karavaan", to: nil)
            try await site.signIn()
            let page = try await site.get("/account")
            #expect(page.text.contains("dit apparaat") && page.text.contains("/account/sessies/"))
            #expect(try await site.post("/account/sessies").status == .seeOther)
            site.setCookie("karavaan", to: tablet)
            #expect(try await site.get("/account").status == .seeOther)
        }
    }

    @Test func `who has a part nowhere is told so`() async throws {
        let nobody = Principal(account: .init(UUID()), name: "Nel Nergens", origin: "", grants: [:])
        try await Site.serve(on: TestDatabase.sqlite.make(), as: nobody) { site in
            let reply = try await site.get("/werk")
            #expect(reply.status == .ok && reply.text.contains("U doet nog in geen programma mee."))
        }
    }
}
