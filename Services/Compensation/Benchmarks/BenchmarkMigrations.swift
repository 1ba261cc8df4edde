import Postgres

extension Main {
    /// The tables of benchmarks since they have a history.
    static let benchmarkMigrations = [
        Migration(
            "v003_benchmark_history",
            forward: PackageResources.v003_benchmark_history_sql,
            rollback: PackageResources.v003_benchmark_history_rollback_sql
        )
    ]
}
