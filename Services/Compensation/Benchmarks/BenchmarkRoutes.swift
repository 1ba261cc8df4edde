import CompensationDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension Main {
    /// What an enterprise declares of its senior engineers' pay.
    var benchmarkRoutes: [Route] {
        [
            Route("POST /benchmarks") { [declareBenchmark, self] call, tx in
                let body = try call.body(BenchmarkBody.self)
                let employer = try employer(body.creditCode, of: call, in: tx)
                let benchmark = try declareBenchmark(
                    body.validated(employer: employer),
                    because: call.cause,
                    in: tx
                )
                return try .created(BenchmarkView(benchmark), version: benchmark.newVersion)
            },
            Route("GET /benchmarks") { [benchmarks] call, tx in
                let page = call.page
                let found = try benchmarks.page(
                    of: call.enterprise() ?? "",
                    after: page.after,
                    limit: page.limit,
                    in: tx
                )
                return try .page(found.compactMap(BenchmarkView.init), next: page.next(found))
            },
        ]
    }
}
