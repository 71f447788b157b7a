import Gatherings
import Kernel
import Markup
import Programmes

/// A session to plan or to change.
struct SessionFormPage: Page {
    let programme: Programme
    let id: KnowledgeSession.ID
    let form: SessionForm
    let isNew: Bool
    var issues: [InvalidSession.Issue] = []

    var title: Text {
        isNew
            ? Text(nl: "Kennissessie plannen", en: "Plan a session")
            : Text(nl: "Kennissessie wijzigen", en: "Change session")
    }
    var section: NavigationSection? { .sessions }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        p(.class("breadcrumb")) {
            a(.href(Addresses.sessions.path(programme.id))) { Text(nl: "Kennissessies", en: "Knowledge sessions") }
        }
        ErrorSummary(issues: issues)
        h1 { title }
        if !isNew {
            p(.class("muted")) {
                Text(
                    nl: "Verandert u de dag, de tijd of de plaats, dan krijgt wie zich aanmeldde daar bericht van.",
                    en: "When you change the day, the time or the place, who signed up gets a message."
                )
            }
        }
        PostForm(
            action: isNew ? Addresses.newSession.path(programme.id) : Addresses.changeSession.path(programme.id, id)
        ) {
            input(.type("hidden"), .name("id"), .value(id.description))
            text("titel", Text(nl: "Titel", en: "Title"), form.title)
            TextArea(
                name: "samenvatting",
                caption: Text(nl: "Waar gaat het over?", en: "What is it about?"),
                value: form.summary,
                hint: Text(nl: "Dit staat in de uitnodiging.", en: "This is in the invitation."),
                issues: issues
            )
            SelectField(
                name: "thema",
                caption: Text(nl: "Thema van de praatplaat", en: "Theme of the sheet"),
                options: programme.sheet.themes.map { .init(value: $0.code.description, caption: $0.name) },
                value: form.theme,
                prompt: Text(nl: "Geen", en: "None"),
                isOptional: true,
                issues: issues
            )
            text("dag", Text(nl: "Dag", en: "Day"), form.day, type: "date")
            text("begin", Text(nl: "Begin", en: "Beginning"), form.start, type: "time")
            text("einde", Text(nl: "Einde", en: "End"), form.end, type: "time")
            text(
                "locatie",
                Text(nl: "Bij wie of in welk gebouw?", en: "At whose place or in which building?"),
                form.venue
            )
            text("adres", Text(nl: "Straat en plaats", en: "Street and town"), form.street)
            SelectField(
                name: "gemeente",
                caption: Text(nl: "Gemeente", en: "Municipality"),
                options: programme.municipalities.sorted { ($0.name, $0.code) < ($1.name, $1.code) }
                    .map { .init(value: $0.code.description, caption: Text(same: $0.name)) },
                value: form.municipality,
                prompt: Text(nl: "Kies een gemeente", en: "Choose a municipality"),
                issues: issues
            )
            text("gastheer", Text(nl: "Wie ontvangt de gasten?", en: "Who receives the guests?"), form.host)
            TextField(
                name: "plaatsen",
                caption: Text(nl: "Hoeveel plaatsen?", en: "How many places?"),
                value: form.capacity,
                hint: Text(nl: "Daarna komt er een wachtlijst.", en: "After that there is a waiting list."),
                inputMode: "numeric",
                issues: issues
            )
            TextArea(
                name: "programma",
                caption: Text(nl: "Programma", en: "Programme"),
                value: form.agenda,
                hint: Text(nl: "Een regel voor elk onderdeel.", en: "A line for each part."),
                issues: issues
            )
            div(.class("choice")) {
                input(.type("checkbox"), .id("openbaar"), .name("openbaar"), .value("ja"), .checked(form.isPublic))
                label(.for("openbaar")) {
                    Text(
                        nl: "Iedereen mag deze sessie zien en een link vragen",
                        en: "Anybody may see this session and ask for a link"
                    )
                }
            }
            div(.class("actions")) {
                button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
                a(.href(isNew ? Addresses.sessions.path(programme.id) : Addresses.session.path(programme.id, id))) {
                    Text(nl: "Niet bewaren", en: "Do not save")
                }
            }
        }
    }

    private func text(_ name: String, _ caption: Text, _ value: String, type: String = "text") -> TextField {
        TextField(name: name, caption: caption, type: type, value: value, issues: issues)
    }
}

extension SessionForm {
    init(_ fields: FormFields) {
        self.init()
        title = fields["titel"]
        summary = fields["samenvatting"]
        theme = fields["thema"]
        day = fields["dag"]
        start = fields["begin"]
        end = fields["einde"]
        venue = fields["locatie"]
        street = fields["adres"]
        municipality = fields["gemeente"]
        host = fields["gastheer"]
        capacity = fields["plaatsen"]
        agenda = fields["programma"]
        isPublic = fields["openbaar"] == "ja"
    }
}
