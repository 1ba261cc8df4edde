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

    /// The documents of benchmarks, which are files.
    static let benchmarkDocumentMigrations = [
        Migration(
            "v023_benchmark_documents",
            forward: PackageResources.v023_benchmark_documents_sql,
            rollback: PackageResources.v023_benchmark_documents_rollback_sql
        )
    ]
}
