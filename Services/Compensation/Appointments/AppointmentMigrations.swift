import Postgres

extension Main {
    /// The tables of appointments since they have a life.
    static let appointmentMigrations = [
        Migration(
            "v005_appointment_life",
            forward: PackageResources.v005_appointment_life_sql,
            rollback: PackageResources.v005_appointment_life_rollback_sql
        )
    ]
}
