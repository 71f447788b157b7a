import Crypto
import Foundation
import Hummingbird
import Kernel

/// The style sheets, scripts and pictures that go with the pages. They are part of the program, and their address
/// changes with their content, so that a browser may keep them for ever.
enum Assets {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
        let path: String

        init(_ name: String, _ bytes: [UInt8], _ type: String) {
            self.bytes = bytes
            self.type = type
            let digest = SHA256.hash(data: bytes).prefix(8).map { String(format: "%02x", $0) }.joined()
            path = "/assets/\(digest)/\(name)"
        }
    }

    private static let all: [String: Asset] = [
        "site.css": Asset("site.css", PackageResources.site_css, "text/css; charset=utf-8"),
        "forms.css": Asset("forms.css", PackageResources.forms_css, "text/css; charset=utf-8"),
        "components.css": Asset("components.css", PackageResources.components_css, "text/css; charset=utf-8"),
        "own-sheet.css": Asset("own-sheet.css", PackageResources.own_sheet_css, "text/css; charset=utf-8"),
        "sheet.css": Asset("sheet.css", PackageResources.sheet_css, "text/css; charset=utf-8"),
        "sheet.js": Asset("sheet.js", PackageResources.sheet_js, "text/javascript; charset=utf-8"),
        "result.css": Asset("result.css", PackageResources.result_css, "text/css; charset=utf-8"),
        "referrals.css": Asset("referrals.css", PackageResources.referrals_css, "text/css; charset=utf-8"),
        "site.js": Asset("site.js", PackageResources.site_js, "text/javascript; charset=utf-8"),
        "roles.js": Asset("roles.js", PackageResources.roles_js, "text/javascript; charset=utf-8"),
        "icon.svg": Asset("icon.svg", PackageResources.icon_svg, "image/svg+xml"),
    ]

    /// The address of an asset. A name that is not there is a mistake of ours and leads nowhere.
    static func path(_ name: String) -> String {
        all[name]?.path ?? "/assets/missing/\(name)"
    }

    static func add(to router: Router<AppContext>) {
        router.get("/assets/{digest}/{name}") { _, context in
            let name = try context.parameter("name", as: String.self)
            guard let asset = all[name] else { throw PageProblem.notFound }
            // An address of before an update gets the present content, which the browser must not keep.
            let isCurrent = asset.path == "/assets/\(try context.parameter("digest", as: String.self))/\(name)"
            return Response(
                status: .ok,
                headers: [
                    .contentType: asset.type,
                    .cacheControl: isCurrent ? "public, max-age=31536000, immutable" : "no-cache",
                ],
                body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes))
            )
        }
    }
}
