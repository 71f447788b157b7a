import Kernel
import Markup
import Programmes
import Registers

/// The fields of a register, to fill in.
struct RegisterFields: Component {
    let programme: Programme
    let register: Register
    let form: RegisterItemForm
    let issues: [RegisterIssue]
    /// Companies of other programmes that may be named, for who keeps the register.
    var companies: [SharedCompany] = []

    var body: HTML {
        let names = RegisterNames(programme: programme)
        if !companies.isEmpty {
            element("datalist", [.id(Self.companyList)]) {
                for company in companies { option(.value(company.name)) { company.number ?? "" } }
            }
        }
        for field in register.fields { control(field, names) }
    }

    private func typed(_ field: Register.Field, _ part: Int = 0) -> String {
        let parts = form.values[field.code.description] ?? []
        return parts.indices.contains(part) ? parts[part] : ""
    }

    @HTMLBuilder private func control(_ field: Register.Field, _ names: RegisterNames) -> HTML {
        switch field.kind {
        case .longText:
            TextArea(
                name: field.code.input,
                caption: field.name,
                value: typed(field),
                hint: field.hint,
                isOptional: !field.isRequired,
                issues: issues
            )
        case .choice, .municipality, .organisation: choice(field, names)
        case .number:
            line(
                field,
                caption: field.name + Text(same: " (") + (field.unit ?? Text(same: "")) + Text(same: ")"),
                inputMode: "decimal"
            )
        case .money: line(field, caption: field.name + Text(same: " (€)"), inputMode: "decimal")
        case .date: line(field, type: "date")
        case .link: line(field, type: "url", hint: Text(same: "https://"))
        case .text, .place: line(field)
        case .period:
            pair(
                field,
                Text(nl: "van", en: "from"),
                Text(nl: "tot en met", en: "up to and including"),
                type: "date",
                suffix: "tot"
            )
        case .company:
            pair(
                field,
                Text(nl: "naam", en: "name"),
                Text(nl: "KvK-nummer", en: "KvK number"),
                suffix: "kvk",
                hint: companyHint,
                list: companies.isEmpty ? nil : Self.companyList
            )
        // To be added once the item is there.
        case .file: HTML.empty
        case .person:
            pair(
                field,
                Text(nl: "naam", en: "name"),
                Text(nl: "e-mail of telefoon", en: "e-mail or telephone"),
                suffix: "contact",
                hint: personHint(field)
            )
        }
    }

    private static let companyList = "gedeelde-bedrijven"

    private var companyHint: Text {
        let confidential = Text(
            nl: "Alleen wie dit register bijhoudt, ziet dit.",
            en: "Only who keeps this register sees this."
        )
        let sources = Set(companies.map(\.reference.programme)).sorted().map(\.description).joined(separator: ", ")
        guard !sources.isEmpty else { return confidential }
        return confidential
            + Text(
                nl: " Staat het bedrijf bij \(sources)? Kies het dan uit de lijst; het blijft daar bewaard, één keer.",
                en: " Is the company kept by \(sources)? Choose it from the list; it stays there, once."
            )
    }

    private func personHint(_ field: Register.Field) -> Text {
        let months = field.keepMonths ?? 12
        return (field.purpose ?? Text(same: ""))
            + Text(
                nl: " Alleen wie dit register bijhoudt, ziet dit. We bewaren het \(months) maanden.",
                en: " Only who keeps this register sees this. We keep it for \(months) months."
            )
    }

    private func line(
        _ field: Register.Field,
        caption: Text? = nil,
        type: String = "text",
        inputMode: String? = nil,
        hint: Text? = nil
    ) -> HTML {
        TextField(
            name: field.code.input,
            caption: caption ?? field.name,
            type: type,
            value: typed(field),
            hint: field.hint ?? hint,
            inputMode: inputMode,
            isOptional: !field.isRequired,
            issues: issues
        ).body
    }

    private func choice(_ field: Register.Field, _ names: RegisterNames) -> HTML {
        let options = names.options(of: field)
        let chosen = Set(form.values[field.code.description] ?? [])
        if field.allowsSeveral || options.count <= 6 {
            return ChoiceField(
                name: field.code.input,
                caption: field.name,
                options: options,
                values: chosen,
                allowsSeveral: field.allowsSeveral,
                hint: field.hint,
                isOptional: !field.isRequired,
                issues: issues
            ).body
        }
        return SelectField(
            name: field.code.input,
            caption: field.name,
            options: options,
            value: chosen.first ?? "",
            prompt: Text(nl: "Kies", en: "Choose"),
            hint: field.hint,
            isOptional: !field.isRequired,
            issues: issues
        ).body
    }

    private func pair(
        _ field: Register.Field,
        _ first: Text,
        _ second: Text,
        type: String = "text",
        suffix: String,
        hint: Text? = nil,
        list: String? = nil
    ) -> HTML {
        fieldset(.class("pair")) {
            legend {
                field.name
                if !field.isRequired { small { Text(nl: " (niet verplicht)", en: " (optional)") } }
            }
            if let hint = field.hint ?? hint { p(.class("hint")) { hint } }
            TextField(
                name: field.code.input,
                caption: field.name + Text(same: ": ") + first,
                type: type,
                value: typed(field),
                autocomplete: "off",
                list: list,
                isOptional: !field.isRequired,
                issues: issues
            )
            TextField(
                name: "\(field.code.input)-\(suffix)",
                caption: field.name + Text(same: ": ") + second,
                type: type,
                value: typed(field, 1),
                autocomplete: "off",
                isOptional: true,
                issues: issues
            )
        }
    }
}

extension RegisterItemForm {
    init(_ fields: FormFields, of register: Register) {
        self.init()
        id = fields["id"]
        revision = fields["verzending"]
        basis = Int(fields["versie"]) ?? 0
        (source, isOwn) = (fields["uit"], fields["eigen"] == "ja")
        for field in register.fields {
            let name = field.code.input
            switch field.kind {
            case .choice, .municipality, .organisation:
                values[field.code.description] = fields.all(name).filter { !$0.isEmpty }
            case .period: values[field.code.description] = [fields[name], fields["\(name)-tot"]]
            case .company: values[field.code.description] = [fields[name], fields["\(name)-kvk"]]
            case .person: values[field.code.description] = [fields[name], fields["\(name)-contact"]]
            default: values[field.code.description] = [fields[name]]
            }
        }
    }
}
