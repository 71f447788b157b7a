import Fieldwork
import Logging
import ServiceLifecycle

/// Removes what may not be kept any longer, every hour: uploads that nobody finished.
struct Housekeeping: Service {
    let imports: CompanyImports
    let logger: Logger

    func run() async throws {
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                try await imports.removeOld()
            } catch {
                logger.warning("old uploads were not removed", metadata: ["error": "\(String(reflecting: error))"])
            }
            // Ended early by a shutdown, which the loop sees.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3600)) }
        }
    }
}
