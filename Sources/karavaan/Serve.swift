import App
import ArgumentParser
import Kernel
import Logging
import Storage
import Web

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the site.",
        discussion: """
            Brings the database up to date first. Stops when it is told to (SIGTERM, Ctrl-C), after the requests that \
            are running; within 15 seconds.

            Examples:
              karavaan serve
              karavaan serve --database postgres://karavaan@db.internal/karavaan --public-address https://karavaan.example.org \\
                --trusted-proxies 127.0.0.1

            Each option is a setting too: --public-address is KARAVAAN_PUBLIC_ADDRESS. Besides: KARAVAAN_CONTACT (an \
            e-mail address for the public), KARAVAAN_SESSION_IDLE_MINUTES (120), KARAVAAN_SESSION_HOURS (12), \
            KARAVAAN_PYTHON (makes PDFs), KARAVAAN_METRICS_TOKEN (lets a collector on another machine read /metrics). \
            For mail: KARAVAAN_SMTP (smtp://mail.example.org:587), KARAVAAN_SMTP_USER, KARAVAAN_SMTP_PASSWORD, \
            KARAVAAN_MAIL_FROM and KARAVAAN_MAIL_NAME; without them letters wait in the outbox.
            """
    )

    @OptionGroup var data: DataOptions
    @Option(help: "The address to listen on. Default: 127.0.0.1.")
    var host: String?
    @Option(help: "The port to listen on. Default: 8080.")
    var port: String?
    @Option(help: "What people type to get here. With https, cookies are for TLS only.")
    var publicAddress: String?
    @Option(help: "The proxies whose X-Forwarded-For is believed, such as 127.0.0.1,10.0.0.0/8.")
    var trustedProxies: String?
    @Option(help: "trace, debug, info, notice, warning, error or critical. Default: info.")
    var logLevel: String?
    @Option(help: "text or json. Default: text.")
    var logFormat: String?

    func run() async throws {
        let settings = try data.read([
            .host: host, .port: port, .publicAddress: publicAddress, .trustedProxies: trustedProxies,
            .logLevel: logLevel, .logFormat: logFormat,
        ])
        startLogging(settings, now: World.live.now)
        let metrics = startMetrics()
        let database = try await prepareDatabase(settings.database)
        try await serve(settings, on: database, world: .live, metrics: metrics)
    }
}
