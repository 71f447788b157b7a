import Kernel
import Markup
import Programmes
import Registers

/// One item: what was filled in, its state, and everything that happened to it.
struct RegisterItemPage: Page {
    let programme: Programme
    let principal: Principal
    let record: RegisterRecord
    var issues: [RegisterIssue] = []

    var title: Text { Text(same: record.item.title) }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }
    var scripts: [String] { isKeeper && register.fields.contains { $0.kind == .file } ? ["files.js"] : [] }
    var issueCount: Int { issues.count }
    private var register: Register { record.register }
    private var item: RegisterItem { record.item }
    private var isKeeper: Bool { principal.mayKeep(register, in: programme) }
    private var names: RegisterNames {
        RegisterNames(programme: programme) { [programme = programme.id, register = register.code] in
            Addresses.registerFile.path(programme, register, $0.id, $1.id)
        }
    }

    var body: HTML {
        WayBack(to: Addresses.register.path(programme.id, register.code)) { register.name }
        ErrorSummary(issues: issues)
        div(.class("page-head")) {
            h1 {
                small(.class("eyebrow")) {
                    register.item
                    " \(item.number)"
                }
                " "
                title
            }
            if isKeeper {
                div(.class("actions no-print")) {
                    a(
                        .class("button"),
                        .href(Addresses.changeRegisterItem.path(programme.id, register.code, item.id))
                    ) { Text(nl: "Wijzigen", en: "Change") }
                }
            }
        }
        if item.isProposed { proposal }
        if record.isWithdrawn {
            p(.class("notice warning")) {
                Text(
                    nl:
                        "Dit komt uit een voorbeeld dat het bedrijf niet meer aan iedereen laat zien. Niemand van buiten ziet dit nog. Wis het, of haal eruit wat van het bedrijf is.",
                    en:
                        "This came from an example that the company does not let everybody see any more. Nobody from outside sees this now. Erase it, or take out what is of the company."
                )
            }
        }
        p {
            Text(nl: "Stand: ", en: "State: ")
            span(.class("badge plain")) { names.state(item.state, of: register) }
            if register.state(item.state) == nil {
                " "
                Text(
                    nl: "Deze stand bestaat niet meer. Kies een andere.",
                    en: "This state does not exist any more. Choose another."
                )
            }
        }
        if isKeeper, !item.isProposed, !targets.isEmpty {
            MoveForm(
                action: Addresses.moveRegisterItem.path(programme.id, register.code, item.id),
                item: item,
                targets: targets,
                back: Addresses.registerItem.path(programme.id, register.code, item.id),
                passed: register.states(upTo: item.state)
            )
        }
        facts
        if isKeeper { RegisterFileForms(programme: programme, record: record, issues: issues) }
        history
        if isKeeper { erasure }
    }

    private var targets: [Register.State] {
        register.states.filter { principal.mayMove(item.state, to: $0.code, of: register, in: programme.id) }
    }

    @HTMLBuilder private var proposal: HTML {
        p(.class("notice info")) {
            Text(
                nl: "Dit is van buiten gemeld. Zeg ja, dan komt het in het register. Zeg nee, dan wordt alles gewist.",
                en: "This was reported from outside. Say yes, and it is in the register. Say no, and all is erased."
            )
        }
        div(.class("actions no-print")) {
            PostForm(action: Addresses.acceptRegisterItem.path(programme.id, register.code, item.id)) {
                button(.class("button")) { Text(nl: "Ja, opnemen", en: "Yes, take it") }
            }
            PostForm(action: Addresses.eraseRegisterItem.path(programme.id, register.code, item.id)) {
                button(.class("button danger")) { Text(nl: "Nee, wissen", en: "No, erase") }
            }
        }
    }

    private var facts: HTML {
        dl(.class("facts")) {
            for field in register.fields(forKeeper: isKeeper) {
                if field.kind == .person {
                    if let person = record.persons[field.code] {
                        dt { field.name }
                        dd {
                            person.name
                            if !person.contact.isEmpty { ", \(person.contact)" }
                            span(.class("muted small")) {
                                Text(nl: " (bewaard tot en met ", en: " (kept up to and including ")
                                HTML.shortDay(person.keptUntil)
                                ")"
                            }
                        }
                    }
                } else if item.stored(field) != nil {
                    dt { field.name }
                    dd { names.shown(item, field) }
                }
            }
            if isKeeper {
                for (code, text) in record.unasked {
                    dt { code }
                    dd {
                        text
                        " "
                        span(.class("badge attention")) {
                            Text(nl: "wordt niet meer gevraagd", en: "is not asked any more")
                        }
                    }
                }
            }
        }
    }

    private var history: HTML {
        Markup.section {
            h2 { Text(nl: "Wat er gebeurde", en: "What happened") }
            ol(.class("timeline")) {
                for (index, revision) in record.revisions.enumerated() {
                    let earlier = record.revisions.indices.contains(index + 1) ? record.revisions[index + 1] : nil
                    li { entry(revision, earlier) }
                }
            }
        }
    }

    @HTMLBuilder private func entry(_ revision: RegisterRevision, _ earlier: RegisterRevision?) -> HTML {
        p {
            HTML.moment(revision.recordedAt)
            revision.name.isEmpty
                ? Text(nl: " van buiten gemeld", en: " reported from outside") : Text(same: " \(revision.name)")
            " "
            span(.class("badge plain")) { names.state(revision.state, of: register) }
        }
        if let earlier {
            let changes = shownChanges(revision, earlier)
            if !changes.isEmpty {
                dl(.class("changes")) {
                    for (name, old, new) in changes {
                        dt { name }
                        dd {
                            element("del", []) { old ?? Text(nl: "leeg", en: "empty") }
                            " → "
                            new ?? Text(nl: "leeg", en: "empty")
                        }
                    }
                }
            }
        } else {
            p(.class("muted small")) { Text(nl: "Toegevoegd.", en: "Added.") }
        }
    }

    private func shownChanges(_ revision: RegisterRevision, _ earlier: RegisterRevision) -> [(Text, Text?, Text?)] {
        revision.changed(from: earlier).compactMap { code in
            let field = register.fields.first { $0.code.description == code }
            guard isKeeper || field.map({ !$0.kind.isConfidential }) ?? false else { return nil }
            return (
                field?.name ?? Text(same: code), shown(earlier.values[code], field), shown(revision.values[code], field)
            )
        }
    }

    private func shown(_ stored: String?, _ field: Register.Field?) -> Text? {
        guard let stored = stored?.nonEmpty else { return nil }
        guard let field, let value = RegisterValue(stored: stored, kind: field.kind) else { return Text(same: stored) }
        return Text(nl: names.text(value, field, .dutch), en: names.text(value, field, .english))
    }

    private var erasure: HTML {
        details(.class("no-print")) {
            summary { Text(nl: "Wissen", en: "Erase") }
            p {
                Text(
                    nl:
                        "Alles over dit onderdeel verdwijnt voorgoed, ook wat eerder is opgeschreven. Doe dit als het er nooit "
                        + "had mogen staan, of als iemand daarom vraagt. Is het voorbij, kies dan een andere stand.",
                    en:
                        "Everything about this disappears for good, also what was written down earlier. Do this when it "
                        + "should never have been here, or when somebody asks. When it is over, choose another state."
                )
            }
            PostForm(action: Addresses.eraseRegisterItem.path(programme.id, register.code, item.id)) {
                button(.class("button danger")) { Text(nl: "Voorgoed wissen", en: "Erase for good") }
            }
        }
    }
}

