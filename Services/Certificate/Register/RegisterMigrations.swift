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
}
