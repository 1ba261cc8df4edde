import Contracts
import Cryptography
import Foundation
import Messaging
import Postgres

/// One service: what it is made of, and the four places where the kit calls it.
///
/// The kit looks nothing up by type or name; all it builds a test can build as well.
package protocol ServiceDefinition: Sendable {
    /// Its name in the plan.
    static var name: ServiceName { get }
    /// Its tables, beyond the kit's own.
    static var migrations: [Migration] { get }
    /// Who may call which route.
    static var access: Access { get }
    /// What its refusals say.
    static var messages: MessageCatalogue { get }

    /// The counties or zones of these enterprises, as far as the service knows them.
    static func jurisdictions(of enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: String]

    /// Builds it from what every service has.
    init(_ environment: ServiceEnvironment) throws
    /// What wakes it: facts, enterprises' messages, time.
    var subscriptions: [Subscription] { get }
    /// What people and systems can ask of it.
    var routes: [Route] { get }
}

extension ServiceDefinition {
    /// The tables of messaging, of the kit and of the service, in the order they are made.
    package static var allMigrations: [Migration] { messagingMigrations + serviceKitMigrations + migrations }

    /// From the directory that is kept of what the filing service tells.
    package static func jurisdictions(
        of enterprises: [UUID],
        in tx: borrowing Transaction
    ) throws -> [UUID: String] {
        try EnterpriseDirectory().jurisdictions(of: enterprises, in: tx)
    }
}

/// The tables of the kit.
package let serviceKitMigrations = [
    Migration(
        "k001_servicekit",
        forward: PackageResources.k001_servicekit_sql,
        rollback: PackageResources.k001_servicekit_rollback_sql
    ),
    Migration(
        "k002_calendar_copy",
        forward: PackageResources.k002_calendar_copy_sql,
        rollback: PackageResources.k002_calendar_copy_rollback_sql
    ),
    Migration(
        "k003_answer_type",
        forward: PackageResources.k003_answer_type_sql,
        rollback: PackageResources.k003_answer_type_rollback_sql
    ),
    Migration(
        "k004_unit_directory",
        forward: PackageResources.k004_unit_directory_sql,
        rollback: PackageResources.k004_unit_directory_rollback_sql
    ),
    Migration(
        "k005_answer_headers",
        forward: PackageResources.k005_answer_headers_sql,
        rollback: PackageResources.k005_answer_headers_rollback_sql
    ),
    Migration(
        "k006_filing_standing",
        forward: PackageResources.k006_filing_standing_sql,
        rollback: PackageResources.k006_filing_standing_rollback_sql
    ),
]

/// What a service is built from.
package struct ServiceEnvironment: Sendable {
    /// Where it announces facts.
    package let outbox: Outbox
    /// Where it notes its history.
    package let journal: Journal
    /// Its keys for personal data.
    package let keys: KeyRing
    private let settings: @Sendable (String) -> String?

    /// Puts together what a service is built from.
    package init(
        outbox: Outbox,
        journal: Journal,
        keys: KeyRing,
        settings: @escaping @Sendable (String) -> String? = { _ in nil }
    ) {
        self.outbox = outbox
        self.journal = journal
        self.keys = keys
        self.settings = settings
    }

    /// A setting of this service's own, or else of all services, from environment or file; nil where it is not set.
    package func setting(_ name: String) -> String? { settings(name) }
}
