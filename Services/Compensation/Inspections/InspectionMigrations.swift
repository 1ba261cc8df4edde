import Postgres

extension Main {
    /// The table of inspections.
    static let inspectionMigrations = [
        Migration(
            "v013_inspections",
            forward: PackageResources.v013_inspections_sql,
            rollback: PackageResources.v013_inspections_rollback_sql
        )
    ]
}
