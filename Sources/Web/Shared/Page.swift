package import Hummingbird
package import Kernel
package import Markup

/// A whole page: a title, and a body made of the data in its stored properties.
package protocol Page: Component, ResponseGenerator {
    var title: Text { get }
    var status: HTTPResponse.Status { get }
    /// Which entry of the navigation it belongs to.
    var section: NavigationSection? { get }
    /// Scripts it needs besides those of every page, by their name among the assets. The page works without.
    var scripts: [String] { get }
    /// Style sheets it needs besides those of every page, by their name among the assets.
    var styles: [String] { get }
    /// How wide the content may be.
    var width: PageWidth { get }
    /// How many fields are wrong: named in the title, as NL Design System asks.
    var issueCount: Int { get }
}

package enum PageWidth: String, Sendable { case text, wide, full }

extension Page {
    package var status: HTTPResponse.Status { issueCount > 0 ? .unprocessableContent : .ok }
    package var section: NavigationSection? { nil }
    package var scripts: [String] { [] }
    package var styles: [String] { [] }
    package var width: PageWidth { .wide }
    package var issueCount: Int { 0 }

    package func response(from request: Request, context: some RequestContext) throws -> Response {
        guard let context = context as? AppContext else { throw HTTPError(.internalServerError) }
        return htmlResponse(layout(self, in: context).rendered(for: context.reader), status: status)
    }
}

func htmlResponse(_ text: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status,
        headers: [.contentType: "text/html; charset=utf-8"],
        body: .init(byteBuffer: ByteBuffer(string: text))
    )
}
