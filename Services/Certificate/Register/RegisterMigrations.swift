import Postgres

extension Main {
    /// The tables of the register.
    static let registerMigrations = [
        Migration(
            "v020_register",
            forward: PackageResources.v020_register_sql,
            rollback: PackageResources.v020_register_rollback_sql
        )
    ]

    /// Takes in again what rolling others back kept aside; after all of those.
    static let restoringMigrations = [
        Migration(
            "v025_kept",
            forward: PackageResources.v025_kept_sql,
            rollback: PackageResources.v025_kept_rollback_sql
        )
    ]

    /// Of certificates from before that are revoked or cancelled; after what restores.
    static let historicMigrations = [
        Migration(
            "v030_historic_status",
            forward: PackageResources.v030_historic_status_sql,
            rollback: PackageResources.v030_historic_status_rollback_sql
        )
    ]
}
