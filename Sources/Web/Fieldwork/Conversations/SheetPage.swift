import Fieldwork
import Kernel
import Markup
import Programmes

/// Where on the sheet somebody is.
enum SheetStep: Equatable {
    /// What the conversation begins with, and is summed up in.
    case picture
    case theme(Theme.ID)
    case needs, examples, end

    /// What stands in the address, after `?`.
    var query: String {
        switch self {
        case .picture: "stap=beeld"
        case .theme(let code): "thema=\(code)"
        case .needs: "stap=behoeften"
        case .examples: "stap=voorbeelden"
        case .end: "stap=klaar"
        }
    }

    /// `nil` when the address names none that is on this sheet.
    init?(theme: String, step: String, sheet: TalkSheet) {
        switch step {
        case "beeld": self = .picture
        case "behoeften": self = .needs
        case "voorbeelden": self = .examples
        case "klaar": self = .end
        default:
            guard let code = Theme.ID(theme), sheet.theme(code) != nil else { return nil }
            self = .theme(code)
        }
    }

    static func all(of sheet: TalkSheet) -> [SheetStep] {
        [.picture] + sheet.themes.map { .theme($0.code) } + [.needs, .examples, .end]
    }

    func next(on sheet: TalkSheet) -> SheetStep? {
        let all = Self.all(of: sheet)
        return all.firstIndex(of: self).flatMap { $0 + 1 < all.count ? all[$0 + 1] : nil }
    }

    func title(on sheet: TalkSheet) -> Text {
        switch self {
        case .picture: Text(nl: "De praatplaat", en: "The picture")
        case .theme(let code): sheet.theme(code)?.name ?? Text(same: code.description)
        case .needs: Text(nl: "Hulp", en: "Help")
        case .examples: Text(nl: "Goede voorbeelden", en: "Good examples")
        case .end: Text(nl: "Klaar", en: "Done")
        }
    }
}

/// The talking sheet, one theme at a time (*praatplaat*).
struct SheetPage: Page {
    let programme: Programme
    let record: ConversationRecord
    let result: SheetResult
    let step: SheetStep
    let mayFill: Bool
    let today: Day
    var exampleForm = GoodExampleForm()
    /// Which example the form is about; a new one gets this identifier.
    let example: GoodExample.ID
    /// For the photo that may be added to each example.
    let nextPhotos: [GoodExample.ID: ExamplePhoto.ID]
    var issues: [InvalidGoodExample.Issue] = []
    var answerIssues: [InvalidAnswer.Issue] = []

    private var talk: Conversation { record.conversation }

    var title: Text { step.title(on: record.sheet) + Text(same: " – \(record.company.name)") }
    var section: NavigationSection? { .conversations }
    var width: PageWidth { .full }
    var styles: [String] { ["sheet.css"] }
    var scripts: [String] { mayFill ? ["sheet.js"] : [] }
    var issueCount: Int { issues.count + answerIssues.count }

    var body: HTML {
        div(
            .class(step == .picture ? "talk talk-overview" : "talk"),
            .attribute("data-ticks", ifPresent: mayFill ? Addresses.ticks.path(programme.id, talk.id) : nil)
        ) {
            TalkBar(programme: programme, record: record, mayFill: mayFill)
            div(.class("talk-columns")) {
                div(.class("talk-side")) {
                    div(.class("talk-scene scene-frame")) {
                        img(
                            .class("talk-picture"),
                            .src(picture),
                            .attribute("data-live", livePicture),
                            .alt(
                                Text(
                                    nl:
                                        "Tekening van het bedrijf: wat het doet staat er groen in, wat het wil gestippeld.",
                                    en: "Drawing of the company: what it does is green, what it wants is dashed."
                                )
                            ),
                            .attribute("loading", "lazy"),
                            .attribute("width", "\(Scene.width)"),
                            .attribute("height", "\(drawing.height)")
                        )
                        zones
                    }
                    SheetNavigation(programme: programme.id, record: record, result: result, step: step)
                }
                div(.class("talk-card")) {
                    ErrorSummary(issues: issues + answerIssues as [any ExplainedIssue])
                    if !mayFill { closed }
                    content
                }
            }
        }
    }

    /// The zones of the picture lead to their themes, as the list below it does.
    private var zones: SceneLinks {
        drawing.links { Addresses.sheet.path(programme.id, talk.id) + "?" + SheetStep.theme($0).query }
    }

    private var drawing: TalkPicture {
        TalkPicture(sheet: record.sheet, own: programme.picture, answers: record.answers)
    }

    private var livePicture: String { Addresses.sheetPicture.path(programme.id, talk.id) + "?levend" }

    private var picture: String {
        let address = Addresses.sheetPicture.path(programme.id, talk.id)
        if case .theme(let code) = step { return "\(address)?thema=\(code)" }
        return address
    }

