import Postgres

extension Main {
    /// The tables of keys, statements and lists.
    static let signingMigrations = [
        Migration(
            "v011_signing",
            forward: PackageResources.v011_signing_sql,
            rollback: PackageResources.v011_signing_rollback_sql
        )
    ]
}
