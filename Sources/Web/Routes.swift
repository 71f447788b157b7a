package import Accountability
package import Accounts
package import ActionLines
package import Audit
package import Fieldwork
package import Finance
package import Gatherings
package import Governance
package import Hummingbird
package import Kernel
package import Mail
package import Printing
package import Programmes
package import Registers
package import Sharing
package import Statistics

/// What the pages need from the rest of the platform; each feature adds the use cases that it calls.
package struct Services: Sendable {
    package var accounts: Accounts
    package var sessions: Sessions
    package var logbook: Logbook
    package var programmes: Programmes
    package var pictures: Pictures
    package var companies: Companies
    package var contacts: ContactPersons
    package var imports: CompanyImports
    package var conversations: Conversations
    package var photos: Photos
    package var exampleLibrary: ExampleLibrary
    package var takeAlong: TakeAlong
    package var selections: SelectionRounds
    package var invitations: Invitations
    package var outbox: Outbox
    package var agendas: Agendas
    package var knowledgeSessions: KnowledgeSessions
    package var signUps: SignUps
    package var indicators: Indicators
    package var municipalities: Municipalities
    package var evaluations: Evaluations
    package var actionLines: ActionLines
    package var registers: Registers
    package var sharings: Sharings
    package var finances: Finances
    package var governances: Governances
    package var yearPlans: YearPlans
    package var publications: Publications
    package var erasures: CompanyErasures
    package var referrals: ReferralServices
    package var printer: Printer

    package init(
        accounts: Accounts,
        sessions: Sessions,
        logbook: Logbook,
        programmes: Programmes,
        pictures: Pictures,
        companies: Companies,
        contacts: ContactPersons,
        imports: CompanyImports,
        conversations: Conversations,
        photos: Photos,
        exampleLibrary: ExampleLibrary,
        takeAlong: TakeAlong,
        selections: SelectionRounds,
        invitations: Invitations,
        outbox: Outbox,
        agendas: Agendas,
        knowledgeSessions: KnowledgeSessions,
        signUps: SignUps,
        indicators: Indicators,
        municipalities: Municipalities,
        evaluations: Evaluations,
        actionLines: ActionLines,
        registers: Registers,
        sharings: Sharings,
        finances: Finances,
        governances: Governances,
        yearPlans: YearPlans,
        publications: Publications,
        erasures: CompanyErasures,
        referrals: ReferralServices,
        printer: Printer
    ) {
        self.accounts = accounts
        self.sessions = sessions
        self.logbook = logbook
        self.programmes = programmes
        self.pictures = pictures
        self.companies = companies
        self.contacts = contacts
        self.imports = imports
        self.conversations = conversations
        self.photos = photos
        self.exampleLibrary = exampleLibrary
        self.takeAlong = takeAlong
        self.selections = selections
        self.invitations = invitations
        self.outbox = outbox
        self.agendas = agendas
        self.knowledgeSessions = knowledgeSessions
        self.signUps = signUps
        self.indicators = indicators
        self.municipalities = municipalities
        self.evaluations = evaluations
        self.actionLines = actionLines
        self.registers = registers
        self.sharings = sharings
        self.finances = finances
        self.governances = governances
        self.yearPlans = yearPlans
        self.publications = publications
        self.erasures = erasures
        self.referrals = referrals
        self.printer = printer
    }
}

