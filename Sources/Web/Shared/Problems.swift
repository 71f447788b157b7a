import Foundation
package import Hummingbird
package import Kernel
import Logging
import Markup
import Storage

/// A problem with the words for it. Every problem of the domain gets them in the Web folder of its feature.
protocol ExplainedProblem: Problem {
    /// What is the matter and what to do about it, in one or two sentences.
    var explanation: Text { get }
}

/// What a problem says on the command line, which speaks English.
package func commandExplanation(of problem: any Problem) -> String {
    ((problem as? any ExplainedProblem)?.explanation ?? problem.kind.explanation)[.english]
}

/// What can be wrong with an address or a request, before any feature is asked.
enum PageProblem: ExplainedProblem, Equatable {
    case notFound
    case unreadableForm
    case expiredForm
    case tooLarge

    var kind: ProblemKind {
        switch self {
        case .notFound: .notFound
        case .unreadableForm, .tooLarge: .invalid
        case .expiredForm: .forbidden
        }
    }

    var code: String {
        switch self {
        case .notFound: "page.not-found"
        case .unreadableForm: "page.unreadable-form"
        case .expiredForm: "page.expired-form"
        case .tooLarge: "page.too-large"
        }
    }

    var explanation: Text {
        switch self {
        case .notFound:
            Text(
                nl: "Deze pagina bestaat niet. Controleer het adres of ga terug.",
                en: "There is no such page. Check the address or go back."
            )
        case .unreadableForm:
            Text(
                nl: "We konden niet lezen wat u stuurde. Ga terug en probeer het opnieuw.",
                en: "We could not read what you sent. Go back and try again."
            )
        case .expiredForm:
            Text(
                nl: "Dit formulier is verlopen. Ga terug, herlaad de pagina en verstuur opnieuw.",
                en: "This form has expired. Go back, reload the page and send it again."
            )
        case .tooLarge:
            Text(
                nl: "Dit is te groot om te versturen. Maak het korter of deel het op.",
                en: "This is too large to send. Make it shorter or split it up."
            )
        }
    }
}

extension AccessProblem: ExplainedProblem {
    var explanation: Text {
        switch self {
        case .unauthenticated: Text(nl: "Meld u eerst aan.", en: "Please sign in first.")
        case .forbidden:
            Text(
                nl: "U hebt hiervoor geen rechten. Vraag de projectleider als dat wel zou moeten.",
                en: "You may not do this. Ask the project leader if you should."
            )
        case .programmeClosed:
            Text(
                nl: "Dit programma is afgesloten: er kan niets meer bij. Moet dit er nog in, vraag dan de beheerder om "
                    + "het programma te heropenen.",
                en: "This programme is closed: nothing can be added. If this should still go in, ask the administrator "
                    + "to reopen the programme."
            )
        }
    }
}

/// A problem in words, for who is not looking at a page: everything that is wrong, one sentence a line.
package func explanation(of problem: any Problem, in language: Language) -> String {
    let issues = (problem as? any FormProblem).map { sentences(of: $0) } ?? []
    let text = (problem as? any ExplainedProblem)?.explanation ?? problem.kind.explanation
    return issues.isEmpty ? text[language] : issues.map { $0[language] }.joined(separator: "\n")
}

private func sentences(of problem: some FormProblem) -> [Text] {
    problem.issues.compactMap { ($0 as? any ExplainedIssue)?.explanation }
}

