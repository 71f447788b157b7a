import App
import Audit
import Foundation
import Kernel
import Logging
import Mail
import Storage
import Synchronization
import TestSupport
import Testing

/// An outbox with a clock that can be moved, and a mail server that is really there.
private struct Office: Sendable {
    let database: any SQLDatabase
    let outbox: Outbox
    let world: World
    private let clock: Clock

    private final class Clock: Sendable {
        let now = Mutex(Day("2026-03-02")!.noon)
    }

    init(on database: any SQLDatabase) {
        let clock = Clock()
        var world = World.fixed()
        world.now = { clock.now.withLock { $0 } }
        self.clock = clock
        self.world = world
        self.database = database
        outbox = Outbox(database: database, world: world)
    }

    func pass(_ seconds: TimeInterval) { clock.now.withLock { $0 += seconds } }

    func postman(port: Int) -> Postman {
        var logger = Logger(label: "test")
        logger.logLevel = .critical
        let server = MailServer(
            address: "smtp://127.0.0.1:\(port)",
            from: MailAddress(name: "Karavaan", email: "post@karavaan.example")
        )
        return Postman(database: database, world: world, server: server, logger: logger)
    }

    @discardableResult
    func write(to email: String, title: String = "Mogen we langskomen?") async throws -> MailMessage.ID {
        let message = MailMessage(
            id: world.id(),
            kind: .invitation,
            to: MailAddress(name: "Wil Bär, \"de baas\"", email: email),
            language: .dutch,
            content: MailContent(title: title, plain: "Beste Wil\n.punt", html: "<p>Beste Wil</p>"),
            about: "invitation 1"
        )
        try await database.write { db in
            try db.mail.append(message, in: .metaal, by: .projectLeader, at: world.now())
        }
        return message.id
    }

    func item(_ id: MailMessage.ID) async throws -> OutboxItem {
        try await outbox.list(in: .metaal, as: .projectLeader).first { $0.id == id }!
    }
}

