import Fieldwork
import Kernel
import Markup
import Programmes
import Registers

/// Something that an item of a register can begin from.
struct RegisterBlock {
    /// As it stands in an address.
    let id: String
    let title: Text
    let text: Text
    let subject: Register.Field.Option.ID?
    /// The identifier of the good example that it is.
    let example: String?
    /// Of a good example: whose it is.
    let company: String?

    init(_ text: Register.StandardText) {
        id = "tekst-\(text.code)"
        title = text.title
        self.text = text.text
        subject = text.subject
        (example, company) = (nil, nil)
    }

    /// As far as the company lets everybody see it.
    init(_ shared: SharedExample, _ blocks: Register.Blocks) {
        let example = shared.example
        id = "voorbeeld-\(example.id)"
        title = Text(same: example.title)
        let parts = [example.story, example.brings, shared.companyName].compactMap { $0?.nonEmpty }
        text = Text(same: parts.joined(separator: "\n\n"))
        subject = blocks.examples
        self.example = example.id.description
        company = shared.companyName
    }

    /// A form that has it already.
    func form(for register: Register, in language: Language) -> RegisterItemForm {
        var form = RegisterItemForm()
        form.source = example ?? ""
        guard let blocks = register.blocks else { return form }
        if let first = register.fields.first { form.values[first.code.description] = [title[language]] }
        form.values[blocks.text.description] = [text[language]]
        if let field = blocks.subject, let subject { form.values[field.description] = [subject.description] }
        return form
    }
}

/// Texts that are ready, and good examples that may be told, each a click away from the calendar.
struct RegisterBlocksPage: Page {
    let programme: Programme
    let register: Register
    let blocks: [RegisterBlock]

    var title: Text { Text(nl: "Bouwstenen voor berichten", en: "Building blocks for messages") }
    var section: NavigationSection? { .registers }
    var styles: [String] { ["action-plan.css", "registers.css"] }

    var body: HTML {
        WayBack(to: Addresses.register.path(programme.id, register.code)) { register.name }
        h1 { title }
        group(blocks.filter { $0.company == nil }, Text(nl: "Teksten die klaar zijn", en: "Texts that are ready"))
        if register.blocks?.examples != nil {
            let told = blocks.filter { $0.company != nil }
            group(told, Text(nl: "Goede voorbeelden die u mag vertellen", en: "Good examples that you may tell"))
            p(.class("muted")) {
                told.isEmpty
                    ? Text(
                        nl: "Er is nog geen bedrijf dat iedereen zijn voorbeeld laat zien.",
                        en: "No company lets everybody see its example yet."
                    )
                    : Text(
                        nl:
                            "Alleen van bedrijven die zeiden dat iedereen het mag zien. Trekt een bedrijf dat in, dan ziet niemand van buiten het bericht nog, en staat dat boven het register.",
                        en:
                            "Only of companies that said everybody may see it. When a company takes that back, nobody from outside sees the message any more, and it says so above the register."
                    )
            }
        }
    }

    @HTMLBuilder private func group(_ blocks: [RegisterBlock], _ heading: Text) -> HTML {
        if !blocks.isEmpty {
            Markup.section {
                h2 { heading }
                ul(.class("standing wide blocks")) {
                    for block in blocks {
                        li {
                            article(.class("card")) {
                                h3 { block.title }
                                p { block.text }
                                p {
                                    a(
                                        .class("button secondary"),
                                        .href(
                                            Addresses.newRegisterItem.path(programme.id, register.code)
                                                + "?uit=\(block.id)"
                                        )
                                    ) {
                                        Text(nl: "Maak hier een bericht van", en: "Make a message of this")
                                        span(.class("visually-hidden")) { Text(same: ": ") + block.title }
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
