import Fieldwork
import Gatherings
import Governance
import Logging
import Registers
import ServiceLifecycle

/// Removes what may not be kept any longer, every hour: uploads that nobody finished, who came to sessions of long ago,
/// people in registers whose time is over, and members who left a body.
struct Housekeeping: Service {
    let imports: CompanyImports
    let sessions: KnowledgeSessions
    let registers: Registers
    let governances: Governances
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
            do {
                try await registers.forgetPersons()
            } catch {
                logger.warning("old contacts were not erased", metadata: ["error": "\(String(reflecting: error))"])
            }
            do {
                try await governances.forgetMembers()
            } catch {
                logger.warning("old members were not erased", metadata: ["error": "\(String(reflecting: error))"])
            }
            // Ended early by a shutdown, which the loop sees.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3600)) }
        }
    }
}
