import Accountability
package import Accounts
import ActionLines
import Audit
import Fieldwork
import Finance
import Foundation
import Gatherings
import Governance
package import Kernel
import Logging
import Mail
import Postgres
package import Printing
import Programmes
import Referrals
import Registers
import SQLite
import Sharing
import Statistics
package import Storage
package import Web

/// The schema, in the order in which it grew.
package let migrations: [Migration] =
    auditMigrations + programmesMigrations + accountsMigrations + fieldworkMigrations + referralsMigrations
    + mailMigrations + gatheringsMigrations + accountabilityMigrations + statisticsMigrations
    + actionLinesMigrations + registersMigrations + financeMigrations + governanceMigrations + sharingMigrations

package func openDatabase(_ location: DatabaseLocation) throws -> any SQLDatabase {
    switch location {
    case .sqlite(let path): try SQLiteDatabase.file(path)
    case .postgres(let conninfo): PostgresDatabase(conninfo: conninfo)
    }
}

/// Opens the database and brings it up to date; makes the folder of a file that is not there yet.
///
/// - Throws: ``StartProblem``.
package func prepareDatabase(_ location: DatabaseLocation) async throws -> any SQLDatabase {
    try await prepare(location).database
}

/// Brings the database up to date; the names of the steps that were taken.
///
/// - Throws: ``StartProblem``.
package func migrateDatabase(_ location: DatabaseLocation) async throws -> [String] {
    try await prepare(location).taken
}

private func prepare(_ location: DatabaseLocation) async throws -> (database: any SQLDatabase, taken: [String]) {
    do {
        if case .sqlite(let path) = location {
            let folder = URL(filePath: path).deletingLastPathComponent()
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }
        let database = try openDatabase(location)
        return (database, try await database.migrate(migrations))
    } catch {
        throw StartProblem(error, database: location)
    }
}

/// Every use case, on one database. The one place that knows which implementation stands behind which interface.
package func makeServices(
    database: any SQLDatabase,
    world: World,
    passwords: PasswordHasher = PasswordHasher(),
    sessionLimits: SessionLimits = SessionLimits(),
    printing: PrinterSettings = PrinterSettings(python: PrinterSettings.findPython())
) -> Services {
    let programmes = Programmes(database: database, world: world)
    let conversations = Conversations(database: database, world: world, programmes: programmes)
    let companies = Companies(database: database, world: world)
    let examples = ExampleLibrary(conversations: conversations)
    let registers = Registers(
        database: database,
        world: world,
        companies: SharedCompanies(database: database, world: world, programmes: programmes),
        examples: ToldExamples(library: examples)
    )
    return Services(
        accounts: Accounts(database: database, world: world, hasher: passwords),
        sessions: Sessions(database: database, world: world, hasher: passwords, limits: sessionLimits),
        logbook: Logbook(database: database),
        programmes: programmes,
        pictures: Pictures(database: database, world: world, programmes: programmes),
        companies: companies,
        contacts: ContactPersons(database: database, world: world),
        imports: CompanyImports(database: database, world: world),
        conversations: conversations,
        photos: Photos(conversations: conversations),
        exampleLibrary: examples,
        takeAlong: TakeAlong(conversations: conversations, companies: companies),
        selections: SelectionRounds(database: database, world: world, programmes: programmes),
        invitations: Invitations(database: database, world: world, programmes: programmes),
        outbox: Outbox(database: database, world: world),
        agendas: Agendas(database: database, world: world),
        knowledgeSessions: KnowledgeSessions(database: database, world: world, programmes: programmes),
        signUps: SignUps(database: database, world: world, programmes: programmes),
        indicators: Indicators(database: database, world: world, programmes: programmes),
        municipalities: Municipalities(database: database, world: world, programmes: programmes),
        evaluations: Evaluations(database: database, world: world, programmes: programmes),
        actionLines: ActionLines(database: database, world: world, programmes: programmes, registers: registers),
        registers: registers,
        sharings: Sharings(database: database, world: world, programmes: programmes),
        finances: Finances(database: database, world: world),
        governances: Governances(database: database, world: world),
        yearPlans: YearPlans(database: database, world: world),
        publications: Publications(database: database, world: world, programmes: programmes),
        erasures: CompanyErasures(database: database, world: world, programmes: programmes),
        referrals: ReferralServices(
            database: database,
            world: world,
            programmes: programmes,
            conversations: conversations
        ),
        printer: Printer(settings: printing, logger: Logger(label: "printing"))
    )
}

/// Who is behind a session.
package func makeIdentification(_ services: Services) -> Identification {
    Identification { token, origin in try await services.sessions.principal(for: Secret(token), origin: origin) }
}
