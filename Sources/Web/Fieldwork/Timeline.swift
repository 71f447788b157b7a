import Fieldwork
import Foundation
import Kernel
import Markup

/// Something that happened to a company (*tijdlijn*), as one line of its page.
struct TimelineEntry: Sendable {
    let moment: Date
    let title: HTML
    var detail = HTML.empty
    /// Who did it.
    var name: String?
    /// Something that was finished, not just noted.
    var isDone = false
}

/// Where the lines come from: each feature that has to do with companies adds one.
struct TimelineSource: Sendable {
    /// Gives nothing to who may not see it.
    let entries: @Sendable (Company.ID, ProgrammeID, Principal) async throws -> [TimelineEntry]
}

/// When somebody talks to a company again and who (*volgende contact*): from the feature that keeps the date.
struct NextContactSource: Sendable {
    /// Empty for who may not see it.
    let card: @Sendable (Company.ID, ProgrammeID, Principal) async throws -> HTML
}

/// The newest first.
struct Timeline: Component {
    let entries: [TimelineEntry]

    var body: HTML {
        ol(.class("timeline")) {
            for entry in entries.sorted(by: { $0.moment > $1.moment }) {
                li(.class(entry.isDone ? "done" : "")) {
                    HTML.moment(entry.moment)
                    p {
                        strong { entry.title }
                        if let name = entry.name { span(.class("muted")) { " · \(name)" } }
                    }
                    entry.detail
                }
            }
        }
    }
}

extension TimelineSource {
    /// What happened to the data of the company itself.
    static func companies(
        _ companies: Companies,
        _ names: @escaping @Sendable (ProgrammeID) async throws -> CompanyNames
    )
        -> TimelineSource
    {
        TimelineSource { company, programme, principal in
            guard principal.may(.readCompanies, in: programme) else { return [] }
            let names = try await names(programme)
            return try await companies.history(of: company, in: programme, as: principal).map { event in
                TimelineEntry(
                    moment: event.happenedAt,
                    title: .text(event.kind.title),
                    detail: ChangeList(changes: event.changes, names: names).body,
                    name: event.name
                )
            }
        }
    }
}

/// What was changed: field, before, after.
struct ChangeList: Component {
    let changes: [CompanyEvent.Change]
    let names: CompanyNames

    var body: HTML {
        if !changes.isEmpty {
            ul(.class("changes")) {
                for change in changes {
                    li {
                        change.field.caption
                        ": "
                        if !change.old.isEmpty {
                            s { names.value(change.old, of: change.field) }
                            " → "
                        }
                        if change.new.isEmpty {
                            em { Text(nl: "leeg", en: "empty") }
                        } else {
                            names.value(change.new, of: change.field)
                        }
                    }
                }
            }
        }
    }
}
