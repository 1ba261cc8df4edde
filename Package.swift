// swift-tools-version:6.2
import PackageDescription

/// What every target of ours is compiled with; docs/decisions/0007 gives the reasons.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .strictMemorySafety(),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let metricsTestKit = Target.Dependency.product(name: "MetricsTestKit", package: "swift-metrics")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
/// The bytes and headers of async-http-client's requests are swift-nio's.
let nio = [
    Target.Dependency.product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
]

/// A module under Shared/.
func shared(_ name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        path: "Shared/\(name)",
        resources: resources,
        swiftSettings: settings
    )
}

/// The tests of a module under Shared/, or of the whole.
func tests(_ name: String, uses dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: dependencies,
        path: "Tests/\(name)Tests",
        resources: resources,
        swiftSettings: settings
    )
}

/// One service: a pure domain, the executable around it, and the tests of both.
func service(
    _ name: String,
    uses extra: [Target.Dependency] = [],
    embedding: [String] = [],
    testUses: [Target.Dependency] = [],
    testFiles: [String] = []
) -> [Target] {
    let rim: [Target.Dependency] = ["Contracts", "Kernel", "Messaging", "Postgres", "ServiceKit"]
    return [
        .target(
            name: "\(name)Domain",
            dependencies: ["Kernel"],
            path: "Services/\(name)/Domain",
            swiftSettings: settings
        ),
        .executableTarget(
            name: "\(name)Service",
            dependencies: [.target(name: "\(name)Domain")] + rim + extra,
            path: "Services/\(name)",
            exclude: ["Domain", "README.md"],
            resources: (["Migrations"] + embedding).map { .embedInCode($0) },
            swiftSettings: settings
        ),
        .testTarget(
            name: "\(name)Tests",
            dependencies: [.target(name: "\(name)Domain"), .target(name: "\(name)Service"), "TestSupport", logging]
                + rim
                + extra
                + testUses,
            path: "Tests/\(name)Tests",
            // Folders of files its tests read.
            exclude: testFiles,
            swiftSettings: settings
        ),
    ]
}

