import Postgres

extension Main {
    /// Of the way of registrations.
    static let registrationMigrations = [
        Migration(
            "v005_registration_course",
            forward: PackageResources.v005_registration_course_sql,
            rollback: PackageResources.v005_registration_course_rollback_sql
        ),
        Migration(
            "v006_person_changes",
            forward: PackageResources.v006_person_changes_sql,
            rollback: PackageResources.v006_person_changes_rollback_sql
        ),
        Migration(
            "v007_hand_over",
            forward: PackageResources.v007_hand_over_sql,
            rollback: PackageResources.v007_hand_over_rollback_sql
        ),
    ]

    /// Of corrections of issued certificates.
    static let correctionMigrations = [
        Migration(
            "v028_correction_requests",
            forward: PackageResources.v028_correction_requests_sql,
            rollback: PackageResources.v028_correction_requests_rollback_sql
        )
    ]
}