/// Every address of the site, and what stands between it and the outside world.
package func makeRouter(
    services: Services,
    identification: Identification,
    site: SiteSettings,
    world: World,
    operations: Operations = Operations()
) -> Router<AppContext> {
    let router = Router(context: AppContext.self, options: .autoGenerateHeadEndpoints)
    router.addMiddleware {
        RequestLogMiddleware()
        SecurityHeadersMiddleware(site: site)
        SurroundingsMiddleware(site: site)
        // Twice: a page about a problem shows who is signed in, unless finding that out was the problem.
        ProblemMiddleware()
        SessionMiddleware(identification: identification, world: world)
        ProblemMiddleware()
        AntiForgeryMiddleware()
    }
    Assets.add(to: router)
    LanguageRoutes().add(to: router)
    addConversationRoutes(to: router, services: services, world: world)
    operations.add(to: router)
    StartRoutes(world: world).add(to: router)
    SignInRoutes(sessions: services.sessions, programmes: services.programmes).add(to: router)
    OwnAccountRoutes(sessions: services.sessions, programmes: services.programmes).add(to: router)
    PeopleRoutes(accounts: services.accounts, programmes: services.programmes).add(to: router)
    LogbookRoutes(logbook: services.logbook, programmes: services.programmes).add(to: router)
    addCompanies(to: router, services, world)
    ProgrammeRoutes(programmes: services.programmes, world: world).add(to: router)
    PictureRoutes(pictures: services.pictures, programmes: services.programmes).add(to: router)
    addReferralRoutes(to: router, services: services, world: world)
    InvitationRoutes(services: services, world: world).add(to: router)
    AgendaRoutes(
        agendas: services.agendas,
        accounts: services.accounts,
        programmes: services.programmes,
        world: world
    ).add(to: router)
    addAccountRoutes(to: router, services, world)
    ActionPlanRoutes(
        lines: services.actionLines,
        governances: services.governances,
        finances: services.finances,
        registers: services.registers,
        programmes: services.programmes,
        printer: services.printer,
        world: world
    ).add(to: router)
    LineFormRoutes(programmes: services.programmes).add(to: router)
    addRegisters(to: router, services, world)
    GovernanceRoutes(
        governances: services.governances,
        yearPlans: services.yearPlans,
        lines: services.actionLines,
        finances: services.finances,
        programmes: services.programmes,
        printer: services.printer,
        world: world
    ).add(to: router)
    YearPlanRoutes(
        yearPlans: services.yearPlans,
        lines: services.actionLines,
        finances: services.finances,
        programmes: services.programmes,
        world: world
    ).add(to: router)
    SharingRoutes(sharings: services.sharings, programmes: services.programmes, world: world).add(to: router)
    FinanceRoutes(
        finances: services.finances,
        programmes: services.programmes,
        printer: services.printer,
        world: world
    ).add(to: router)
    SessionRoutes(
        sessions: services.knowledgeSessions,
        programmes: services.programmes,
        hasMail: site.sendsMail,
        world: world
    ).add(to: router)
    SessionInviteRoutes(
        sessions: services.knowledgeSessions,
        programmes: services.programmes,
        world: world
    ).add(to: router)
    PublicSessionRoutes(signUps: services.signUps, programmes: services.programmes, world: world).add(to: router)
    OutboxRoutes(outbox: services.outbox, programmes: services.programmes, hasServer: site.sendsMail).add(to: router)
    return router
}

private func addRegisters(to router: Router<AppContext>, _ services: Services, _ world: World) {
    let (registers, programmes) = (services.registers, services.programmes)
    RegisterRoutes(registers: registers, printer: services.printer, programmes: programmes, world: world)
        .add(to: router)
    RegisterItemRoutes(
        registers: registers,
        examples: services.exampleLibrary,
        programmes: programmes,
        world: world
    ).add(to: router)
    RegisterFileRoutes(registers: registers, programmes: programmes).add(to: router)
    PublicRegisterRoutes(registers: registers, programmes: programmes, world: world).add(to: router)
}

private func addAccountRoutes(to router: Router<AppContext>, _ services: Services, _ world: World) {
    let programmes = services.programmes
    PlanRoutes(indicators: services.indicators, programmes: programmes, world: world).add(to: router)
    MunicipalityRoutes(
        municipalities: services.municipalities,
        publications: services.publications,
        programmes: programmes,
        world: world
    ).add(to: router)
    PublicationRoutes(publications: services.publications, programmes: programmes, world: world).add(to: router)
    FigureRoutes(publications: services.publications, programmes: programmes, printer: services.printer).add(to: router)
    ErasureRoutes(erasures: services.erasures, companies: services.companies, programmes: programmes).add(to: router)
    EvaluationRoutes(evaluations: services.evaluations, programmes: programmes, world: world).add(to: router)
}

private func addCompanies(to router: Router<AppContext>, _ services: Services, _ world: World) {
    let programmes = services.programmes
    CompanyRoutes(
        companies: services.companies,
        contacts: services.contacts,
        programmes: programmes,
        // Each feature that has to do with companies adds what happened there.
        timeline: [
            .companies(services.companies, programmes), .conversations(services.conversations), .referrals(services),
        ],
        next: .followUp(services),
        world: world
    ).add(to: router)
    ContactRoutes(
        companies: services.companies,
        contacts: services.contacts,
        programmes: programmes,
        world: world
    ).add(to: router)
    SelectionRoutes(
        selections: services.selections,
        invitations: services.invitations,
        companies: services.companies,
        programmes: programmes,
        world: world
    ).add(to: router)
    ImportRoutes(imports: services.imports, programmes: programmes, world: world).add(to: router)
}
