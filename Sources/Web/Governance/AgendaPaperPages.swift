import Foundation
import Governance
import Hummingbird
import Kernel
import Markup
import Programmes

/// The papers at an item of an agenda, and for the secretary what adds and erases them.
struct AgendaPaperList: Component {
    let page: MeetingPage
    let item: AgendaItem

    private var issues: [AgendaPaperIssue] { page.paperIssues.filter { $0.item == item.id } }

    var body: HTML {
        if !item.papers.isEmpty { papers }
        if page.isSecretary { form }
    }

    private var papers: HTML {
        ul(.class("papers")) {
            for paper in item.papers {
                li {
                    KeptFileLink(
                        file: paper.file,
                        title: item.title,
                        path: Addresses.agendaPaper.path(page.programme.id, page.meeting.id, paper.file.id)
                    )
                    " "
                    span(.class("muted small")) {
                        HTML.shortDay(Day(paper.addedAt))
                        ", \(paper.name)"
                    }
                    if page.isSecretary { erase(paper) }
                }
            }
        }
    }

    private func erase(_ paper: AgendaPaper) -> HTML {
        PostForm(
            action: Addresses.eraseAgendaPaper.path(page.programme.id, page.meeting.id, paper.file.id),
            .class("no-print")
        ) {
            button(.class("button danger small")) {
                Text(nl: "Wis", en: "Erase")
                span(.class("visually-hidden")) { " \(paper.file.name)" }
            }
        }.body
    }

    private var form: HTML {
        details(.class("no-print"), .attribute("open", if: !issues.isEmpty)) {
            summary {
                Text(nl: "Stuk toevoegen", en: "Add a paper")
                span(.class("visually-hidden")) { ": \(item.title)" }
            }
            PostForm(
                action: Addresses.agendaPapers.path(page.programme.id, page.meeting.id, item.id),
                .multipart,
                .class("file-form")
            ) {
                KeptFileField(
                    name: "stuk",
                    id: AgendaPaperIssue.field(of: item.id),
                    caption: Text(nl: "Stuk bij ", en: "Paper for ") + Text(same: item.title),
                    issues: issues
                )
                button(.class("button secondary")) {
                    Text(nl: "Toevoegen", en: "Add")
                    span(.class("visually-hidden")) { ": \(item.title)" }
                }
            }
        }
    }
}

/// What is wrong with a paper that was sent.
struct AgendaPaperIssue: ExplainedIssue {
    let item: AgendaItem.ID
    let explanation: Text

    var field: String { Self.field(of: item) }

    static func field(of item: AgendaItem.ID) -> String { "stuk-\(item)" }
}

extension GovernanceRoutes {
    func addPaperRoutes(to router: Router<AppContext>) {
        router.post(Addresses.agendaPapers.route, use: addPaper)
        router.get(Addresses.agendaPaper.route, use: showPaper)
        router.post(Addresses.eraseAgendaPaper.route, use: erasePaper)
    }

    private func addPaper(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let (meeting, item): (Meeting.ID, AgendaItem.ID) = try (context.parameter("meeting"), context.parameter("item"))
        // With room to say at the field that a file is too large.
        let file = try await request.multipart(upTo: 2 * KeptFile.sizeLimit)["stuk"]
        do {
            try await governances.attach(
                file?.bytes ?? [],
                name: file?.fileName ?? "",
                to: item,
                of: meeting,
                in: visit.programme,
                as: visit.principal
            )
            return .done(.saved, seeing: Addresses.meeting.path(visit.programme.id, meeting))
        } catch let problem as FileProblem {
            var page = try await meetingPage(visit)
            page.paperIssues = [AgendaPaperIssue(item: item, explanation: problem.explanation)]
            return try page.response(from: request, context: visit.context)
        }
    }

    private func showPaper(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await Visit(context, programmes)
        let (file, bytes) = try await governances.paper(
            context.parameter("file"),
            of: context.parameter("meeting"),
            in: visit.programme,
            as: visit.principal
        )
        return .file(file, bytes)
    }

    private func erasePaper(_ request: Request, _ context: AppContext) async throws -> Response {
        let visit = try await secretary(context)
        let meeting: Meeting.ID = try context.parameter("meeting")
        try await governances.erase(
            context.parameter("file"),
            from: meeting,
            in: visit.programme,
            as: visit.principal
        )
        return .done(.removed, seeing: Addresses.meeting.path(visit.programme.id, meeting))
    }
}
