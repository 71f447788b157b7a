import Fieldwork
import Gatherings
import Logging
import ServiceLifecycle

/// Removes what may not be kept any longer, every hour: uploads that nobody finished, and who came to
/// sessions of long ago.
struct Housekeeping: Service {
    let imports: CompanyImports
    let sessions: KnowledgeSessions
    let logger: Logger

    func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                try await imports.removeOld()
            } catch {
                logger.warning("old uploads were not removed", metadata: ["error": "\(String(reflecting: error))"])
            }
            do {
                try await sessions.forgetOld()
            } catch {
                logger.warning("old guests were not erased", metadata: ["error": "\(String(reflecting: error))"])
            }
            // Ended early by a shutdown, which the loop sees.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3600)) }
        }
    }
}
