import HTTPTypes
import Hummingbird

extension Response {
    /// Not for search engines, and not for keeping.
    var unlisted: Response {
        var response = self
        response.headers[.robotsTag] = "noindex, nofollow, noarchive"
        response.headers[.cacheControl] = "private, no-store"
        return response
    }
}

extension HTTPField.Name {
    fileprivate static let robotsTag = HTTPField.Name("X-Robots-Tag")!
}
