import Attachments
import Postgres

extension Main {
    /// The tables of photos, copies and printing jobs.
    static let paperMigrations =
        attachmentMigrations + [
            Migration(
                "v014_copies",
                forward: PackageResources.v014_copies_sql,
                rollback: PackageResources.v014_copies_rollback_sql
            ),
            Migration(
                "v015_paper_job",
                forward: PackageResources.v015_paper_job_sql,
                rollback: PackageResources.v015_paper_job_rollback_sql
            ),
        ]
}
