import Postgres

extension Main {
    /// The table of dated documents.
    static let configurationMigrations = [
        Migration(
            "v004_configuration",
            forward: PackageResources.v004_configuration_sql,
            rollback: PackageResources.v004_configuration_rollback_sql
        )
    ]
}
