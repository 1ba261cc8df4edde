import Postgres

/// The tables of a service that keeps files; it adds them to its own migrations.
package let attachmentMigrations = [
    Migration(
        "a001_attachments",
        forward: PackageResources.a001_attachments_sql,
        rollback: PackageResources.a001_attachments_rollback_sql
    )
]
