import Postgres

extension Main {
    /// The tables of numbers, and of papers issued again.
    static let numberMigrations = [
        Migration(
            "v008_number_ledger",
            forward: PackageResources.v008_number_ledger_sql,
            rollback: PackageResources.v008_number_ledger_rollback_sql
        ),
        Migration(
            "v009_reissues",
            forward: PackageResources.v009_reissues_sql,
            rollback: PackageResources.v009_reissues_rollback_sql
        ),
        Migration(
            "v010_passed_over",
            forward: PackageResources.v010_passed_over_sql,
            rollback: PackageResources.v010_passed_over_rollback_sql
        ),
    ]
}
