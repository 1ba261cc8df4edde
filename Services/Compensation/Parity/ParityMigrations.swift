import Postgres

extension Main {
    /// The tables of parity.
    static let parityMigrations = [
        Migration(
            "v006_parity",
            forward: PackageResources.v006_parity_sql,
            rollback: PackageResources.v006_parity_rollback_sql
        )
    ]
}
