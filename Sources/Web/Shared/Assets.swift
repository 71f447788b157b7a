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

        init(_ name: String, _ bytes: [UInt8], _ type: String, digestOf versioned: [UInt8]? = nil) {
            self.bytes = bytes
            self.type = type
            let digest = SHA256.hash(data: versioned ?? bytes).prefix(8).map { String(format: "%02x", $0) }.joined()
            path = "/assets/\(digest)/\(name)"
        }
    }

    private static let styles: [String: [UInt8]] = [
        "agenda.css": PackageResources.agenda_css,
        "components.css": PackageResources.components_css,
        "figures.css": PackageResources.figures_css,
        "finance.css": PackageResources.finance_css,
        "governance.css": PackageResources.governance_css,
        "sharing.css": PackageResources.sharing_css,
        "year-plan.css": PackageResources.year_plan_css,
        "follow-up.css": PackageResources.follow_up_css,
        "forms.css": PackageResources.forms_css,
        "own-sheet.css": PackageResources.own_sheet_css,
        "picture-zones.css": PackageResources.picture_zones_css,
        "action-plan.css": PackageResources.action_plan_css,
        "plan.css": PackageResources.plan_css,
        "quick-entry.css": PackageResources.quick_entry_css,
        "referrals.css": PackageResources.referrals_css,
        "registers.css": PackageResources.registers_css,
        "result.css": PackageResources.result_css,
        "selection.css": PackageResources.selection_css,
        "sessions.css": PackageResources.sessions_css,
        "sheet.css": PackageResources.sheet_css,
        "site.css": PackageResources.site_css,
        "take-along.css": PackageResources.take_along_css,
    ]

    /// Scripts import each other by name, so they have one digest, and change their addresses together.
    private static let scripts: [String: [UInt8]] = [
        "agenda.js": PackageResources.agenda_js,
        "files.js": PackageResources.files_js,
        "identifier.js": PackageResources.identifier_js,
        "marks.js": PackageResources.marks_js,
        "outbox.js": PackageResources.outbox_js,
        "photos.js": PackageResources.photos_js,
        "picture-zones.js": PackageResources.picture_zones_js,
        "picture.js": PackageResources.picture_js,
        "quick-entry.js": PackageResources.quick_entry_js,
        "roles.js": PackageResources.roles_js,
        "score.js": PackageResources.score_js,
        "sheet.js": PackageResources.sheet_js,
        "site.js": PackageResources.site_js,
        "suggestions.js": PackageResources.suggestions_js,
        "take-along.js": PackageResources.take_along_js,
        "talk.js": PackageResources.talk_js,
        "templates.js": PackageResources.templates_js,
        "tick-queue.js": PackageResources.tick_queue_js,
        "vault.js": PackageResources.vault_js,
    ]

    private static let all: [String: Asset] = {
        var all = ["icon.svg": Asset("icon.svg", PackageResources.icon_svg, "image/svg+xml")]
        for (name, bytes) in styles { all[name] = Asset(name, bytes, "text/css; charset=utf-8") }
        let together = scripts.sorted { $0.key < $1.key }.flatMap(\.value)
        for (name, bytes) in scripts {
            all[name] = Asset(name, bytes, "text/javascript; charset=utf-8", digestOf: together)
        }
        return all
    }()

    /// The address of an asset. A name that is not there is a mistake of ours and leads nowhere.
    static func path(_ name: String) -> String {
        all[name]?.path ?? "/assets/missing/\(name)"
    }

    /// The addresses of everything that a page without network needs.
    static let paths: [String] = all.values.map(\.path).sorted()

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
