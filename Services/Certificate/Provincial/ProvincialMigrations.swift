import Postgres

extension Main {
    /// Of records on their way into the provincial system.
    static let provincialMigrations = [
        Migration(
            "v017_province",
            forward: PackageResources.v017_province_sql,
            rollback: PackageResources.v017_province_rollback_sql
        )
    ]
}
