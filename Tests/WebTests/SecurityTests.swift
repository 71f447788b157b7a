import HTTPTypes
import Kernel
import TestSupport
import Testing

@testable import Web

@Suite struct TrustedProxiesTests {
    private let ours = try? TrustedProxies(["10.0.0.0/8", "fd00::/8", "127.0.0.1"])

    @Test(arguments: [
        ("192.0.2.7", ["203.0.113.9"], "192.0.2.7"),
        ("10.1.2.3", ["203.0.113.9"], "203.0.113.9"),
        ("10.1.2.3", ["198.51.100.66, 203.0.113.9, 10.0.0.2"], "203.0.113.9"),
        ("10.1.2.3", ["198.51.100.66", "203.0.113.9"], "203.0.113.9"),
        ("::ffff:10.1.2.3", ["2001:db8::5"], "2001:db8::5"),
        ("fd00::1", ["nonsense"], "fd00::1"),
        ("10.1.2.3", [], "10.1.2.3"),
    ])
    func `only a trusted proxy is believed, and only about the last stranger`(
        peer: String,
        forwardedFor: [String],
        client: String
    ) {
        #expect(ours?.client(peer: peer, forwardedFor: forwardedFor) == client)
    }

    @Test func `everything that is no address is named`() {
        #expect(throws: InvalidAddressRange(texts: ["10.0.0.0/33", "localhost", "1.2.3", "fd00:::1"])) {
            try TrustedProxies(["10.0.0.0/33", "localhost", "10.0.0.1", "1.2.3", "fd00:::1"])
        }
    }

    @Test func `loopback is recognised in both notations`() {
        #expect(NetworkAddress("127.8.0.1")?.isLoopback == true)
        #expect(NetworkAddress("::1")?.isLoopback == true)
        #expect(NetworkAddress("::ffff:127.0.0.1")?.isLoopback == true)
        #expect(NetworkAddress("2001:db8::1")?.isLoopback == false)
    }
}

@Suite struct RequestRulesTests {
    @Test(arguments: [
        "//evil.example", "/\\evil.example", "https://evil.example", "evil", "", "/a\nb", "/\u{7F}",
        "javascript:alert(1)",
    ])
    func `nobody can send people to another site`(text: String) {
        #expect(LocalPath(text) == nil)
    }

    @Test func `a local path with a query is kept as it is`() {
        #expect(LocalPath("/werk/metaal?q=a%20b&p=2")?.text == "/werk/metaal?q=a%20b&p=2")
    }

    @Test(arguments: [
        ("en-GB,en;q=0.9,nl;q=0.8", Language.english), ("nl;q=0.5, en;q=0.4", .dutch), ("fr, de", .dutch),
        ("fr, en;q=0.1", .english), ("en;q=0, nl;q=0.1", .dutch), ("", .dutch), ("en;q=nonsense,nl;q=0.9", .english),
    ])
    func `the language is the one that the browser likes best`(header: String, language: Language) {
        #expect(Language(accepted: header) == language)
    }

    @Test(arguments: [
        ("/praatplaat/geheim", "/praatplaat/{token}", "/praatplaat/…"),
        ("/praatplaat/geheim/pdf", "NotFound", "/praatplaat/…"),
        ("/werk/a/bedrijven", "/werk/{programme}/bedrijven", "/werk/a/bedrijven"),
        ("/gezond", nil, "/gezond"),
    ])
    func `the log never shows a secret from an address`(path: String, template: String?, logged: String) {
        #expect(RequestLogMiddleware.path(of: path, matched: template) == logged)
    }

    @Test func `a form may hold a name several times`() {
        let fields = FormFields("gebied=GM1&gebied=GM2&naam=Jan+de+B%C3%A8r&leeg=&kaal&stuk=%zz")
        #expect(fields.all("gebied") == ["GM1", "GM2"])
        #expect(fields["naam"] == "Jan de Bèr")
        #expect(fields["leeg"] == "")
        #expect(fields.first("kaal") == "")
        #expect(fields.first("weg") == nil)
        #expect(fields["stuk"] == "%zz")
    }
}

@Suite struct SiteSecurityTests {
    @Test func `a post without our token changes nothing`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer) { site in
            let without = try await site.postRaw("/taal", "taal=en&terug=/")
            let wrong = try await site.postRaw("/taal", "_token=AAAAAAAAAAAAAAAAAAAAAAAA&taal=en&terug=/")
            for reply in [without, wrong] {
                #expect(reply.status == .forbidden)
                #expect(reply.text.contains("Dit formulier is verlopen."))
                #expect(reply.headers[.setCookie] == nil)
            }
        }
    }

    @Test func `a post from another site is refused, whatever it knows`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer) { site in
            let reply = try await site.send(
                .post,
                "/taal",
                headers: [.secFetchSite: "cross-site", .formToken: FormToken.value(boundTo: "a-secret-for-tests")]
            )
            #expect(reply.status == .forbidden)
        }
    }

    @Test func `the token of another session is no good`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make(), as: .interviewer) { site in
            let token = FormToken.value(boundTo: "another secret")
            let reply = try await site.postRaw("/taal", "_token=\(token)&taal=en&terug=/")
            #expect(reply.status == .forbidden)
        }
    }

    @Test func `the chosen language is kept, and the way back stays on this site`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make()) { site in
            let reply = try await site.post("/taal", ["taal": "en", "terug": "/privacy?a=1"])
            #expect(reply.status == .seeOther)
            #expect(reply.location == "/privacy?a=1")
            #expect(site.jar["taal"] == "en")
            let elsewhere = try await site.post("/taal", ["taal": "nl", "terug": "//evil.example/"])
            #expect(elsewhere.location == "/")
            let unknown = try await site.post("/taal", ["taal": "xx"])
            #expect(unknown.status == .unprocessableContent)
        }
    }

    @Test func `every answer carries the security headers, also a wrong one`() async throws {
        let secure = SiteSettings(publicAddress: "https://karavaan.example")
        try await Site.serve(on: TestDatabase.sqlite.make(), site: secure) { site in
            let reply = try await site.get("/no-such-page")
            #expect(reply.status == .notFound)
            let policy = try #require(reply.headers[.contentSecurityPolicy])
            #expect(!policy.contains("unsafe"))
            for part in ["default-src 'self'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
                #expect(policy.contains(part))
            }
            #expect(reply.headers[.xContentTypeOptions] == "nosniff")
            #expect(reply.headers[.strictTransportSecurity] == "max-age=31536000; includeSubDomains")
            #expect(reply.headers[.cacheControl] == "no-store")
            #expect(reply.headers[.requestID] != nil)
        }
    }

    @Test func `a visitor gets a cookie to bind forms to, locked to this host behind TLS`() async throws {
        let secure = SiteSettings(publicAddress: "https://karavaan.example")
        try await Site.serve(on: TestDatabase.sqlite.make(), site: secure) { site in
            site.setCookie("__Host-karavaan-bezoek", to: nil)
            let reply = try await site.get("/no-such-page")
            let cookie = try #require(reply.headers[.setCookie])
            #expect(cookie.hasPrefix("__Host-karavaan-bezoek="))
            for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(cookie.contains(part)) }
            let posted = try await site.post("/taal", ["taal": "en"])
            #expect(posted.status == .seeOther)
        }
    }

    @Test func `without TLS there is no promise about TLS`() async throws {
        try await Site.serve(on: TestDatabase.sqlite.make()) { site in
            let reply = try await site.get("/no-such-page")
            #expect(reply.headers[.strictTransportSecurity] == nil)
        }
    }
}
