import Foundation
import HTTPTypes
import Hummingbird
import Logging
import Metrics

/// One line a request, with an identifier that the answer carries too. No query, no secret from the address.
struct RequestLogMiddleware: RouterMiddleware {
    func handle(
        _ request: Request,
        context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        var context = context
        context.logger[metadataKey: "request"] = "\(context.id)"
        let start = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch {
            // Every error became a page further in; what gets here is a page that could not be made.
            context.logger.error("no answer", metadata: ["error": "\(String(reflecting: error))"])
            response = Response(status: .internalServerError)
        }
        response.headers[.requestID] = context.id
        let spent = ContinuousClock.now - start
        measure(request, response.status, context.endpointPath, spent)
        context.logger.info(
            "answered",
            metadata: [
                "method": "\(request.method.rawValue)",
                "path": "\(Self.path(of: request.uri.path, matched: context.endpointPath))",
                "status": "\(response.status.code)",
                "milliseconds": "\(spent / .milliseconds(1))",
            ]
        )
        return response
    }

    /// By template, not by path: a series for every company would be too many, and would tell who was visited.
    private func measure(
        _ request: Request,
        _ status: HTTPResponse.Status,
        _ template: String?,
        _ spent: Duration
    ) {
        let known: Set<HTTPRequest.Method> = [.get, .head, .post, .put, .patch, .delete, .options]
        let dimensions = [
            ("route", template ?? "none"),
            ("method", known.contains(request.method) ? request.method.rawValue : "other"),
        ]
        Counter(label: "karavaan_http_requests_total", dimensions: dimensions + [("status", "\(status.code)")])
            .increment()
        Timer(label: "karavaan_http_request_duration_seconds", dimensions: dimensions).record(duration: spent)
    }

    /// The path without what must stay secret: the value of `{token}`, and anything in an address that we do not know.
    static func path(of path: String, matched template: String?) -> String {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let names = (template ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard template?.hasPrefix("/") == true, names.count == parts.count else {
            return parts.count <= 2 ? path : parts.prefix(2).joined(separator: "/") + "/…"
        }
        return zip(parts, names).map { $1 == "{token}" ? "…" : String($0) }.joined(separator: "/")
    }
}

extension HTTPField.Name {
    static let requestID = HTTPField.Name("X-Request-ID")!
}
