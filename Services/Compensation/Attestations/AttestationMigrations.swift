import Postgres

extension Main {
    /// The tables of attestations.
    static let attestationMigrations = [
        Migration(
            "v008_attestations",
            forward: PackageResources.v008_attestations_sql,
            rollback: PackageResources.v008_attestations_rollback_sql
        ),
        Migration(
            "v009_attestation_imports",
            forward: PackageResources.v009_attestation_imports_sql,
            rollback: PackageResources.v009_attestation_imports_rollback_sql
        ),
        Migration(
            "v010_denials",
            forward: PackageResources.v010_denials_sql,
            rollback: PackageResources.v010_denials_rollback_sql
        ),
        Migration(
            "v011_appointment_reminders",
            forward: PackageResources.v011_appointment_reminders_sql,
            rollback: PackageResources.v011_appointment_reminders_rollback_sql
        ),
    ]

    /// What came later to the tables of attestations.
    static let laterAttestationMigrations = [
        Migration(
            "v020_kept_files",
            forward: PackageResources.v020_kept_files_sql,
            rollback: PackageResources.v020_kept_files_rollback_sql
        ),
        Migration(
            "v021_months_counted_again",
            forward: PackageResources.v021_months_counted_again_sql,
            rollback: PackageResources.v021_months_counted_again_rollback_sql
        ),
    ]
}
