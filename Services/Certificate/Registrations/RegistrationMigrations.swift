import Postgres

extension Main {
    /// Of the way of registrations.
    static let registrationMigrations = [
        Migration(
            "v005_registration_course",
            forward: PackageResources.v005_registration_course_sql,
            rollback: PackageResources.v005_registration_course_rollback_sql
        )
    ]
}