/// Turns every error into a page. A problem is explained; anything else is logged in full and kept to ourselves.
package struct ProblemMiddleware: RouterMiddleware {
    package typealias Context = AppContext

    package init() {}

    package func handle(
        _ request: Request,
        context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch AccessProblem.unauthenticated where request.method == .get && !wantsData(request) {
            let target = context.address.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            return .redirect(to: "/aanmelden?verder=\(target)", type: .normal)
        } catch {
            let (status, code, text) = explain(error, context: context)
            if wantsData(request) {
                return try DataProblem(status: status.code, code: code, title: text[context.language])
                    .response(status: status)
            }
            return try ProblemPage(status: status, explanation: text).response(from: request, context: context)
        }
    }

    private func explain(_ error: any Error, context: AppContext) -> (HTTPResponse.Status, String, Text) {
        switch error {
        case let problem as any Problem:
            context.logger.info("problem", metadata: ["code": "\(problem.code)"])
            let text = (problem as? any ExplainedProblem)?.explanation ?? problem.kind.explanation
            return (problem.kind.status, problem.code, text)
        case SQLError.diskFull:
            context.logger.error("the disk is full")
            return (
                HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage"), "storage.full",
                Text(
                    nl:
                        "De server heeft geen ruimte meer. Er is niets bewaard. Waarschuw de beheerder en probeer het daarna opnieuw.",
                    en: "The server has run out of room. Nothing was saved. Warn the administrator, then try again."
                )
            )
        case SQLError.unstorableText:
            return (
                .badRequest, "storage.text",
                Text(
                    nl:
                        "In wat u invulde staat een teken dat niet bewaard kan worden. Haal het weg en probeer het opnieuw.",
                    en: "What you filled in has a character in it that cannot be saved. Remove it, then try again."
                )
            )
        case SQLError.unavailable(let message):
            context.logger.error("the database cannot be reached", metadata: ["message": "\(message)"])
            return (.serviceUnavailable, "storage.unavailable", ProblemKind.unavailable.explanation)
        case let error as any HTTPResponseError:
            if error.status.code >= 500 { context.logger.error("\(error)") }
            let kind = ProblemKind(error.status)
            let text = error.status == .contentTooLarge ? PageProblem.tooLarge.explanation : kind.explanation
            return (error.status, "http.\(error.status.code)", text)
        default:
            context.logger.error("unexpected error", metadata: ["error": "\(String(reflecting: error))"])
            return (
                .internalServerError, "internal",
                Text(
                    nl: "Er ging iets mis aan onze kant. Het is vastgelegd. Probeer het straks opnieuw.",
                    en: "Something went wrong on our side. It has been recorded. Try again in a while."
                )
            )
        }
    }

    private func wantsData(_ request: Request) -> Bool {
        request.headers[.accept]?.contains("application/json") == true
    }
}

/// RFC 9457.
private struct DataProblem: Encodable {
    let status: Int
    let code: String
    let title: String

    func response(status: HTTPResponse.Status) throws -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/problem+json"],
            body: .init(byteBuffer: ByteBuffer(bytes: try JSONEncoder().encode(self)))
        )
    }
}

private struct ProblemPage: Page {
    let status: HTTPResponse.Status
    let explanation: Text

    var title: Text { ProblemKind(status).title }
    var width: PageWidth { .text }

    var body: HTML {
        h1 { title }
        p { explanation }
        p { a(.href("/werk")) { Text(nl: "Naar het begin", en: "To the start") } }
    }
}

extension ProblemKind {
    var status: HTTPResponse.Status {
        switch self {
        case .invalid: .unprocessableContent
        case .unauthenticated: .unauthorized
        case .forbidden: .forbidden
        case .notFound: .notFound
        case .conflict: .conflict
        case .tooMany: .tooManyRequests
        case .gone: .gone
        case .unavailable: .serviceUnavailable
        }
    }

    fileprivate init(_ status: HTTPResponse.Status) {
        self =
            switch status {
            case .unauthorized: .unauthenticated
            case .forbidden: .forbidden
            case .notFound, .methodNotAllowed: .notFound
            case .conflict: .conflict
            case .tooManyRequests: .tooMany
            case .gone: .gone
            default: status.code >= 500 ? .unavailable : .invalid
            }
    }

    fileprivate var title: Text {
        switch self {
        case .invalid: Text(nl: "Dit kan zo niet", en: "This cannot be done like this")
        case .unauthenticated: Text(nl: "Niet aangemeld", en: "Not signed in")
        case .forbidden: Text(nl: "Geen toegang", en: "No access")
        case .notFound: Text(nl: "Niet gevonden", en: "Not found")
        case .conflict: Text(nl: "Dit is al veranderd", en: "This has changed already")
        case .tooMany: Text(nl: "Te vaak geprobeerd", en: "Too many attempts")
        case .gone: Text(nl: "Niet meer beschikbaar", en: "No longer available")
        case .unavailable: Text(nl: "Het lukt nu niet", en: "This does not work now")
        }
    }

    fileprivate var explanation: Text {
        switch self {
        case .invalid: PageProblem.unreadableForm.explanation
        case .unauthenticated: AccessProblem.unauthenticated.explanation
        case .forbidden: AccessProblem.forbidden(.readProgramme).explanation
        case .notFound: PageProblem.notFound.explanation
        case .conflict:
            Text(
                nl: "Iemand anders was u voor. Bekijk de pagina opnieuw.",
                en: "Somebody else was first. Have another look at the page."
            )
        case .tooMany:
            Text(
                nl: "U hebt het te vaak geprobeerd. Wacht een kwartier en probeer het dan opnieuw.",
                en: "You tried too often. Wait a quarter of an hour, then try again."
            )
        case .gone: Text(nl: "Dit is er niet meer.", en: "This is no longer here.")
        case .unavailable:
            Text(
                nl: "Een onderdeel is even niet bereikbaar. Er is niets verloren. Probeer het over een minuut opnieuw.",
                en: "A part of the system cannot be reached. Nothing is lost. Try again in a minute."
            )
        }
    }
}
