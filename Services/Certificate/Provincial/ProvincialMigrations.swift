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

    /// Of what was taken back, not taken in or sent anew; it comes after the others.
    static let uploadMigrations = [
        Migration(
            "v026_upload_ways",
            forward: PackageResources.v026_upload_ways_sql,
            rollback: PackageResources.v026_upload_ways_rollback_sql
        )
    ]

    /// Of what records went through before it had a word of its own; after what restores.
    static let repairingMigrations = [
        Migration(
            "v029_upload_repairs",
            forward: PackageResources.v029_upload_repairs_sql,
            rollback: PackageResources.v029_upload_repairs_rollback_sql
        )
    ]
}
