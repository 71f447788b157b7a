import Hummingbird
import Kernel
import Markup

/// What is said at the top of the page after something was done; travels in the address as `?melding=…`, so that it
/// needs no session and a reload repeats nothing.
enum Notice: String, CaseIterable {
    case saved = "bewaard"
    case removed = "verwijderd"
    case imported = "ingelezen"
    case signedOut = "afgemeld"
    case linkRevoked = "link-ingetrokken"
    case passwordChosen = "wachtwoord-gekozen"
    case passwordChanged = "wachtwoord-gewijzigd"
    case handedOver = "overgedragen"
    case mailQueued = "post"

    var text: Text {
        switch self {
        case .saved: Text(nl: "Bewaard.", en: "Saved.")
        case .removed: Text(nl: "Verwijderd.", en: "Removed.")
        case .imported: Text(nl: "Alle regels zijn ingelezen.", en: "All lines were imported.")
        case .signedOut: Text(nl: "U bent afgemeld.", en: "You are signed out.")
        case .passwordChosen:
            Text(
                nl: "Uw wachtwoord is bewaard. U kunt zich nu aanmelden.",
                en: "Your password was saved. You can sign in now."
            )
        case .passwordChanged:
            Text(
                nl: "Uw wachtwoord is gewijzigd. Op andere apparaten bent u afgemeld.",
                en: "Your password was changed. You are signed out on other devices."
            )
        case .linkRevoked: Text(nl: "De link werkt niet meer.", en: "The link no longer works.")
        case .mailQueued:
            Text(nl: "De mail gaat zo de deur uit.", en: "The mail will be on its way soon.")
        case .handedOver:
            Text(
                nl: "Overgedragen. Het initiatief ziet dit bedrijf nu.",
                en: "Handed over. The initiative now sees this company."
            )
        }
    }

    init?(address: String) {
        guard let query = address.split(separator: "?", maxSplits: 1).dropFirst().first else { return nil }
        let value = query.split(separator: "&").first { $0.hasPrefix("melding=") }?.dropFirst("melding=".count)
        guard let value, let notice = Notice(rawValue: String(value)) else { return nil }
        self = notice
    }
}

struct NoticeBanner: Component {
    let notice: Notice

    var body: HTML {
        div(.class("notice"), .role("status")) { p { notice.text } }
    }
}

extension Response {
    /// After something was done: to where the result can be seen.
    static func done(_ notice: Notice? = nil, seeing path: String) -> Response {
        guard let notice else { return .redirect(to: path, type: .normal) }
        let (address, fragment) = path.splitOnce(at: "#")
        let joined = address + (address.contains("?") ? "&" : "?") + "melding=\(notice.rawValue)"
        return .redirect(to: joined + (fragment.map { "#" + $0 } ?? ""), type: .normal)
    }
}

extension String {
    fileprivate func splitOnce(at separator: Character) -> (String, String?) {
        guard let index = firstIndex(of: separator) else { return (self, nil) }
        return (String(self[..<index]), String(self[self.index(after: index)...]))
    }
}
