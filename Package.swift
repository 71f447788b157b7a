// swift-tools-version: 6.3
import PackageDescription

/// The rules every module is built with, in one place, so that no module can opt out.
var rules: [SwiftSetting] {
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
        .treatAllWarnings(as: .error),
    ]
}

/// For what is all counting: without optimisation its tests would take an hour.
let counting = rules + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")
let algorithms = Target.Dependency.product(name: "Algorithms", package: "swift-algorithms")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let bits = Target.Dependency.product(name: "BitCollections", package: "swift-collections")
let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let coreMetrics = Target.Dependency.product(name: "CoreMetrics", package: "swift-metrics")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let grdbSQLite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "karavaan",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "karavaan", targets: ["karavaan"]),
        .library(name: "Sampling", targets: ["Sampling"]),
        .library(name: "Assignment", targets: ["Assignment"]),
        .library(name: "Disclosure", targets: ["Disclosure", "DisclosureProof"]),
    ],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        // Infrastructure: knows nothing of the domain.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibArgon2", pkgConfig: "libargon2", providers: [.apt(["libargon2-dev"])]),
        .systemLibrary(name: "CLibXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "Markup", dependencies: ["Kernel"], swiftSettings: rules),
        .target(name: "Storage", swiftSettings: rules),
        .target(name: "SQLite", dependencies: ["Storage", grdb, grdbSQLite], swiftSettings: rules),
        .target(name: "Postgres", dependencies: ["Storage", "CLibPQ", logging, subprocess], swiftSettings: rules),
        .target(name: "Spreadsheet", dependencies: ["CLibXLSXWriter", "Kernel"], swiftSettings: rules),
        .target(
            name: "Printing",
            dependencies: ["Kernel", logging, subprocess],
            resources: [.embedInCode("worker.py")],
            swiftSettings: rules
        ),

        // Algorithms: usable without Karavaan.
        .target(name: "Sampling", swiftSettings: rules),
        .target(name: "Assignment", swiftSettings: rules),
        .target(name: "Disclosure", swiftSettings: counting),
        .target(name: "DisclosureProof", swiftSettings: counting),

        // Domain: knows nothing of HTTP, HTML, SQLite or PostgreSQL.
        .target(name: "Kernel", swiftSettings: rules),
        .target(name: "Audit", dependencies: ["Kernel", "Storage"], swiftSettings: rules),
        .target(
            name: "Mail",
            dependencies: ["Audit", "CLibCurl", "Kernel", "Storage", logging],
            swiftSettings: rules
        ),
        .target(
            name: "Programmes",
            dependencies: ["Audit", "Kernel", "Storage", collections, crypto, yams],
            swiftSettings: rules
        ),
        .target(
            name: "Accounts",
            dependencies: ["Audit", "CLibArgon2", "Kernel", "Storage", crypto],
            swiftSettings: rules
        ),
        .target(
            name: "Fieldwork",
            dependencies: [
                "Audit", "Kernel", "Mail", "Programmes", "Sampling", "Spreadsheet", "Storage", algorithms, collections,
                crypto,
            ],
            swiftSettings: rules
        ),
        .target(
            name: "Referrals",
            dependencies: [
                "Assignment", "Audit", "Fieldwork", "Gatherings", "Kernel", "Mail", "Programmes", "Storage",
                collections, crypto,
            ],
            swiftSettings: rules
        ),

        .target(
            name: "Gatherings",
            dependencies: ["Audit", "Fieldwork", "Kernel", "Mail", "Programmes", "Storage"],
            swiftSettings: rules
        ),
        .target(
            name: "Registers",
            dependencies: [
                "Assignment", "Audit", "Kernel", "Programmes", "Spreadsheet", "Storage", algorithms, bits, crypto,
            ],
            swiftSettings: rules
        ),
        .target(
            name: "Governance",
            dependencies: ["Audit", "Kernel", "Programmes", "Storage"],
            swiftSettings: rules
        ),
        .target(
            name: "Finance",
            dependencies: ["Audit", "Kernel", "Programmes", "Storage"],
            swiftSettings: rules
        ),
        .target(
            name: "Sharing",
            dependencies: ["Audit", "Fieldwork", "Gatherings", "Kernel", "Programmes", "Registers", "Storage"],
            swiftSettings: rules
        ),
        .target(
            name: "ActionLines",
            dependencies: ["Audit", "Kernel", "Mail", "Programmes", "Registers", "Sharing", "Storage"],
            swiftSettings: rules
        ),
        .target(
            name: "Accountability",
            dependencies: [
                "Audit", "Fieldwork", "Gatherings", "Kernel", "Mail", "Programmes", "Referrals", "Sharing", "Storage",
            ],
            swiftSettings: rules
        ),

        .target(
            name: "Statistics",
            dependencies: [
                "Audit", "Disclosure", "Fieldwork", "Kernel", "Programmes", "Referrals", "Storage",
            ],
            swiftSettings: rules
        ),

        // Delivery.
        .target(
            name: "Web",
            dependencies: [
                "Accountability", "Accounts", "ActionLines", "Audit", "Fieldwork", "Finance", "Gatherings",
                "Governance",
                "Kernel",
                "Mail",
                "Markup",
                "Printing",
                "Programmes", "Referrals", "Registers", "Sharing", "Spreadsheet", "Statistics", "Storage", algorithms,
                collections, crypto,
                httpTypes,
                hummingbird, logging, metrics, nio,
            ],
            // Inside the program, so that it runs from any folder.
            resources: [
                .embedInCode("Assets/agenda.css"),
                .embedInCode("Assets/agenda.js"),
                .embedInCode("Assets/components.css"),
                .embedInCode("Assets/empty-sheet-print.css"),
                .embedInCode("Assets/figures.css"),
                .embedInCode("Assets/figures-print.css"),
                .embedInCode("Assets/files.js"),
                .embedInCode("Assets/finance.css"),
                .embedInCode("Assets/finance-print.css"),
                .embedInCode("Assets/follow-up.css"),
                .embedInCode("Assets/forms.css"),
                .embedInCode("Assets/governance.css"),
                .embedInCode("Assets/icon.svg"),
                .embedInCode("Assets/identifier.js"),
                .embedInCode("Assets/marks.js"),
                .embedInCode("Assets/outbox.js"),
                .embedInCode("Assets/own-sheet-print.css"),
                .embedInCode("Assets/own-sheet.css"),
                .embedInCode("Assets/photos.js"),
                .embedInCode("Assets/picture-zones.css"),
                .embedInCode("Assets/picture-zones.js"),
                .embedInCode("Assets/picture.js"),
                .embedInCode("Assets/action-plan.css"),
                .embedInCode("Assets/action-plan-print.css"),
                .embedInCode("Assets/plan.css"),
                .embedInCode("Assets/quick-entry.css"),
                .embedInCode("Assets/quick-entry.js"),
                .embedInCode("Assets/referrals.css"),
                .embedInCode("Assets/registers.css"),
                .embedInCode("Assets/result.css"),
                .embedInCode("Assets/roles.js"),
                .embedInCode("Assets/score.js"),
                .embedInCode("Assets/selection.css"),
                .embedInCode("Assets/service-worker.js"),
                .embedInCode("Assets/sessions.css"),
                .embedInCode("Assets/sharing.css"),
                .embedInCode("Assets/sheet.css"),
                .embedInCode("Assets/sheet.js"),
                .embedInCode("Assets/site.css"),
                .embedInCode("Assets/site.js"),
                .embedInCode("Assets/suggestions.js"),
                .embedInCode("Assets/take-along.css"),
                .embedInCode("Assets/take-along.js"),
                .embedInCode("Assets/talk.js"),
                .embedInCode("Assets/templates.js"),
                .embedInCode("Assets/tick-queue.js"),
                .embedInCode("Assets/vault.js"),
                .embedInCode("Assets/year-plan.css"),
            ],
            swiftSettings: rules
        ),
        .target(
            name: "Demo",
            dependencies: [
                "Accountability", "Accounts", "ActionLines", "Audit", "Fieldwork", "Finance", "Gatherings",
                "Governance",
                "Kernel",
                "Mail",
                "Programmes",
                "Referrals", "Registers", "Sharing", "Statistics", "Storage", algorithms,
            ],
            resources: [
                .embedInCode("Pictures/street.png"), .embedInCode("Pictures/workbench.png"),
                .embedInCode("Pictures/yard.png"),
            ],
            swiftSettings: rules
        ),
        .target(
            name: "App",
            dependencies: [
                "Accountability", "Accounts", "ActionLines", "Audit", "Fieldwork", "Finance", "Gatherings",
                "Governance",
                "Kernel",
                "Mail",
                "Postgres",
                "Printing",
                "Programmes", "Referrals", "Registers", "SQLite", "Sharing", "Statistics", "Storage", "Web",
                configuration,
                coreMetrics,
                hummingbird,
                lifecycle, logging,
                metrics, nio, signals,
            ],
            swiftSettings: rules
        ),
        .executableTarget(
            name: "karavaan",
            dependencies: [
                "Accounts", "App", "Assignment", "Demo", "Disclosure", "DisclosureProof", "Fieldwork", "Kernel",
                "Printing",
                "Programmes", "Sampling", "Spreadsheet", "Storage", "Web",
                argumentParser, configuration, hummingbird, lifecycle, logging,
            ],
            swiftSettings: rules
        ),

        // Tests.
        .target(
            name: "TestSupport",
            dependencies: [
                "Accounts", "App", "Audit", "Fieldwork", "Kernel", "Markup", "Postgres", "Programmes", "Referrals",
                "SQLite", "Storage", "Web", httpTypes, hummingbird, hummingbirdTesting, logging,
            ],
            path: "Tests/TestSupport",
            swiftSettings: rules
        ),
        .testTarget(name: "KernelTests", dependencies: ["Kernel", "TestSupport"], swiftSettings: rules),
        .testTarget(
            name: "MailTests",
            dependencies: ["App", "Audit", "Kernel", "Mail", "Printing", "Storage", "TestSupport", "Web", logging],
            swiftSettings: rules
        ),
        .testTarget(name: "SamplingTests", dependencies: ["Sampling"], swiftSettings: rules),
        .testTarget(name: "AssignmentTests", dependencies: ["Assignment"], swiftSettings: rules),
        .testTarget(
            name: "DisclosureTests",
            dependencies: ["Disclosure", "DisclosureProof", "Sampling"],
            swiftSettings: counting
        ),
        .testTarget(name: "MarkupTests", dependencies: ["Kernel", "Markup"], swiftSettings: rules),
        .testTarget(
            name: "StorageTests",
            dependencies: ["App", "Audit", "Kernel", "Postgres", "Registers", "SQLite", "Storage", "TestSupport"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ProgrammesTests",
            dependencies: ["App", "Audit", "Kernel", "Programmes", "Storage", "TestSupport"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "AccountsTests",
            dependencies: ["Accounts", "App", "Audit", "Kernel", "Storage", "TestSupport"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "FieldworkTests",
            dependencies: [
                "App", "Audit", "Fieldwork", "Kernel", "Mail", "Programmes", "Spreadsheet", "Storage", "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "GatheringsTests",
            dependencies: [
                "App", "Audit", "Fieldwork", "Gatherings", "Kernel", "Mail", "Programmes", "Referrals", "Storage",
                "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "AccountabilityTests",
            dependencies: [
                "Accountability", "Fieldwork", "Gatherings", "Kernel", "Mail", "Programmes", "Referrals", "Storage",
                "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "StatisticsTests",
            dependencies: [
                "Disclosure", "DisclosureProof", "Fieldwork", "Kernel", "Programmes", "Referrals", "Statistics",
                "Storage",
                "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "RegistersTests",
            dependencies: [
                "ActionLines", "Audit", "Kernel", "Programmes", "Registers", "Spreadsheet", "Storage", "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "GovernanceTests",
            dependencies: ["Audit", "Governance", "Kernel", "Programmes", "Storage", "TestSupport"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "FinanceTests",
            dependencies: ["Audit", "Finance", "Kernel", "Programmes", "Storage", "TestSupport"],
            swiftSettings: rules
        ),
        .testTarget(
            name: "SharingTests",
            dependencies: [
                "Accountability", "ActionLines", "Fieldwork", "Gatherings", "Kernel", "Mail", "Programmes", "Registers",
                "Sharing", "Storage", "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ActionLinesTests",
            dependencies: [
                "ActionLines", "Audit", "Kernel", "Mail", "Programmes", "Registers", "Storage", "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "DemoTests",
            dependencies: [
                "Demo", "Disclosure", "DisclosureProof", "Kernel", "Programmes", "Statistics", "Storage", "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "SpreadsheetTests",
            dependencies: ["Kernel", "Spreadsheet", subprocess],
            swiftSettings: rules
        ),
        .testTarget(
            name: "ReferralsTests",
            dependencies: [
                "App", "Audit", "Fieldwork", "Kernel", "Mail", "Programmes", "Referrals", "Storage", "TestSupport",
            ],
            swiftSettings: rules
        ),
        .testTarget(
            name: "PrintingTests",
            dependencies: ["Kernel", "Printing", "Spreadsheet", logging, subprocess],
            swiftSettings: rules
        ),
        .testTarget(
            name: "WebTests",
            dependencies: [
                "Accounts", "ActionLines", "App", "Audit", "Demo", "Fieldwork", "Finance", "Kernel", "Mail", "Markup",
                "Printing",
                "Programmes",
                "Referrals", "Registers", "Statistics", "Storage", "TestSupport", "Web", crypto, httpTypes, hummingbird,
                hummingbirdTesting,
            ],
            swiftSettings: rules
        ),
    ]
)

// DocC, for `make docs` only: whoever builds or tests need not fetch it.
if Context.environment["KARAVAAN_DOCS"] != nil {
    package.dependencies.append(.package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}
