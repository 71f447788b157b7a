import Kernel
import Logging
import Mail
import ServiceLifecycle
import Storage

/// Sends what is in the outbox, every few seconds (*postronde*).
struct MailRound: Service {
    let database: any SQLDatabase
    let world: World
    let server: MailServer
    let logger: Logger

    func run() async throws {
        let postman = Postman(database: database, world: world, server: server, logger: logger)
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            do {
                try await postman.deliver()
            } catch {
                logger.warning("letters were not sent", metadata: ["error": "\(String(reflecting: error))"])
            }
            // Ended early by a shutdown, which the loop sees.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3)) }
        }
    }
}
