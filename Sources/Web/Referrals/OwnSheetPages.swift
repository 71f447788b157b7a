import Fieldwork
import Hummingbird
import Kernel
import Markup
import Programmes
import Referrals

/// A company's own praatplaat as the adviser sees it: the same as the company will, and how to share it.
struct OwnSheetPage: Page {
    let programme: Programme
    let conversation: Conversation.ID
    let sheet: OwnSheet
    /// `nil` for who may not share it.
    let links: [SheetLink]?
    let today: Day
    /// A new identifier for the form, so that sending it twice makes one link.
    let newLink: SheetLink.ID
    var form: SheetLinkForm?
    var issues: [any ExplainedIssue] = []

    var title: Text { Text(nl: "Praatplaat van ", en: "Sheet of ") + Text(same: sheet.companyName) }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["own-sheet.css", "referrals.css"] }
    var issueCount: Int { issues.count }

    var body: HTML {
        nav(.class("breadcrumb no-print")) {
            a(.href(Addresses.worksheet.path(programme.id, conversation))) {
                Text(nl: "Wie helpt verder?", en: "Who helps?")
            }
        }
        ErrorSummary(issues: issues)
        div(.class("notice info no-print")) {
            p {
                Text(
                    nl: "Zo ziet het bedrijf zijn eigen praatplaat. ",
                    en: "This is how the company sees its own sheet. "
                )
                if links != nil {
                    a(.href("#delen")) { Text(nl: "Delen met het bedrijf", en: "Share with the company") }
                }
            }
        }
        OwnSheetView(
            sheet: sheet,
            downloads: Paper.allCases.map { paper in
                OwnSheetView.Download(
                    caption: paper.caption,
                    href: Addresses.ownSheetPDF.path(programme.id, conversation, paper.fileName)
                )
            }
        )
        if let links { sharing(links) }
    }

    private func sharing(_ links: [SheetLink]) -> HTML {
        let working = links.filter { $0.works(on: today) }
        return Markup.section(.class("card no-print"), .id("delen"), .attribute("tabindex", "-1")) {
            h2 { Text(nl: "Delen met het bedrijf", en: "Share with the company") }
            p {
                Text(
                    nl:
                        "Met een persoonlijke link ziet het bedrijf deze pagina zonder account. Wie de link heeft, kan hem openen; u kunt hem altijd intrekken.",
                    en:
                        "With a personal link the company sees this page without an account. Whoever has the link can open it; you can always revoke it."
                )
            }
            if !links.isEmpty {
                ul(.class("lines")) { for link in links { li { line(link) } } }
            }
            PostForm(action: Addresses.ownSheetLinks.path(programme.id, conversation)) {
                input(.type("hidden"), .name("id"), .value(newLink.description))
                TextField(
                    name: "tot",
                    caption: Text(nl: "De nieuwe link werkt tot en met", en: "The new link works until"),
                    type: "date",
                    value: form?.expiresOn ?? SheetLink.usualEnd(from: today).description,
                    issues: issues
                )
                if !working.isEmpty {
                    div(.class("field choice")) {
                        input(
                            .id("vervangt"),
                            .name("vervangt"),
                            .type("checkbox"),
                            .value("ja"),
                            .checked(form?.replacing != nil)
                        )
                        label(.for("vervangt")) {
                            Text(nl: "De oudere links intrekken", en: "Revoke the older links")
                        }
                    }
                }
                button(.class("button")) { Text(nl: "Link maken", en: "Make a link") }
            }
        }
    }

    private func line(_ link: SheetLink) -> HTML {
        div(.class("row")) {
            if link.works(on: today) {
                span(.class("badge done")) { Text(nl: "werkt", en: "works") }
                span {
                    Text(nl: "tot en met ", en: "until ")
                    HTML.day(link.expiresOn)
                }
            } else if let revokedAt = link.revokedAt {
                span(.class("badge stopped")) { Text(nl: "ingetrokken", en: "revoked") }
                span { HTML.moment(revokedAt) }
            } else {
                span(.class("badge stopped")) { Text(nl: "afgelopen", en: "ended") }
                span { HTML.day(link.expiresOn) }
            }
            span(.class("muted small")) {
                Text(nl: "gemaakt door ", en: "made by ")
                "\(link.madeBy), "
                HTML.moment(link.madeAt)
            }
            if link.works(on: today) {
                PostForm(action: Addresses.revokeSheetLink.path(programme.id, conversation, link.id)) {
                    button(.class("button danger small")) {
                        Text(nl: "Intrekken", en: "Revoke")
                        span(.class("visually-hidden")) {
                            Text(nl: " (tot en met ", en: " (until ")
                            HTML.day(link.expiresOn)
                            ")"
                        }
                    }
                }
            }
        }
    }
}

