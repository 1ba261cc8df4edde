import Postgres

/// The tables every service that tells or hears facts has.
package let messagingMigrations = [
    Migration(
        "m001_messaging",
        forward: PackageResources.m001_messaging_sql,
        rollback: PackageResources.m001_messaging_rollback_sql
    )
]
