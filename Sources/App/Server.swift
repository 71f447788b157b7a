import Foundation
import Hummingbird
package import Kernel
import Logging
import Metrics
import Printing
import ServiceLifecycle
package import Storage
import UnixSignals
import Web

/// Sets up measuring for the whole process; only once.
package func startMetrics() -> PrometheusMetrics {
    let metrics = PrometheusMetrics()
    MetricsSystem.bootstrap(metrics)
    return metrics
}

/// Serves until it is told to stop. Then it takes no more requests, and finishes those that are running.
///
/// - Throws: ``StartProblem`` when it cannot listen.
package func serve(
    _ settings: Settings,
    on database: any SQLDatabase,
    world: World,
    metrics: PrometheusMetrics? = nil
) async throws {
    let logger = Logger(label: "karavaan")
    let measured = metrics == nil ? database : MeasuredDatabase(database)
    let services = makeServices(
        database: measured,
        world: world,
        sessionLimits: settings.sessionLimits,
        printing: PrinterSettings(python: settings.python ?? PrinterSettings.findPython())
    )
    let router = makeRouter(
        services: services,
        identification: makeIdentification(services),
        site: settings.site,
        world: world,
        operations: makeOperations(settings, database: database, printer: services.printer, metrics: metrics)
    )
    let application = Application(
        router: router,
        configuration: ApplicationConfiguration(
            address: .hostname(settings.host, port: settings.port),
            serverName: nil
        ),
        onServerRunning: { _ in
            logger.notice("listening", metadata: ["address": "http://\(settings.host):\(settings.port)"])
        },
        logger: logger
    )
    var configuration = ServiceGroupConfiguration(
        services: [
            application,
            Housekeeping(
                programmes: services.programmes,
                imports: services.imports,
                sessions: services.knowledgeSessions,
                registers: services.registers,
                governances: services.governances,
                reminders: settings.mail == nil ? nil : LineReminders(services: services, site: settings.site),
                logger: logger
            ),
        ]
            + (settings.mail.map { [MailRound(database: measured, world: world, server: $0, logger: logger)] } ?? []),
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger
    )
    configuration.maximumGracefulShutdownDuration = .seconds(15)
    do {
        try await ServiceGroup(configuration: configuration).run()
        await services.printer.stop()
    } catch {
        await services.printer.stop()
        throw StartProblem(error, host: settings.host, port: settings.port) ?? error
    }
}

/// What whoever keeps the server running can ask of it.
private func makeOperations(
    _ settings: Settings,
    database: any SQLDatabase,
    printer: Printer,
    metrics: PrometheusMetrics?
) -> Operations {
    let printing = Remembered { await printer.check() == nil }
    let parts = [
        Operations.Part("database", isEssential: true) {
            do {
                return try await database.read { db in try db.answers() }
            } catch {
                return false
            }
        },
        Operations.Part("pdf", isEssential: false) { await printing.value() },
    ]
    return Operations(parts: parts, metricsToken: settings.metricsToken) {
        (metrics?.rendered() ?? "") + ProcessMetrics.rendered()
    }
}

/// An answer that is worth some trouble, so it is good for five minutes.
private actor Remembered {
    private let find: @Sendable () async -> Bool
    private var known: (value: Bool, since: ContinuousClock.Instant)?

    init(_ find: @escaping @Sendable () async -> Bool) {
        self.find = find
    }

    func value() async -> Bool {
        if let known, ContinuousClock.now - known.since < .seconds(300) { return known.value }
        let value = await find()
        known = (value, ContinuousClock.now)
        return value
    }
}
