import Gatherings
import Kernel
import Markup
import Programmes

/// Who comes, who waits, who was asked; on the day, who is there.
struct ParticipantSection: Component {
    let page: SessionPage
    let board: SessionBoard

    private var session: KnowledgeSession { page.session }
    private var programme: ProgrammeID { page.programme.id }
    private var takesAttendance: Bool { page.mayOrganise && page.isThere }

    /// Who comes first, then who waits, then the others.
    private var ordered: [Participant] {
        let queue = (board.placed + board.waiting)
        let queued = Set(queue.map(\.id))
        return (queue + board.participants.filter { !queued.contains($0.id) }).filter { !$0.name.isEmpty }
    }

    var body: HTML {
        section(.attribute("aria-labelledby", "deelnemers")) {
            h2(.id("deelnemers")) {
                session.state == .held
                    ? Text(nl: "Wie was er?", en: "Who was there?") : Text(nl: "Wie komt er?", en: "Who comes?")
            }
            if session.state == .held { wereThere } else { coming }
            if ordered.isEmpty {
                if board.participants.isEmpty {
                    p(.class("muted")) { Text(nl: "Er is nog niemand uitgenodigd.", en: "Nobody was invited yet.") }
                }
            } else if takesAttendance {
                PostForm(action: Addresses.attendance.path(programme, session.id)) {
                    table
                    button(.class("button")) { Text(nl: "Aanwezigen bewaren", en: "Save who is there") }
                }
            } else {
                table
                if page.mayOrganise {
                    PostForm(action: Addresses.session.path(programme, session.id), .id("wissen")) {}
                }
            }
            if takesAttendance { atDoor }
        }
    }

    private var wereThere: HTML {
        let erased = board.present.count { $0.name.isEmpty }
        return p {
            Text(nl: "\(board.present.count) mensen waren er.", en: "\(board.present.count) people were there.")
            if erased > 0 {
                Text(
                    nl: " Van \(erased) van hen weten we de naam niet meer: die wissen we een half jaar na de sessie.",
                    en: " Of \(erased) of them we no longer know the name: we erase it half a year after the session."
                )
            }
        }
    }

    private var coming: HTML {
        p {
            Text(
                nl:
                    "\(board.placed.count) van \(session.plan.capacity) plaatsen bezet, \(board.waiting.count) op de wachtlijst, \(board.participants.count) uitgenodigd of gevraagd.",
                en:
                    "\(board.placed.count) of \(session.plan.capacity) places taken, \(board.waiting.count) waiting, \(board.participants.count) invited or asked."
            )
        }
    }

    private var table: HTML {
        let name = Text(nl: "Deelnemers", en: "Participants")
        return div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(name)) {
            Markup.table(.class("cards")) {
                caption(.class("visually-hidden")) { name }
                thead {
                    tr {
                        if page.isThere { th(.scope("col")) { Text(nl: "Was er", en: "Was there") } }
                        th(.scope("col")) { Text(nl: "Naam", en: "Name") }
                        th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                        th(.scope("col")) { Text(nl: "Stand", en: "State") }
                        if page.mayOrganise { th(.scope("col")) { Text(nl: "Gegevens", en: "Data") } }
                    }
                }
                tbody { for participant in ordered { row(participant) } }
            }
        }
    }

    private func row(_ participant: Participant) -> HTML {
        let name = Text(same: participant.name)
        return tr {
            if page.isThere {
                td(.attribute("data-label", Text(nl: "Was er", en: "Was there"))) {
                    if takesAttendance {
                        input(
                            .type("checkbox"),
                            .name("aanwezig"),
                            .value(participant.id.description),
                            .checked(participant.isPresent ?? false),
                            .ariaLabel(Text(nl: "Was er: ", en: "Was there: ") + name)
                        )
                    } else {
                        participant.isPresent == true ? Text(nl: "ja", en: "yes") : Text(same: "–")
                    }
                }
            }
            th(.scope("row")) { name }
            td(.attribute("data-label", Text(nl: "Bedrijf", en: "Company"))) {
                if let company = participant.company {
                    a(.href(Addresses.company.path(programme, company))) { participant.companyName }
                } else {
                    participant.companyName
                }
            }
            td(.attribute("data-label", Text(nl: "Stand", en: "State"))) {
                standing(of: participant)
                if participant.wantsCall { Text(nl: " · wil gebeld worden", en: " · wants a call") }
            }
            if page.mayOrganise {
                td(.attribute("data-label", Text(nl: "Gegevens", en: "Data"))) {
                    button(
                        .class("button small secondary"),
                        .attribute(
                            "formaction",
                            Addresses.eraseParticipant.path(programme, session.id, participant.id)
                        ),
                        .attribute("form", ifPresent: takesAttendance ? nil : "wissen"),
                        .ariaLabel(Text(nl: "Wis de gegevens van ", en: "Erase the data of ") + name)
                    ) { Text(nl: "Wissen", en: "Erase") }
                }
            }
        }
    }

    private func standing(of participant: Participant) -> Text {
        let standing = board.standing(of: participant.id)
        if participant.isPresent == true, standing != .placed {
            return Text(nl: "kwam zonder aanmelding", en: "came without signing up")
        }
        return standing.name
    }

    private var atDoor: HTML {
        let returned = page.returned?.form == .door ? page.returned : nil
        let (guest, issues) = (returned?.guest ?? ParticipantForm(), returned?.issues ?? [])
        return details(.class("card no-print"), .attribute("open", if: returned != nil)) {
            summary { Text(nl: "Iemand toevoegen die zich niet aanmeldde", en: "Add somebody who did not sign up") }
            PostForm(action: Addresses.atDoor.path(programme, session.id)) {
                input(.type("hidden"), .name("id"), .value(guest.id.isEmpty ? page.ids() : guest.id))
                GuestFields(form: guest, needsEmail: false, issues: issues)
                button(.class("button secondary")) { Text(nl: "Toevoegen", en: "Add") }
            }
        }
    }
}

