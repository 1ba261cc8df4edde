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
            Route("POST /benchmarks") { [declareBenchmark, benchmarkDocuments, self] call, tx in
                let body = try call.body(BenchmarkBody.self)
                let employer = try employer(body.creditCode, of: call, in: tx)
                let sent = try body.file.flatMap { file in
                    try benchmarkDocuments.find(file, of: employer.enterprise.creditCode, in: tx)
                }
                let benchmark = try declareBenchmark(
                    body.validated(employer: employer.enterprise, with: sent),
                    because: call.cause,
                    in: tx
                )
                if let sent { try benchmarkDocuments.store.use(sent.document.id, for: benchmark.id, in: tx) }
                return try .created(BenchmarkView(benchmark), version: benchmark.newVersion)
            },
            Route("GET /benchmarks") { [benchmarks] call, tx in
                if let text = call.query("asOf") {
                    guard let day = LocalDate(text) else {
                        throw InvalidInput(field: "asOf", code: "compensation.not-a-day")
                    }
                    let declared = try benchmarks.declared(by: call.enterprise() ?? "", in: tx)
                    let inForce = Parity.inForce(on: day, among: declared).values
                        .sorted { $0.declaration.band < $1.declaration.band }
                    return try .page(inForce.map { BenchmarkView(id: $0.id, $0.declaration) }, next: nil)
                }
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
