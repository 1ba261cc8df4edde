import ArgumentParser
import Configuration
import Contracts
import Foundation
import Logging
import Metrics
import Postgres

/// What makes an executable of a service: `serve` and `migrate`.
package enum ServiceKit {
    /// Runs what the command line says; the only statement of a service's `main`.
    package static func main<Definition: ServiceDefinition>(_ definition: Definition.Type) async {
        let arguments = Arguments.parseOrExit()
        do {
            let reader = try await Settings.reader()
            let level = Settings.logLevel(reader)
            LoggingSystem.bootstrap { JSONLogHandler(label: $0, level: level) }
            let logger = Logger(label: definition.name.rawValue)
            switch arguments.verb {
            case .serve:
                let registry = PrometheusRegistry()
                MetricsSystem.bootstrap(registry)
                let server = try Server(definition, settings: try Settings(reader), registry: registry, logger: logger)
                try await server.run()
            case .migrate:
                let url = try Settings.needed(
                    "gongjiang.owner.database.url",
                    "GONGJIANG_OWNER_DATABASE_URL",
                    reader
                )
                try await migrate(definition, url: url, rollBackTo: arguments.rollBackTo, logger: logger)
            }
        } catch {
            FileHandle.standardError.write(Data("\(definition.name.rawValue): \(error)\n".utf8))
            exit(1)
        }
    }

    private static func migrate<Definition: ServiceDefinition>(
        _ definition: Definition.Type,
        url: String,
        rollBackTo: String?,
        logger: Logger
    ) async throws {
        let migrator = Migrator(definition.allMigrations, servingRole: servingRole(ofOwner: url, definition.name))
        let owner = PostgresConfiguration(url: url, applicationName: "\(definition.name.rawValue) migrate")
        if let rollBackTo {
            let names = try await migrator.rollBack(
                to: rollBackTo == "nothing" ? nil : rollBackTo,
                owner,
                logger: logger
            )
            logger.info("rolled back", metadata: ["migrations": "\(names)"])
        } else {
            let names = try await migrator.migrate(owner, logger: logger)
            logger.info("migrated", metadata: ["applied": "\(names)"])
        }
    }

    /// The role that serves: the owner's name without `_owner`.
    private static func servingRole(ofOwner url: String, _ name: ServiceName) -> String {
        guard let user = URLComponents(string: url)?.user, user.hasSuffix("_owner") else { return name.database }
        return String(user.dropLast("_owner".count))
    }
}

/// The command line of every service.
struct Arguments: ParsableArguments {
    enum Verb: String, ExpressibleByArgument, CaseIterable {
        case serve, migrate
    }

    @Argument(help: "serve: run the service; migrate: bring its database to this version.")
    var verb: Verb = .serve

    @Option(
        name: .customLong("roll-back-to"),
        help: "With migrate: undo all migrations after this one ('nothing': all)."
    )
    var rollBackTo: String?
}