/// Who somebody is.
struct GuestFields: Component {
    let form: ParticipantForm
    let needsEmail: Bool
    let issues: [InvalidSession.Issue]

    var body: HTML {
        TextField(
            name: "naam",
            caption: Text(nl: "Naam", en: "Name"),
            value: form.name,
            autocomplete: needsEmail ? "name" : "off",
            issues: issues
        )
        TextField(
            name: "bedrijf",
            caption: Text(nl: "Bedrijf", en: "Company"),
            value: form.companyName,
            autocomplete: needsEmail ? "organization" : "off",
            isOptional: true,
            issues: issues
        )
        TextField(
            name: "mail",
            caption: Text(nl: "E-mailadres", en: "E-mail address"),
            type: "email",
            value: form.email,
            autocomplete: needsEmail ? "email" : "off",
            isOptional: !needsEmail,
            issues: issues
        )
    }
}

extension ParticipantForm {
    init(_ fields: FormFields) {
        self.init()
        id = fields["id"]
        name = fields["naam"]
        companyName = fields["bedrijf"]
        email = fields["mail"]
    }
}

/// For on the table at the entrance: who has a place, with room to sign.
struct AttendanceListPage: Page {
    let programme: Programme
    let board: SessionBoard

    var title: Text { Text(nl: "Presentielijst", en: "Attendance list") }
    var section: NavigationSection? { .sessions }
    var styles: [String] { ["sessions.css"] }

    var body: HTML {
        p(.class("breadcrumb no-print")) {
            a(.href(Addresses.session.path(programme.id, board.session.id))) { board.session.plan.title }
        }
        h1 { title }
        p(.class("lead")) {
            board.session.plan.title
            " · "
            HTML.day(board.session.plan.day)
            " · \(board.session.plan.venue)"
        }
        p(.class("no-print muted")) {
            Text(nl: "Druk deze pagina af met uw browser.", en: "Print this page with your browser.")
        }
        div(.class("table-scroll"), .attribute("tabindex", "0"), .role("region"), .ariaLabel(title)) { list }
    }

    private var expected: [Participant] {
        board.placed.filter { !$0.name.isEmpty }.sorted { ($0.name, $0.position) < ($1.name, $1.position) }
    }

    private var list: HTML {
        table(.class("attendance")) {
            caption(.class("visually-hidden")) { title }
            thead {
                tr {
                    th(.scope("col")) { Text(nl: "Naam", en: "Name") }
                    th(.scope("col")) { Text(nl: "Bedrijf", en: "Company") }
                    th(.scope("col")) { Text(nl: "Handtekening", en: "Signature") }
                }
            }
            tbody {
                for participant in expected {
                    tr {
                        th(.scope("row")) { participant.name }
                        td { participant.companyName }
                        td {}
                    }
                }
                for _ in 0..<5 {
                    tr {
                        td {}
                        td {}
                        td {}
                    }
                }
            }
        }
    }
}
