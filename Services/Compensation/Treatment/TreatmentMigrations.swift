import Postgres

extension Main {
    /// The tables of treatment beside pay.
    static let treatmentItemMigrations = [
        Migration(
            "v012_treatment",
            forward: PackageResources.v012_treatment_sql,
            rollback: PackageResources.v012_treatment_rollback_sql
        )
    ]
}