@Suite struct PostmanTests {
    private func withOffice(
        on kind: TestDatabase,
        _ body: (Office, MailServerProcess) async throws -> Void
    ) async throws {
        let database = try await kind.make()
        try await withTemporaryFolder { folder in
            let server = try await MailServerProcess(in: folder)
            defer { server.stop() }
            try await body(Office(on: database), server)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a letter arrives once, readable in both forms, and nothing of it is kept`(on kind: TestDatabase) async throws
    {
        try await withOffice(on: kind) { office, server in
            let id = try await office.write(
                to: "wil@bedrijf.example",
                title: "Réparation à Waddinxveen, een lange titel"
            )
            #expect(try await office.postman(port: server.port).deliver() == 1)
            #expect(try await office.postman(port: server.port).deliver() == 0)
            let letters = try server.letters()
            #expect(letters.count == 1)
            let letter = try #require(letters.first)
            #expect(letter.contains("X-To: wil@bedrijf.example"))
            #expect(letter.contains("Message-ID: <\(id)@karavaan.example>"))
            #expect(letter.contains("Subject: =?utf-8?B?"))
            #expect(letter.contains(Data("Beste Wil\r\n.punt".utf8).base64EncodedString()))
            #expect(letter.contains(Data("<p>Beste Wil</p>".utf8).base64EncodedString()))
            let item = try await office.item(id)
            #expect(item.state == .sent)
            #expect(item.sentAt != nil)
            let kept = try await office.database.read { db in
                try db.run("SELECT plain, html FROM mail_message").map { row in
                    try row.get(0, as: String.self) + row.get(1, as: String.self)
                }
            }
            #expect(kept == [""])
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a mail server that is down for an hour and comes back gets every letter once`(on kind: TestDatabase)
        async throws
    {
        let database = try await kind.make()
        try await withTemporaryFolder { folder in
            let office = Office(on: database)
            var server = try await MailServerProcess(in: folder)
            let port = server.port
            server.stop()
            let ids = [
                try await office.write(to: "een@bedrijf.example"), try await office.write(to: "twee@bedrijf.example"),
            ]
            var tried = 0
            for _ in 0..<60 {
                tried += try await office.postman(port: port).deliver()
                office.pass(60)
            }
            // After 0, 1, 6 and 21 minutes, and not every minute.
            #expect(tried == 8)
            #expect(try await office.item(ids[0]).state == .waiting)
            #expect(try await office.item(ids[0]).attempts == 4)
            server = try await MailServerProcess(in: folder, port: port)
            defer { server.stop() }
            for _ in 0..<60 {
                try await office.postman(port: port).deliver()
                office.pass(60)
            }
            #expect(try server.letters().count == 2)
            for id in ids { #expect(try await office.item(id).state == .sent) }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `an address that does not exist is noted at once, and a full box is tried again`(on kind: TestDatabase)
        async throws
    {
        try await withOffice(on: kind) { office, server in
            let gone = try await office.write(to: "weg@bedrijf.example")
            let full = try await office.write(to: "vol@bedrijf.example")
            try await office.postman(port: server.port).deliver()
            let bounced = try await office.item(gone)
            #expect(bounced.state == .bounced)
            #expect(bounced.reply?.contains("550") == true)
            #expect(try await office.item(full).state == .waiting)
            for _ in 0..<Postman.pauses.count {
                office.pass(86_401)
                try await office.postman(port: server.port).deliver()
            }
            #expect(try await office.item(full).state == .failed)
            #expect(try server.letters().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a line that goes dead after the last word leaves it to a person whether to send again`(
        on kind: TestDatabase
    ) async throws {
        try await withOffice(on: kind) { office, server in
            let id = try await office.write(to: "stil@bedrijf.example")
            try await office.postman(port: server.port).deliver()
            #expect(try server.letters().count == 1)
            #expect(try await office.item(id).state == .uncertain)
            office.pass(86_400)
            #expect(try await office.postman(port: server.port).deliver() == 0)
            try await office.outbox.retry(id, in: .metaal, as: .projectLeader)
            #expect(try await office.postman(port: server.port).deliver() == 1)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a sender that died halfway does not make anybody get it twice`(on kind: TestDatabase) async throws {
        try await withOffice(on: kind) { office, server in
            let id = try await office.write(to: "wil@bedrijf.example")
            // As a process that was killed leaves it behind.
            let until = office.world.now().addingTimeInterval(300)
            try await office.database.write { db in
                try db.run("UPDATE mail_message SET state = 'sending', claimed_until = \(until)")
            }
            #expect(try await office.postman(port: server.port).deliver() == 0)
            office.pass(301)
            #expect(try await office.postman(port: server.port).deliver() == 0)
            #expect(try await office.item(id).state == .uncertain)
            #expect(try server.letters().isEmpty)
        }
    }

    @Test(arguments: TestDatabase.available)
    func `four senders at once hand over each letter once`(on kind: TestDatabase) async throws {
        try await kind.withShared { database, location in
            try await database.migrate(migrations)
            try await withTemporaryFolder { folder in
                let server = try await MailServerProcess(in: folder)
                defer { server.stop() }
                let office = Office(on: database)
                for number in 0..<12 { try await office.write(to: "bedrijf\(number)@bedrijf.example") }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for _ in 0..<4 {
                        let postman = Office(on: location.open()).postman(port: server.port)
                        group.addTask { try await postman.deliver() }
                    }
                    try await group.waitForAll()
                }
                #expect(try server.letters().count == 12)
                #expect(try await office.outbox.list(in: .metaal, as: .projectLeader).allSatisfy { $0.state == .sent })
            }
        }
    }
}

@Suite struct OutboxTests {
    @Test(arguments: TestDatabase.available)
    func `what waits can be taken back, and what was sent cannot`(on kind: TestDatabase) async throws {
        let office = Office(on: try await kind.make())
        let id = try await office.write(to: "wil@bedrijf.example")
        try await office.outbox.withdraw(id, in: .metaal, as: .projectLeader)
        try await office.outbox.withdraw(id, in: .metaal, as: .projectLeader)
        #expect(try await office.item(id).state == .withdrawn)
        await #expect(throws: MailProblem.tooLate) {
            try await office.outbox.retry(id, in: .metaal, as: .projectLeader)
        }
        await #expect(throws: MailProblem.notFound) {
            try await office.outbox.withdraw(id, in: .elders, as: .outsider)
        }
        for principal in [Principal.coach, .municipality, .outsider] {
            await #expect(throws: AccessProblem.forbidden(.sendMail)) {
                try await office.outbox.list(in: .metaal, as: principal)
            }
        }
    }

    @Test(arguments: TestDatabase.available)
    func `a letter that came back later is noted from the report of the mail server`(on kind: TestDatabase) async throws
    {
        let office = Office(on: try await kind.make())
        let id = try await office.write(to: "wil@bedrijf.example")
        try await office.database.write { db in try db.run("UPDATE mail_message SET state = 'sent'") }
        let report = """
            From: MAILER-DAEMON@mx.example
            Message-ID: <report@mx.example>
            Content-Type: multipart/report; report-type=delivery-status

            Final-Recipient: rfc822; wil@bedrijf.example
            Action: failed
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1 unknown

            Message-ID: <\(id)@karavaan.example>
            Subject: iets
            """
        #expect(try await office.outbox.bounced(report) == id)
        #expect(try await office.item(id).state == .bounced)
        #expect(try await office.item(id).reply == "smtp; 550 5.1.1 unknown")
        #expect(try await office.outbox.bounced(report.replacing("failed", with: "delayed")) == nil)
        #expect(try await office.outbox.bounced("Zomaar een brief") == nil)
    }
}
