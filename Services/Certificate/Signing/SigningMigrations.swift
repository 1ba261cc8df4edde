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

    /// Of statements that a corrected one replaced; after what restores.
    static let supersededMigrations = [
        Migration(
            "v027_superseded_statements",
            forward: PackageResources.v027_superseded_statements_sql,
            rollback: PackageResources.v027_superseded_statements_rollback_sql
        )
    ]
}
