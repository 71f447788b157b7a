import Accounts
import App
import Foundation
package import HTTPTypes
package import Hummingbird
import HummingbirdTesting
package import Kernel
import Logging
package import Programmes
package import Storage
import Synchronization
package import Web

/// The whole site on a database of its own, without a network, as one browser sees it.
///
/// ```swift
/// try await Site.serve(on: database, as: .interviewer) { site in
///     let reply = try await site.post("/werk/mkb-deal-metaal/bedrijven", ["naam": "Proef BV"])
///     #expect(reply.status == .seeOther)
/// }
/// ```
package final class Site: Sendable {
    private let client: any TestClientProtocol
    private let settings: SiteSettings
    private let language: Language
    private let cookies: Mutex<[String: String]>

    private init(
        client: any TestClientProtocol,
        settings: SiteSettings,
        language: Language,
        cookies: [String: String]
    ) {
        self.client = client
        self.settings = settings
        self.language = language
        self.cookies = Mutex(cookies)
    }

    /// Signed in is `principal`; when that is nobody, the real way of signing in works. `programme` is published before
    /// the first request. Test files that look at a status or a header have to import HTTPTypes.
    package static func serve(
        on database: any SQLDatabase,
        as principal: Principal? = nil,
        language: Language = .dutch,
        world: World = .fixed(),
        publishing programme: Programme? = .sample,
        site settings: SiteSettings = SiteSettings(),
        _ body: @escaping @Sendable (Site) async throws -> Void
    ) async throws {
        let services = makeServices(database: database, world: world, passwords: PasswordHasher(cost: .cheap))
        if let programme {
            let owner = Principal(
                account: nil,
                name: "test",
                origin: "cli",
                grants: [programme.id: [Grant(role: .administrator)]]
            )
            try await services.programmes.publish(programme, as: owner)
        }
        let identification =
            principal.map { principal in Identification { _, _ in principal } }
            ?? makeIdentification(services)
        let router = makeRouter(services: services, identification: identification, site: settings, world: world)
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let cookie: SiteCookie = principal == nil ? .visitor : .session
        let cookies = [cookie.name(settings): "a-secret-for-tests"]
        try await Application(router: router, logger: logger).test(.router) { client in
            try await body(Site(client: client, settings: settings, language: language, cookies: cookies))
        }
    }

    package func get(_ path: String, headers: HTTPFields = [:]) async throws -> Reply {
        try await send(.get, path, headers: headers)
    }

    /// Sends a form as a page of ours would, with the anti-forgery token in it.
    package func post(_ path: String, _ fields: KeyValuePairs<String, String> = [:]) async throws -> Reply {
        try await post(path, fields: fields.map { ($0.key, $0.value) })
    }

    package func post(_ path: String, fields: [(String, String)]) async throws -> Reply {
        try await postRaw(path, Self.encode([("_token", formToken)] + fields))
    }

    /// Sends a form without a token of ours.
    package func postRaw(_ path: String, _ body: String) async throws -> Reply {
        try await send(.post, path, type: "application/x-www-form-urlencoded", body: ByteBuffer(string: body))
    }

    /// Sends what a script of ours would.
    package func json(_ method: HTTPRequest.Method = .post, _ path: String, _ body: String) async throws -> Reply {
        let headers: HTTPFields = [.accept: "application/json", HTTPField.Name("X-Form-Token")!: formToken]
        return try await send(
            method,
            path,
            headers: headers,
            type: "application/json",
            body: ByteBuffer(string: body)
        )
    }

    package struct Upload: Sendable {
        package let field: String
        package let name: String
        package let type: String
        package let bytes: [UInt8]

        package init(field: String, name: String, type: String = "text/csv", bytes: [UInt8]) {
            self.field = field
            self.name = name
            self.type = type
            self.bytes = bytes
        }
    }

    /// Sends a form with files; the token comes first, as ``PostForm`` puts it.
    package func postMultipart(
        _ path: String,
        _ fields: KeyValuePairs<String, String> = [:],
        files: [Upload],
        withToken: Bool = true
    ) async throws -> Reply {
        let boundary = "----karavaan-test-boundary"
        var body = ByteBuffer()
        let token = withToken ? [("_token", formToken)] : []
        for (name, value) in token + fields.map({ ($0.key, $0.value) }) {
            body.writeString("--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n")
        }
        for file in files {
            body.writeString(
                """
                --\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; filename=\"\(file.name)\"\r\n\
                Content-Type: \(file.type)\r\n\r\n
                """
            )
            body.writeBytes(file.bytes)
            body.writeString("\r\n")
        }
        body.writeString("--\(boundary)--\r\n")
        return try await send(.post, path, type: "multipart/form-data; boundary=\(boundary)", body: body)
    }

    /// Sends bytes as a script of ours would.
    package func postBytes(_ path: String, _ bytes: [UInt8]) async throws -> Reply {
        let headers: HTTPFields = [.accept: "application/json", HTTPField.Name("X-Form-Token")!: formToken]
        return try await send(
            .post,
            path,
            headers: headers,
            type: "application/octet-stream",
            body: ByteBuffer(bytes: bytes)
        )
    }

    /// Any request, exactly as given.
    package func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        headers: HTTPFields = [:],
        type: String? = nil,
        body: ByteBuffer? = nil
    ) async throws -> Reply {
        var headers = headers
        let jar = cookies.withLock { $0 }
        if !jar.isEmpty {
            headers[.cookie] = jar.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }.joined(separator: "; ")
        }
        if headers[.acceptLanguage] == nil { headers[.acceptLanguage] = language.rawValue }
        if let type { headers[.contentType] = type }
        let response = try await client.execute(uri: path, method: method, headers: headers, body: body)
        keepCookies(of: response.headers)
        return Reply(status: response.status, headers: response.headers, bytes: Array(response.body.readableBytesView))
    }

    /// The cookies that this browser has now.
    package var jar: [String: String] { cookies.withLock { $0 } }

    package func setCookie(_ name: String, to value: String?) {
        cookies.withLock { $0[name] = value }
    }

    private func keepCookies(of headers: HTTPFields) {
        for header in headers[values: .setCookie] {
            let parts = header.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            let pair = parts[0].split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let isRemoved = parts.contains("Max-Age=0")
            cookies.withLock { $0[String(pair[0])] = isRemoved ? nil : String(pair[1]) }
        }
    }

    /// What stands in every form of the pages that this browser gets.
    private var formToken: String {
        let jar = jar
        let secret = jar[SiteCookie.session.name(settings)] ?? jar[SiteCookie.visitor.name(settings)]
        return secret.map { FormToken.value(boundTo: $0) } ?? ""
    }

    private static func encode(_ fields: [(String, String)]) -> String {
        let safe = CharacterSet.alphanumerics
        return fields.map { name, value in
            let encoded = value.addingPercentEncoding(withAllowedCharacters: safe) ?? ""
            return "\(name.addingPercentEncoding(withAllowedCharacters: safe) ?? "")=\(encoded)"
        }.joined(separator: "&")
    }
}

package struct Reply: Sendable {
    package let status: HTTPResponse.Status
    package let headers: HTTPFields
    package let bytes: [UInt8]

    package var text: String { String(decoding: bytes, as: UTF8.self) }
    package var location: String? { headers[.location] }
}
