import Foundation
import HTTPTypes
import Hummingbird
import Kernel
import NIOCore

/// Refuses every request that could change something, unless it shows that a page of ours sent it.
///
/// A form has the token as its field `_token`; a script sends it as the header `X-Form-Token`. An upload is not read in
/// full for it: ``PostForm`` puts the field first, so the beginning is enough.
struct AntiForgeryMiddleware: RouterMiddleware {
    /// More than the first part of an upload can be: its headers and the token.
    private static let beginning = 8 * 1024

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
            let whole = request.body
            var read = ByteBuffer()
            for try await chunk in whole {
                read.writeImmutableBuffer(chunk)
                if read.readableBytes >= Self.beginning { break }
            }
            request.body = RequestBody(asyncSequence: ResumedBody(read: read, rest: whole))
            return Self.firstField(in: String(decoding: read.readableBytesView.prefix(Self.beginning), as: UTF8.self))
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

/// A body of which the beginning was read already, given again from the start. Only once: that is what a body is.
private struct ResumedBody: AsyncSequence, Sendable {
    typealias Element = ByteBuffer
    let read: ByteBuffer
    let rest: RequestBody

    func makeAsyncIterator() -> Iterator { Iterator(read: read, rest: rest.makeAsyncIterator()) }

    struct Iterator: AsyncIteratorProtocol {
        var read: ByteBuffer?
        var rest: RequestBody.AsyncIterator

        mutating func next() async throws -> ByteBuffer? {
            if let first = read {
                read = nil
                return first
            }
            return try await rest.next()
        }
    }
}

extension HTTPField.Name {
    static let formToken = HTTPField.Name("X-Form-Token")!
    static let secFetchSite = HTTPField.Name("Sec-Fetch-Site")!
}
