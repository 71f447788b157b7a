import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Refuses every request that could change something, unless it shows that a page of ours sent it.
///
/// A form has the token as its field `_token`; a script sends it as the header `X-Form-Token`. In an
/// upload it is the first field, where ``PostForm`` puts it.
struct AntiForgeryMiddleware: RouterMiddleware {
    /// More than the first part of an upload can be: its headers and the token.
    private static let beginning = 8 * 1024
    /// The largest file that any page takes, with room to say which it was.
    private static let largestUpload = 12 * 1024 * 1024

    func handle(
        _ request: Request,
        context: AppContext,
        next: (Request, AppContext) async throws -> Response
    ) async throws -> Response {
        guard ![.get, .head, .options].contains(request.method) else { return try await next(request, context) }
        // Browsers say this themselves, and no page can make them lie.
        if request.headers[.secFetchSite] == "cross-site" { throw PageProblem.expiredForm }

        var request = request
        let sent = try await token(in: &request, context: context)
        guard FormToken.matches(sent, context.formToken) else {
            if context.principal == nil, context.cameWithSession { throw AccessProblem.unauthenticated }
            throw PageProblem.expiredForm
        }
        return try await next(request, context)
    }

    private func token(in request: inout Request, context: AppContext) async throws -> String? {
        if let header = request.headers[.formToken] { return header }
        let type = request.headers[.contentType] ?? ""
        if type.hasPrefix("application/x-www-form-urlencoded") {
            let body = try await request.collectBody(upTo: context.maxUploadSize)
            return FormFields(String(buffer: body)).first(PostForm.tokenField)
        }
        if type.hasPrefix("multipart/form-data") {
            // A body can be read once, so it is taken in whole; of a stranger no more than of any form.
            let limit = context.principal == nil ? context.maxUploadSize : Self.largestUpload
            let body = try await request.collectBody(upTo: limit)
            return Self.firstField(in: String(decoding: body.readableBytesView.prefix(Self.beginning), as: UTF8.self))
        }
        return nil
    }

    /// The token when it is the first part of `text`, which has the form of RFC 7578.
    static func firstField(in text: String) -> String? {
        guard let end = text.range(of: "\r\n\r\n") else { return nil }
        let headers = text[..<end.lowerBound]
        guard headers.contains("name=\"\(PostForm.tokenField)\""),
            let line = text[end.upperBound...].range(of: "\r\n")
        else { return nil }
        return String(text[end.upperBound..<line.lowerBound])
    }
}

extension HTTPField.Name {
    static let formToken = HTTPField.Name("X-Form-Token")!
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