    @HTMLBuilder private var content: HTML {
        switch step {
        case .picture: PictureStep(programme: programme.id, record: record)
        case .theme(let code):
            if let theme = record.sheet.theme(code) {
                ThemeStep(programme: programme, record: record, theme: theme, mayFill: mayFill)
            }
        case .needs: NeedsStep(programme: programme, record: record, mayFill: mayFill)
        case .examples:
            ExamplesStep(
                programme: programme.id,
                record: record,
                mayFill: mayFill,
                today: today,
                form: exampleForm,
                example: example,
                nextPhotos: nextPhotos,
                issues: issues
            )
        case .end: EndStep(programme: programme, record: record, result: result, mayFill: mayFill)
        }
    }

    private var closed: HTML {
        div(.class("notice info")) {
            p {
                talk.state == .planned
                    ? Text(
                        nl: "Het gesprek is nog niet begonnen. U kunt alleen kijken.",
                        en: "The conversation has not started yet. You can only look."
                    )
                    : Text(
                        nl: "De plaat is dicht: het gesprek is \(talk.state.name.nl). U kunt alleen kijken.",
                        en: "The sheet is closed: the conversation is \(talk.state.name.en). You can only look."
                    )
                " "
                a(.href(Addresses.conversation.path(programme.id, talk.id))) {
                    Text(nl: "Naar het gesprek", en: "To the conversation")
                }
            }
        }
    }
}

/// With whom we are at the table, and whether everything is saved.
struct TalkBar: Component {
    let programme: Programme
    let record: ConversationRecord
    let mayFill: Bool

    var body: HTML {
        div(.class("talk-bar")) {
            a(.class("talk-company"), .href(Addresses.conversation.path(programme.id, record.conversation.id))) {
                record.company.name
            }
            span(.class("talk-with")) {
                record.place(in: programme) ?? ""
                if let person = record.contacts.first {
                    Text(nl: " · gesprek met ", en: " · conversation with ")
                    person.name
                }
            }
            if mayFill {
                p(.class("saved"), .id("bewaard"), .role("status"), .attribute("data-state", "saved")) {
                    Text(nl: "✓ Alles bewaard", en: "✓ Everything saved")
                }
            }
        }
    }
}

/// The themes, with how many of each are done, and the last steps.
private struct SheetNavigation: Component {
    let programme: ProgrammeID
    let record: ConversationRecord
    let result: SheetResult
    let step: SheetStep

    var body: HTML {
        nav(.class("talk-nav"), .ariaLabel(Text(nl: "Onderdelen van de plaat", en: "Parts of the sheet"))) {
            ol {
                for part in SheetStep.all(of: record.sheet) {
                    li {
                        a(.href(path(part)), .attribute("aria-current", ifPresent: part == step ? "step" : nil)) {
                            span(.class("part")) { part.title(on: record.sheet) }
                            progress(of: part)
                        }
                    }
                }
            }
        }
    }

    private func path(_ part: SheetStep) -> String {
        Addresses.sheet.path(programme, record.conversation.id) + "?" + part.query
    }

    private func progress(of part: SheetStep) -> HTML {
        switch part {
        case .theme(let code):
            guard let count = result.themes.first(where: { $0.theme.code == code })?.count else { return .empty }
            return span(.class("count"), .attribute("data-count")) {
                span(.class("doing-count")) { "\(count.doing)" }
                "/"
                span(.class("applicable-count")) { "\(count.applicable)" }
                span(.class("visually-hidden")) { Text(nl: " doen we", en: " we do") }
            }
        case .picture: return .empty
        case .needs: return record.needs.isEmpty ? .empty : span(.class("count")) { "\(record.needs.count)" }
        case .examples: return record.examples.isEmpty ? .empty : span(.class("count")) { "\(record.examples.count)" }
        case .end: return .empty
        }
    }
}

/// Leads to the next part of the sheet.
struct NextStep: Component {
    let programme: ProgrammeID
    let record: ConversationRecord
    let step: SheetStep

    var body: HTML {
        if let next = step.next(on: record.sheet) {
            div(.class("actions talk-next")) {
                a(
                    .class("button big"),
                    .href(Addresses.sheet.path(programme, record.conversation.id) + "?" + next.query)
                ) {
                    Text(nl: "Volgende: ", en: "Next: ")
                    next.title(on: record.sheet).map { $0.lowercasedFirst }
                }
                if case .theme = step {
                    a(
                        .class("button secondary"),
                        .href(Addresses.sheet.path(programme, record.conversation.id) + "?" + SheetStep.examples.query)
                    ) { Text(nl: "Goed voorbeeld noteren", en: "Note a good example") }
                }
            }
        }
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
