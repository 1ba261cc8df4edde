import Postgres

/// The tables every service that tells or hears facts has.
package let messagingMigrations = [
    Migration(
        "m001_messaging",
        forward: PackageResources.m001_messaging_sql,
        rollback: PackageResources.m001_messaging_rollback_sql
    ),
    Migration(
        "m002_copies_numbered",
        forward: PackageResources.m002_copies_numbered_sql,
        rollback: PackageResources.m002_copies_numbered_rollback_sql
    ),
    Migration(
        "m003_history_and_jurisdiction",
        forward: PackageResources.m003_history_and_jurisdiction_sql,
        rollback: PackageResources.m003_history_and_jurisdiction_rollback_sql
    ),
    Migration(
        "m004_outbox_stopped",
        forward: PackageResources.m004_outbox_stopped_sql,
        rollback: PackageResources.m004_outbox_stopped_rollback_sql
    ),
    Migration(
        "m005_copies_nobody_hears",
        forward: PackageResources.m005_copies_nobody_hears_sql,
        rollback: PackageResources.m005_copies_nobody_hears_rollback_sql
    ),
]
