import AMQP
import Configuration
import Contracts
import Cryptography
import Foundation
import Hummingbird
import Kernel
import Logging
import Messaging
import Postgres
import ServiceLifecycle
import UnixSignals

/// A running service, put together by hand from top to bottom.
struct Server<Definition: ServiceDefinition>: Sendable {
    private let group: ServiceGroup

    init(_: Definition.Type, settings: Settings, registry: PrometheusRegistry, logger: Logger) throws {
        let name = Definition.name
        let keys = try KeyRing(folder: settings.keysFolder, service: name.rawValue)
        guard !settings.clockTravels || keys.isForDevelopment else { throw TravelWithRealKeys() }
        if settings.clockTravels {
            logger.critical("THE CLOCK MAY TRAVEL: nothing this service says about time is real")
        }
        let clock = BusinessClock(travels: settings.clockTravels)
        let database = PostgresPool(
            PostgresConfiguration(url: settings.databaseURL, applicationName: name.rawValue),
            size: settings.connections,
            logger: logger
        )
        let outbox = Outbox(service: name, jurisdictions: Definition.jurisdictions)
        let definition = try Definition(
            ServiceEnvironment(
                outbox: outbox,
                journal: Journal(),
                keys: keys,
                settings: { setting in
                    settings.reader.string(forKey: ConfigKey("gongjiang.\(name.rawValue).\(setting)"))
                        ?? settings.reader.string(forKey: ConfigKey("gongjiang.\(setting)"))
                }
            )
        )
        let broker = try AMQPConfiguration(url: settings.brokerURL, connectionName: name.rawValue)
        let foreground = Foreground()
        let problems = ProblemWriter(messages: Definition.messages)
        let messaging = Messaging(
            service: name,
            subscriptions: definition.subscriptions + [Self.forgetting],
            outbox: outbox,
            clock: clock,
            database: database,
            broker: broker,
            ingress: .init(
                explain: { problems.reasons(of: $0) },
                seal: { try keys.fields.seal(Data($0).base64EncodedString()) }
            ),
            foreground: foreground,
            logger: logger
        )
        let readiness = Readiness(
            database: database,
            messaging: messaging,
            migrations: Definition.allMigrations.map(\.name),
            logger: logger
        )
        let verifier = TokenVerifier(source: settings.jwks, logger: logger)
        let operating = OperatorRoutes(clock: clock)
        let dispatcher = Dispatcher(
            routes: definition.routes + operating.routes,
            access: Access(Definition.access.rows.merging(OperatorRoutes.access.rows) { own, _ in own }),
            messages: Definition.messages,
            database: database,
            clock: clock,
            keys: keys,
            authenticate: { await verifier.caller(of: $0) },
            foreground: foreground,
            logger: logger
        )
        let front = FrontDoor(
            dispatcher: dispatcher,
            readiness: readiness,
            registry: registry,
            replay: messaging.replay,
            database: database,
            proxies: settings.proxies
        )
        let http = Application(
            responder: CallbackResponder { (request: Request, context: ClientContext) in
                await front.respond(to: request, context: context)
            },
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port),
                serverName: name.rawValue
            ),
            logger: Self.quiet(logger)
        )
        var configuration = ServiceGroupConfiguration(
            services: [
                .init(service: DatabaseService(pool: database)),
                .init(service: MessagingService(messaging: messaging, readiness: readiness)),
                .init(service: readiness),
                .init(service: http),
            ],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger
        )
        configuration.maximumGracefulShutdownDuration = .seconds(18)
        group = ServiceGroup(configuration: configuration)
    }

    func run() async throws {
        try await group.run()
    }

    private static var forgetting: Subscription {
        .every(Duration.seconds(3600), "forget old answers and make next month's archive") { _, tx in
            let month = LocalDate(in: Date()).adding(years: 0, months: 1)
            _ = try tx.query("SELECT make_outbox_archive_partition(\(month.description)::date)")
            return try Idempotency.forget(in: tx)
        }
    }

    /// The server's own notes are of no use to an operator.
    private static func quiet(_ logger: Logger) -> Logger {
        var quiet = logger
        quiet.logLevel = max(.notice, logger.logLevel)
        return quiet
    }
}

/// A travelling clock and keys that are not marked as development's.
private struct TravelWithRealKeys: Error, CustomStringConvertible {
    var description: String { "GONGJIANG_CLOCK=travel is refused together with real keys" }
}

/// Closes the pool when all else has ended.
private struct DatabaseService: Service {
    let pool: PostgresPool

    func run() async throws {
        try? await gracefulShutdown()
        await pool.close()
    }
}

/// Runs messaging, and drains it on shutdown.
private struct MessagingService: Service {
    let messaging: Messaging
    let readiness: Readiness

    func run() async throws {
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await messaging.run() }
            group.addTask {
                try? await gracefulShutdown()
                readiness.leaving()
                await messaging.drain()
            }
            await group.next()
            group.cancelAll()
        }
    }
}
