import Foundation
import Kernel
import Logging
import Messaging
import Postgres

/// Takes a service's migrations back and makes them again, with history in the journal.
package enum MigrationRehearsal {
    /// What was found on the way.
    package struct Findings: Hashable, Sendable {
        /// The names rolled back, the last first.
        package let rolledBack: [String]
        /// The names applied again, in order.
        package let appliedAgain: [String]
        /// Journal rows kept, of one that was there before.
        package let journalRowsKept: Int
    }

    /// Rolls everything back and forward again on a database of its own.
    package static func run(_ migrations: [Migration], service: String) async throws -> Findings {
        try await ScratchDatabase.with(migrations, service: service) { pool, database in
            try await pool.transaction { tx in
                try tx.execute(
                    """
                    INSERT INTO journal (aggregate, aggregate_id, version, kind, actor, at, correlation, event)
                    VALUES ('x', \(NewID.v7()), 1, 'made', 'test', now(), \(NewID.v7()), \(Array("{}".utf8)))
                    """
                )
            }
            let role = database.configuration.user ?? service
            let migrator = Migrator(migrations, servingRole: role)
            let logger = Logger(label: "rehearsal")
            let back = try await migrator.rollBack(to: nil, database.ownerConfiguration, logger: logger)
            let again = try await migrator.migrate(database.ownerConfiguration, logger: logger)
            let owner = PostgresPool(database.ownerConfiguration, size: 1, logger: logger)
            let kept = try await owner.transaction { tx in
                try tx.query("SELECT count(*) AS n FROM journal_kept").first?.decode("n", as: Int.self) ?? 0
            }
            await owner.close()
            return Findings(rolledBack: back, appliedAgain: again, journalRowsKept: kept)
        }
    }
}