/// A new link, at the one moment that it can be shown.
struct NewSheetLinkPage: Page {
    let programme: Programme
    let conversation: Conversation.ID
    let companyName: String
    let link: SheetLink
    /// The whole address; `nil` when it was shown before.
    let address: String?

    var title: Text { Text(nl: "Link voor ", en: "Link for ") + Text(same: companyName) }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["referrals.css"] }
    var width: PageWidth { .text }

    var body: HTML {
        nav(.class("breadcrumb")) {
            a(.href(Addresses.ownSheet.path(programme.id, conversation))) {
                Text(nl: "De praatplaat", en: "The sheet")
            }
        }
        h1 { title }
        if let address { once(address) } else { alreadyShown }
    }

    private func once(_ address: String) -> HTML {
        Markup.section(.class("stack")) {
            div(.class("notice")) {
                p {
                    Text(
                        nl: "De link is gemaakt en werkt tot en met ",
                        en: "The link was made and works until "
                    )
                    HTML.day(link.expiresOn)
                    Text(
                        nl: ". U ziet hem alleen nu: daarna is hij bij niemand meer bekend.",
                        en: ". You see it only now: after this nobody knows it."
                    )
                }
            }
            div(.class("card link-once")) {
                div(.class("stack")) {
                    h2 { Text(nl: "Kopieer de link", en: "Copy the link") }
                    code { address }
                    p {
                        Text(
                            nl: "Stuur hem zelf naar het bedrijf, of laat de code hiernaast scannen.",
                            en: "Send it to the company yourself, or have the code beside it scanned."
                        )
                    }
                    p { a(.href(address)) { Text(nl: "Bekijk de pagina", en: "Look at the page") } }
                }
                if let code = QRCode(address) {
                    img(
                        .src(code.dataAddress),
                        .alt(Text(nl: "QR-code met de link", en: "QR code with the link")),
                        .attribute("width", "192"),
                        .attribute("height", "192")
                    )
                }
            }
            Markup.section(.class("card")) {
                h2 { Text(nl: "Op papier, met de code erop", en: "On paper, with the code on it") }
                div(.class("actions")) {
                    for paper in Paper.allCases {
                        a(.class("button secondary"), .href("\(address)/\(paper.fileName)")) { paper.caption }
                    }
                }
            }
        }
    }

    private var alreadyShown: HTML {
        div(.class("notice warning")) {
            p {
                Text(
                    nl:
                        "Deze link is al gemaakt en is één keer getoond. Hebt u hem niet gezien? Maak dan een nieuwe en trek de oudere in.",
                    en:
                        "This link was made already and was shown once. Did you not see it? Then make a new one and revoke the older ones."
                )
            }
        }
    }
}

/// A company's own praatplaat, for the company itself.
struct SharedSheetPage: Page {
    let sheet: OwnSheet
    let token: LinkToken
    let language: Language

    var title: Text { Text(nl: "Praatplaat van ", en: "Sheet of ") + Text(same: sheet.companyName) }
    var styles: [String] { ["own-sheet.css"] }

    var body: HTML {
        OwnSheetView(
            sheet: sheet,
            downloads: Paper.allCases.map { paper in
                OwnSheetView.Download(
                    caption: paper.caption,
                    href: Addresses.sharedSheetPDF.path(token, paper.fileName) + "?taal=\(language.rawValue)"
                )
            }
        )
    }
}

/// What somebody sees whose link does not work, for whatever reason.
struct DeadLinkPage: Page {
    var title: Text { Text(nl: "Deze link werkt niet (meer)", en: "This link does not work (any more)") }
    var width: PageWidth { .text }
    var status: HTTPResponse.Status { .gone }

    var body: HTML {
        h1 { title }
        p {
            Text(
                nl: "Misschien is hij niet helemaal overgenomen, is de tijd voorbij, of is hij ingetrokken.",
                en: "Perhaps it was not copied completely, its time is over, or it was revoked."
            )
        }
        p {
            Text(
                nl:
                    "Wilt u uw praatplaat zien? Vraag de adviseur met wie u sprak om een nieuwe link. Uw gegevens zijn niet weg.",
                en:
                    "Do you want to see your sheet? Ask the adviser you talked to for a new link. Your data is not gone."
            )
        }
    }
}

extension Paper {
    /// The last part of the address of the PDF.
    var fileName: String { "praatplaat-\(rawValue).pdf" }

    init?(fileName: String) {
        guard let paper = Paper.allCases.first(where: { $0.fileName == fileName }) else { return nil }
        self = paper
    }

    var caption: Text {
        switch self {
        case .a3: Text(nl: "PDF voor aan de muur (A3)", en: "PDF for the wall (A3)")
        case .a4: Text(nl: "PDF voor in de map (A4)", en: "PDF for the folder (A4)")
        }
    }
}