var targets: [Target] = [
    // The C libraries: a module map and a shim, nothing else.
    .systemLibrary(name: "CLibPQ", path: "Shared/CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(
        name: "CRabbitMQ",
        path: "Shared/CRabbitMQ",
        pkgConfig: "librabbitmq",
        providers: [.apt(["librabbitmq-dev"])]
    ),
    .systemLibrary(
        name: "CPangoCairo",
        path: "Shared/CPangoCairo",
        pkgConfig: "pangocairo",
        providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]
    ),
    .systemLibrary(
        name: "CQREncode",
        path: "Shared/CQREncode",
        pkgConfig: "libqrencode",
        providers: [.apt(["libqrencode-dev"])]
    ),
    .systemLibrary(
        name: "CJPEG",
        path: "Shared/CJPEG",
        pkgConfig: "libjpeg",
        providers: [.apt(["libjpeg62-turbo-dev"])]
    ),
    .systemLibrary(
        name: "CLibCrypto",
        path: "Shared/CLibCrypto",
        pkgConfig: "libcrypto",
        providers: [.apt(["libssl-dev"])]
    ),
    .systemLibrary(name: "CLibZip", path: "Shared/CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
        name: "CLibXML2",
        path: "Shared/CLibXML2",
        pkgConfig: "libxml-2.0",
        providers: [.apt(["libxml2-dev"])]
    ),
    .systemLibrary(
        name: "CXLSXWriter",
        path: "Shared/CXLSXWriter",
        pkgConfig: "xlsxwriter",
        providers: [.apt(["libxlsxwriter-dev"])]
    ),
    // A part of the C library that Glibc does not import.
    .systemLibrary(name: "CMalloc", path: "Shared/CMalloc"),

    // What the services share.
    shared("Kernel", resources: [.embedInCode("Resources")]),
    shared("Contracts", uses: ["Kernel"]),
    shared("Executors"),
    shared("Cryptography", uses: ["CLibCrypto", "Kernel", crypto]),
    shared("Postgres", uses: ["CLibPQ", "Executors", logging]),
    shared("AMQP", uses: ["CRabbitMQ", "Executors", logging]),
    shared(
        "Messaging",
        uses: ["AMQP", "Contracts", "Cryptography", "Kernel", "Postgres", crypto, lifecycle, logging, metrics],
        resources: [.embedInCode("Migrations")]
    ),
    shared(
        "ServiceKit",
        uses: [
            "AMQP", "Contracts", "Cryptography", "Kernel", "Messaging", "Postgres", arguments, configuration, crypto,
            httpClient, hummingbird, jwt, lifecycle, logging, metrics, mustache, signals,
        ] + nio,
        resources: [.embedInCode("Migrations")]
    ),
    shared("Documents", uses: ["CJPEG", "CPangoCairo", "CQREncode", "Kernel"]),
    shared("Spreadsheets", uses: ["CLibXML2", "CLibZip", "CXLSXWriter", "Kernel"]),
    shared("Statements", uses: ["Contracts", "Cryptography", "Kernel"], resources: [.embedInCode("Page")]),
    shared("DatedDocuments", uses: ["Contracts", "Cryptography", "Kernel", "Messaging", "Postgres", "ServiceKit"]),
    shared(
        "Importing",
        uses: ["CMalloc", "Contracts", "Cryptography", "Kernel", "Messaging", "Postgres", "ServiceKit", "Spreadsheets"]
    ),
    shared(
        "Attachments",
        uses: ["Cryptography", "Kernel", "Messaging", "Postgres", "ServiceKit", crypto, logging],
        resources: [.embedInCode("Migrations")]
    ),
    shared(
        "TestSupport",
        uses: ["AMQP", "Contracts", "Cryptography", "Kernel", "Messaging", "Postgres", "ServiceKit", logging]
    ),

    // The operator's command line.
    .executableTarget(
        name: "Operator",
        dependencies: [
            "AMQP", "Contracts", "Cryptography", "Kernel", "Statements", arguments, crypto, httpClient, jwt, logging,
        ] + nio,
        path: "Services/Operator",
        exclude: ["README.md"],
        swiftSettings: settings
    ),

    // What plays the provincial system in tests and demonstrations.
    .executableTarget(
        name: "SandboxProvince",
        dependencies: [arguments, crypto, hummingbird, lifecycle, logging] + nio,
        path: "Services/SandboxProvince",
        exclude: ["README.md"],
        swiftSettings: settings
    ),

    // A speaker, hearer or answerer that tests may kill.
    .executableTarget(
        name: "MessagingWorker",
        dependencies: ["AMQP", "Contracts", "Kernel", "Messaging", "Postgres", logging],
        path: "Tests/Faults/MessagingWorker",
        swiftSettings: settings
    ),

    // Rates beside a C program; Tests/Benchmarks/run starts it.
    .executableTarget(
        name: "Benchmarks",
        dependencies: [
            "AMQP", "Contracts", "Documents", "EvaluationDomain", "Kernel", "Messaging", "Postgres", arguments,
            hummingbird,
            logging,
        ],
        path: "Tests/Benchmarks",
        exclude: [
            "Filing", "Import", "Issue", "Outside", "Papers/measure.py", "Papers/requirements.txt", "Papers/sheet.py",
            "Publicity", "Reference", "Verification/bodies.lua", "Verification/measure.py", "run",
        ],
        swiftSettings: settings
    ),

    // Tests of what is shared, and of the whole.
    tests("Kernel", uses: ["Kernel"]),
    tests("Contracts", uses: ["Contracts", "Kernel"], resources: [.copy("Fixtures")]),
    tests("Cryptography", uses: ["Cryptography", "Kernel"]),
    tests("Postgres", uses: ["Postgres", "TestSupport", logging]),
    tests("AMQP", uses: ["AMQP", "TestSupport", logging]),
    tests(
        "Messaging",
        uses: [
            "AMQP", "Contracts", "Kernel", "Messaging", "MessagingWorker", "Postgres", "TestSupport", logging, metrics,
            metricsTestKit,
        ]
    ),
    tests(
        "ServiceKit",
        uses: ["Contracts", "Kernel", "Messaging", "Postgres", "ServiceKit", "TestSupport", jwt, logging, metrics]
    ),
    tests(
        "DatedDocuments",
        uses: ["Contracts", "DatedDocuments", "Kernel", "Messaging", "Postgres", "ServiceKit", "TestSupport"]
    ),
    tests("Documents", uses: ["Documents", "TestSupport"]),
    tests("Statements", uses: ["Contracts", "Cryptography", "Documents", "Kernel", "Statements"]),
    tests("Spreadsheets", uses: ["Kernel", "Spreadsheets"], resources: [.copy("Fixtures")]),
    tests(
        "Attachments",
        uses: [
            "Attachments", "Contracts", "Cryptography", "Kernel", "Messaging", "Postgres", "ServiceKit", "TestSupport",
            crypto, logging,
        ]
    ),
    tests(
        "Operator",
        uses: [
            "Operator", "PublicityTimerService", "AMQP", "Contracts", "Cryptography", "Documents", "Kernel",
            "Messaging", "Postgres", "ServiceKit", "Statements", "TestSupport", arguments,
        ]
    ),
    tests("Architecture", uses: []),
    tests("Journey", uses: ["Contracts", "Kernel", "TestSupport"]),
]
targets += service("Filing", uses: ["Attachments", "Cryptography", "Documents", "Importing", "Spreadsheets"])
targets += service(
    "Evaluation",
    uses: ["Attachments", "Cryptography", "Documents", "Importing", "Spreadsheets"],
    embedding: ["RuleSets"],
    testFiles: ["RuleSets"]
)
targets += service("PublicityTimer", uses: ["Attachments", "Cryptography", "Documents"])
targets += service(
    "Certificate",
    uses: [
        "Attachments", "Cryptography", "DatedDocuments", "Documents", "Importing", "Spreadsheets", "Statements",
        crypto, httpClient, metrics,
    ] + nio,
    embedding: ["Configurations"],
    // Its crash tests sign tokens, and start what plays the provincial system; its papers are verified by the command.
    testUses: ["Operator", "SandboxProvince", jwt]
)
targets += service(
    "Compensation",
    uses: ["Attachments", "Cryptography", "DatedDocuments", "Documents", "Importing", "Spreadsheets"],
    embedding: ["Configurations"]
)