/// To add an item, or to change one.
struct RegisterFormPage: Page {
    let programme: Programme
    let register: Register
    let action: String
    let back: String
    var form: RegisterItemForm
    var issues: [RegisterIssue] = []
    let companies: [SharedCompany]
    let isNew: Bool

    var title: Text {
        isNew
            ? Text(nl: "Toevoegen: ", en: "Add: ") + register.item
            : Text(nl: "Wijzigen: ", en: "Change: ") + register.item
    }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["registers.css"] }
    var width: PageWidth { .text }
    var issueCount: Int { issues.count }

    var body: HTML {
        WayBack(to: back) { register.name }
        h1(.id("formulier"), .attribute("tabindex", "-1")) { title }
        ErrorSummary(issues: issues)
        PostForm(action: action) {
            input(.type("hidden"), .name("id"), .value(form.id))
            input(.type("hidden"), .name("verzending"), .value(form.revision))
            input(.type("hidden"), .name("versie"), .value("\(form.basis)"))
            input(.type("hidden"), .name("uit"), .value(form.source))
            RegisterFields(
                programme: programme,
                register: register,
                form: form,
                issues: issues,
                companies: companies
            )
            if !isNew, !form.source.isEmpty { own }
            button(.class("button")) { Text(nl: "Bewaren", en: "Save") }
        }
    }

    private var own: HTML {
        ChoiceField(
            name: "eigen",
            caption: Text(nl: "Gemaakt van een goed voorbeeld", en: "Made of a good example"),
            options: [
                .init(
                    value: "ja",
                    caption: Text(
                        nl: "Hier staat niets meer in van het bedrijf",
                        en: "Nothing of the company is in this any more"
                    )
                )
            ],
            values: form.isOwn ? ["ja"] : [],
            allowsSeveral: true,
            isOptional: true
        ).body
    }
}
