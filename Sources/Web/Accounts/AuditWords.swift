import Kernel

/// What an action in the logbook is called. An action may have more after a space: `account.granted coach`.
enum AuditWords {
    static func of(_ action: String) -> Text {
        let parts = action.split(separator: " ", maxSplits: 1).map(String.init)
        guard let name = parts.first, let text = all[name] else { return Text(same: action) }
        guard parts.count > 1 else { return text }
        return text + Text(same: ": ") + (Role(rawValue: parts[1])?.title ?? Text(same: parts[1]))
    }

    static let all: [String: Text] = [
        "account.granted": Text(nl: "rol gegeven", en: "role given"),
        "account.revoked": Text(nl: "rol ingetrokken", en: "role revoked"),
        "account.disabled": Text(nl: "account uitgeschakeld", en: "account disabled"),
        "account.enabled": Text(nl: "account weer toegelaten", en: "account let in again"),
        "account.link-made": Text(nl: "eenmalige link gemaakt", en: "one-time link made"),
        "account.password-set": Text(nl: "wachtwoord ingesteld", en: "password set"),
        "account.password-changed": Text(nl: "eigen wachtwoord gewijzigd", en: "own password changed"),
        "account.password-chosen": Text(nl: "wachtwoord gekozen met link", en: "password chosen with link"),
        "session.started": Text(nl: "aangemeld", en: "signed in"),
        "session.refused": Text(nl: "aanmelden mislukt", en: "signing in failed"),
        "session.ended": Text(nl: "afgemeld", en: "signed out"),
        "session.all-ended": Text(nl: "overal afgemeld", en: "signed out everywhere"),
        "programme.published": Text(nl: "programma gepubliceerd", en: "programme published"),
    ]
}
