import Fieldwork
import Kernel
import Markup
import Programmes

/// One conversation: how it stands and what can be done with it.
struct ConversationPage: Page {
    let programme: Programme
    let record: ConversationRecord
    /// The other conversations with this company.
    let others: [Conversation]
    let today: Day
    let mayHold: Bool
    let mayCorrect: Bool
    let mayRefer: Bool
    /// For the photo that may be added to each example.
    let nextPhotos: [GoodExample.ID: ExamplePhoto.ID]
    var issues: [InvalidAnswer.Issue] = []

    private var talk: Conversation { record.conversation }

    var title: Text { Text(nl: "Gesprek met ", en: "Conversation with ") + Text(same: record.company.name) }
    var section: NavigationSection? { .conversations }
    var styles: [String] { ["sheet.css"] }
    var scripts: [String] { mayHold && !record.examples.isEmpty ? ["sheet.js"] : [] }
    var issueCount: Int { issues.count }

    var body: HTML {
        ErrorSummary(issues: issues)
        p(.class("breadcrumb")) {
            a(.href(Addresses.conversations.path(programme.id))) { Text(nl: "Gesprekken", en: "Conversations") }
        }
        div(.class("page-head")) {
            div {
                p(.class("eyebrow")) { talk.measurement.name }
                h1 { title }
                p { span(.class(talk.state.badge)) { talk.state.name } }
            }
        }
        div(.class("columns")) {
            div(.class("stack")) {
                if mayHold {
                    ConversationSteps(programme: programme.id, talk: talk, mayCorrect: mayCorrect, issues: issues)
                }
                if talk.hasResult { after }
                if !record.needs.isEmpty { needs }
                if !record.examples.isEmpty { examples }
            }
            aside(.class("stack")) {
                facts
                if !others.isEmpty { otherConversations }
            }
        }
    }

    private var facts: HTML {
        div(.class("card stack")) {
            h2 { Text(nl: "Afspraak", en: "Appointment") }
            dl(.class("facts")) {
                dt { Text(nl: "Dag", en: "Day") }
                dd {
                    HTML.day(talk.day)
                    if talk.heldOn == nil, let time = talk.plan.time { " \(time)" }
                }
                dt { Text(nl: "Wie", en: "Who") }
                dd { talk.plan.interviewer.name }
                dt { Text(nl: "Bedrijf", en: "Company") }
                dd { a(.href(Addresses.company.path(programme.id, record.company.id))) { record.company.name } }
                if let place = record.place(in: programme) {
                    dt { Text(nl: "Plaats", en: "Place") }
                    dd { place }
                }
                for person in record.contacts.prefix(3) {
                    dt { Text(nl: "Contact", en: "Contact") }
                    dd {
                        person.name
                        if let phone = person.phone { " · \(phone)" }
                    }
                }
                if let version = talk.sheetVersion {
                    dt { Text(nl: "Praatplaat", en: "Sheet") }
                    dd { Text(nl: "versie \(version)", en: "version \(version)") }
                }
            }
            if talk.state == .planned {
                p {
                    a(.href(Addresses.conversationPaper.path(programme.id, talk.id))) {
                        Text(nl: "Lege plaat voor dit bedrijf (PDF, A3)", en: "Empty sheet for this company (PDF, A3)")
                    }
                }
            }
            p {
                a(.href(Addresses.conversationHistory.path(programme.id, talk.id))) {
                    Text(nl: "Wie deed wat wanneer?", en: "Who did what when?")
                }
            }
        }
    }

    /// What comes after the talk: what came out of it, who can help, and the sheet to take home.
    private var after: HTML {
        var result = resultCard
        if mayRefer {
            result.append(
                div(.class("actions")) {
                    a(.class("button secondary"), .href(Addresses.worksheet.path(programme.id, talk.id))) {
                        Text(nl: "Kies wie kan helpen", en: "Choose who can help")
                    }
                    a(.class("button secondary"), .href(Addresses.ownSheet.path(programme.id, talk.id))) {
                        Text(nl: "Eigen praatplaat van het bedrijf", en: "The company’s own sheet")
                    }
                }
            )
        }
        return result
    }

    private var resultCard: HTML {
        let result = SheetResult(sheet: record.sheet, answers: record.answers)
        return a(.class("card card-link"), .href(Addresses.result.path(programme.id, talk.id))) {
            h2 { Text(nl: "Bekijk de uitslag", en: "See the result") }
            p(.class("row result-teaser")) {
                span(.class("big-number doing")) { HTML.number(result.total.doing) }
                span { Text(nl: "doen ze al", en: "they do already") }
                span(.class("big-number ambition")) { HTML.number(result.total.wanted) }
                span { Text(nl: "willen ze binnen drie jaar", en: "they want within three years") }
            }
        }
    }

    private var needs: HTML {
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Hier vraagt het bedrijf hulp bij", en: "What the company asks help with") }
            ul(.class("lines")) {
                for need in record.needs {
                    li {
                        strong { programme.need(need.kind)?.name ?? Text(same: need.kind.description) }
                        if let note = need.note { ": \(note)" }
                    }
                }
            }
        }
    }

    private var examples: HTML {
        Markup.section(.class("stack")) {
            h2 { Text(nl: "Goede voorbeelden", en: "Good examples") }
            for example in record.examples {
                GoodExampleCard(
                    programme: programme.id,
                    conversation: talk.id,
                    example: example,
                    photos: record.photos(of: example.id),
                    nextPhoto: nextPhotos[example.id],
                    today: today,
                    mayHold: mayHold
                )
            }
        }
    }

    private var otherConversations: HTML {
        div(.class("card stack")) {
            h2 { Text(nl: "Andere gesprekken", en: "Other conversations") }
            ul(.class("lines")) {
                for other in others {
                    li {
                        a(.href(Addresses.conversation.path(programme.id, other.id))) { other.measurement.name }
                        " · "
                        HTML.shortDay(other.day)
                        " · "
                        other.state.name
                    }
                }
            }
        }
    }
}

extension ConversationRecord {
    /// Where the company is, as people say it.
    func place(in programme: Programme) -> String? {
        company.municipality.flatMap(programme.area)?.name ?? company.city
    }
}
