import Attachments
import Postgres

extension Main {
    /// The tables of photos and copies.
    static let paperMigrations =
        attachmentMigrations + [
            Migration(
                "v014_copies",
                forward: PackageResources.v014_copies_sql,
                rollback: PackageResources.v014_copies_rollback_sql
            )
        ]
}
