import Accounts
import Kernel
import Markup
import Programmes

struct WorkPage: Page {
    let programmes: [OwnProgramme]

    var title: Text { Text(nl: "Uw programma's", en: "Your programmes") }

    var body: HTML {
        h1 { title }
        if programmes.isEmpty {
            div(.class("empty")) {
                p {
                    Text(
                        nl: "U doet nog in geen programma mee. Vraag een beheerder om u een rol te geven.",
                        en: "You do not take part in a programme yet. Ask an administrator to give you a role."
                    )
                }
            }
        } else {
            div(.class("grid")) {
                for own in programmes {
                    a(.class("card card-link"), .href(own.path)) {
                        h2 { own.programme.name }
                        p { own.programme.summary }
                        p(.class("muted small")) { RoleList(grants: own.grants, programme: own.programme) }
                    }
                }
            }
        }
    }
}

/// The roles in words, with what they are limited to: `Coach van een initiatief (Versnellingsteam)`.
struct RoleList: Component {
    let grants: [Grant]
    let programme: Programme

    var body: HTML {
        for (index, grant) in grants.enumerated() {
            if index > 0 { ", " }
            grant.title(in: programme)
        }
    }
}

extension Grant {
    func title(in programme: Programme) -> Text {
        var parts: [String] = []
        if let initiative { parts.append(programme.initiative(initiative)?.name ?? initiative.description) }
        if let organisation {
            parts.append(programme.partyName(organisation))
        }
        parts += areas.sorted().map { programme.area($0)?.name ?? $0.description }
        return parts.isEmpty ? role.title : role.title + Text(same: " (\(parts.joined(separator: ", ")))")
    }
}

struct OwnAccountPage: Page {
    let principal: Principal
    let programmes: [OwnProgramme]
    let sessions: [(session: Session, isThisOne: Bool)]
    var issues: [InvalidPassword.Issue] = []

    var title: Text { Text(nl: "Uw account", en: "Your account") }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        h1 { title }
        dl(.class("facts")) {
            dt { Text(nl: "Naam", en: "Name") }
            dd { principal.name }
            for own in programmes {
                dt { own.programme.name }
                dd { RoleList(grants: own.grants, programme: own.programme) }
            }
        }
        Markup.section {
            h2 { Text(nl: "Wachtwoord wijzigen", en: "Change password") }
            PostForm(action: Addresses.ownPassword.path(), .class("card")) {
                TextField(
                    name: "huidig",
                    caption: Text(nl: "Huidig wachtwoord", en: "Current password"),
                    type: "password",
                    autocomplete: "current-password",
                    issues: issues
                )
                NewPasswordFields(issues: issues)
                button(.class("button")) { Text(nl: "Wachtwoord wijzigen", en: "Change password") }
            }
        }
        Markup.section {
            h2 { Text(nl: "Waar u bent aangemeld", en: "Where you are signed in") }
            SessionTable(sessions: sessions)
            PostForm(action: Addresses.ownSessions.path()) {
                button(.class("button secondary")) { Text(nl: "Overal afmelden", en: "Sign out everywhere") }
            }
        }
    }
}

private struct SessionTable: Component {
    let sessions: [(session: Session, isThisOne: Bool)]

    var body: HTML {
        div(.class("table-scroll")) {
            table(.class("cards")) {
                caption(.class("visually-hidden")) { Text(nl: "Uw sessies", en: "Your sessions") }
                thead {
                    tr {
                        th(.scope("col")) { Text(nl: "Apparaat", en: "Device") }
                        th(.scope("col")) { Text(nl: "Vanaf", en: "Since") }
                        th(.scope("col")) { Text(nl: "Laatst gezien", en: "Last seen") }
                        th(.scope("col")) { Text(nl: "Adres", en: "Address") }
                        th(.scope("col")) { Text(nl: "Afmelden", en: "Sign out") }
                    }
                }
                tbody {
                    for (session, isThisOne) in sessions {
                        tr {
                            th(.scope("row")) { DeviceName.of(session.device) }
                            td(.attribute("data-label", Text(nl: "Vanaf", en: "Since"))) {
                                HTML.moment(session.startedAt)
                            }
                            td(.attribute("data-label", Text(nl: "Laatst gezien", en: "Last seen"))) {
                                HTML.moment(session.seenAt)
                            }
                            td(.attribute("data-label", Text(nl: "Adres", en: "Address"))) { session.origin }
                            td {
                                if isThisOne {
                                    span(.class("badge done")) { Text(nl: "dit apparaat", en: "this device") }
                                } else {
                                    PostForm(action: Addresses.ownSession.path(session.id)) {
                                        button(.class("button secondary small")) {
                                            Text(nl: "Afmelden", en: "Sign out")
                                            span(.class("visually-hidden")) {
                                                Text(nl: " op ", en: " on ") + DeviceName.of(session.device)
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A few words for what a browser calls itself, for people to recognise their own devices by.
enum DeviceName {
    static func of(_ agent: String) -> Text {
        let browser = [
            ("Edg", "Edge"), ("OPR", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox", "Firefox"),
            ("FxiOS", "Firefox"), ("CriOS", "Chrome"), ("Chrome", "Chrome"), ("Safari", "Safari"),
        ].first { agent.contains($0.0) }?.1
        let system = [
            ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"),
            ("Mac OS", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
        ].first { agent.contains($0.0) }?.1
        return switch (browser, system) {
        case (let browser?, let system?): Text(nl: "\(browser) op \(system)", en: "\(browser) on \(system)")
        case (let name?, nil), (nil, let name?): Text(same: name)
        case (nil, nil): Text(nl: "Onbekend apparaat", en: "Unknown device")
        }
    }
}
