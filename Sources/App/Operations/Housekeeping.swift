import Fieldwork
import Gatherings
import Governance
import Logging
import Programmes
import Registers
import ServiceLifecycle

/// Gets registers ready when the server starts, and removes what may not be kept any longer, every hour: uploads that
/// nobody finished, who came to sessions of long ago, people in registers whose time is over, and members who left a
/// body. Where mail is sent, it also asks about lines that nothing was heard of.
struct Housekeeping: Service {
    let programmes: Programmes
    let imports: CompanyImports
    let sessions: KnowledgeSessions
    let registers: Registers
    let governances: Governances
    /// `nil` where no mail is sent.
    let reminders: LineReminders?
    let logger: Logger

    func run() async throws {
        await attempt("registers were not read beforehand") {
            for programme in try await programmes.all() { try await registers.prepare(programme) }
        }
        while !Task.isCancelled, !Task.isShuttingDownGracefully {
            await attempt("old uploads were not removed") { _ = try await imports.removeOld() }
            await attempt("old guests were not erased") { _ = try await sessions.forgetOld() }
            await attempt("old contacts were not erased") { _ = try await registers.forgetPersons() }
            await attempt("old members were not erased") { _ = try await governances.forgetMembers() }
            await attempt("leads were not reminded") { _ = try await reminders?.send() }
            // Ended early by a shutdown, which the loop sees.
            try? await cancelWhenGracefulShutdown { try await Task.sleep(for: .seconds(3600)) }
        }
    }

    /// One that fails keeps no other back.
    private func attempt(_ failure: Logger.Message, _ work: () async throws -> Void) async {
        do {
            try await work()
        } catch {
            logger.warning(failure, metadata: ["error": "\(String(reflecting: error))"])
        }
    }
}
