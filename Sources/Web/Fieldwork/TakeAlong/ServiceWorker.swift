import Crypto
import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import Markup
import NIOCore

/// The script that lets the page open without a network, with the list of what it must keep.
enum ServiceWorker {
    static let text: String = {
        let files = Assets.paths.map { "\"\($0)\"" }.joined(separator: ", ")
        let pages = Language.allCases.map { language in
            let shell = try? TakeAlongShell(language: language).document
            return shell?.rendered(for: Reader(language: language, formToken: "")) ?? ""
        }
        let digest = SHA256.hash(data: Data((files + pages.joined()).utf8)).prefix(8)
            .map { String(format: "%02x", $0) }.joined()
        let script = String(decoding: PackageResources.service_worker_js, as: UTF8.self)
        return "const STORE = \"onderweg-\(digest)\";\nconst FILES = [\(files)];\n\n\(script)"
    }()

    static var response: Response {
        Response(
            status: .ok,
            headers: [
                .contentType: "text/javascript; charset=utf-8", .cacheControl: "no-cache",
                HTTPField.Name("Service-Worker-Allowed")!: Addresses.onTheRoad.path(),
            ],
            body: .init(byteBuffer: ByteBuffer(string: text))
        )
    }
}

/// What makes it an app on a phone or tablet: W3C Web Application Manifest.
struct WebManifest: Encodable {
    struct Icon: Encodable {
        let src: String
        let sizes: String
        let type: String
        let purpose: String
    }

    let name: String
    let shortName: String
    let lang: String
    let startURL: String
    let scope: String
    let display = "standalone"
    let backgroundColor = "#f6f1e7"
    let themeColor = "#22303f"
    let icons: [Icon]

    private enum CodingKeys: String, CodingKey {
        case name, lang, scope, display, icons
        case shortName = "short_name"
        case startURL = "start_url"
        case backgroundColor = "background_color"
        case themeColor = "theme_color"
    }

    init(_ language: Language) {
        name = Text(nl: "Karavaan onderweg", en: "Karavaan on the road")[language]
        shortName = "Karavaan"
        lang = language.rawValue
        startURL = Addresses.onTheRoadPage.path(language.rawValue)
        scope = Addresses.onTheRoad.path()
        icons = [Icon(src: Assets.path("icon.svg"), sizes: "any", type: "image/svg+xml", purpose: "any maskable")]
    }

    func response() throws -> Response {
        var response = try Response.data(self)
        response.headers[.contentType] = "application/manifest+json"
        return response
    }
}