/// `GONGJIANG_ONLY=Certificate` leaves only the tests of that name and what they stand on: the short loop while one
/// part is worked on. Nothing is built differently, only less.
if let only = Context.environment["GONGJIANG_ONLY"], !only.isEmpty {
    let named = Dictionary(uniqueKeysWithValues: targets.map { ($0.name, $0) })
    var kept: Set<String> = []
    func keep(_ name: String) {
        guard let target = named[name], kept.insert(name).inserted else { return }
        for dependency in target.dependencies {
            switch dependency {
            case .byNameItem(let name, _), .targetItem(let name, _): keep(name)
            default: break
            }
        }
    }
    for name in only.split(separator: ",") { keep("\(name)Tests") }
    targets.removeAll { !kept.contains($0.name) }
}

let executables: [(product: String, target: String)] = [
    ("filing", "FilingService"), ("evaluation", "EvaluationService"), ("publicity-timer", "PublicityTimerService"),
    ("certificate", "CertificateService"), ("compensation", "CompensationService"), ("gongjiang", "Operator"),
    ("gongjiang-sandbox-province", "SandboxProvince"), ("messaging-worker", "MessagingWorker"),
    ("gongjiang-bench", "Benchmarks"),
]

let package = Package(
    name: "gongjiang",
    products:
        executables
        .filter { executable in targets.contains { $0.name == executable.target } }
        .map { .executable(name: $0.product, targets: [$0.target]) },
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
        .package(url: "https://github.com/vapor/jwt-kit", from: "5.7.0"),
    ],
    targets: targets
)
