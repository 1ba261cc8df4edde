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

    /// The tables of parity since it is a matter of every day.
    static let parityDayMigrations = [
        Migration(
            "v014_parity_days",
            forward: PackageResources.v014_parity_days_sql,
            rollback: PackageResources.v014_parity_days_rollback_sql
        )
    ]
}
