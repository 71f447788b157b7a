import Foundation
import HTTPTypes
import Hummingbird
import Kernel

extension Addresses {
    /// Whether the process lives.
    static let health = Address("/gezond")
    /// Whether it can do its work.
    static let readiness = Address("/gereed")
    static let metrics = Address("/metrics")
}

/// What whoever keeps the server running can ask of it.
package struct Operations: Sendable {
    /// A part that the site needs.
    package struct Part: Sendable {
        let name: String
        /// Without it there is no site; without another part something on it does not work.
        let isEssential: Bool
        let check: @Sendable () async -> Bool

        package init(_ name: String, isEssential: Bool, check: @escaping @Sendable () async -> Bool) {
            self.name = name
            self.isEssential = isEssential
            self.check = check
        }
    }

    let parts: [Part]
    let metrics: @Sendable () -> String
    let metricsToken: String?

    package init(
        parts: [Part] = [],
        metricsToken: String? = nil,
        metrics: @escaping @Sendable () -> String = { "" }
    ) {
        self.parts = parts
        self.metrics = metrics
        self.metricsToken = metricsToken
    }

    func add(to router: Router<AppContext>) {
        router.get(Addresses.health.route) { _, _ in textResponse("ok\n") }
        router.get(Addresses.readiness.route) { _, _ in await readiness() }
        router.get(Addresses.metrics.route, use: showMetrics)
    }

    /// One line a part: `database ok`. 503 when an essential one fails.
    private func readiness() async -> Response {
        var lines: [String] = []
        var isReady = true
        for part in parts {
            let works = await part.check()
            if part.isEssential, !works { isReady = false }
            lines.append("\(part.name) \(works ? "ok" : part.isEssential ? "fails" : "missing")")
        }
        var response = textResponse(lines.joined(separator: "\n") + "\n")
        if !isReady { response.status = .serviceUnavailable }
        return response
    }

    /// For a collector on this machine, or one that shows the token. For others there is no such page.
    private func showMetrics(_ request: Request, _ context: AppContext) throws -> Response {
        let isFromHere = context.peer.flatMap { NetworkAddress($0) }?.isLoopback == true
        // Behind a proxy on this machine everybody comes from here.
        let isForwarded = request.headers[.forwardedFor] != nil || request.headers[.forwarded] != nil
        let hasToken = metricsToken.map { FormToken.matches(request.headers[.authorization], "Bearer \($0)") } ?? false
        guard hasToken || (isFromHere && !isForwarded) else { throw PageProblem.notFound }
        return Response(
            status: .ok,
            headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: metrics()))
        )
    }
}

extension HTTPField.Name {
    fileprivate static let forwarded = HTTPField.Name("Forwarded")!
}
