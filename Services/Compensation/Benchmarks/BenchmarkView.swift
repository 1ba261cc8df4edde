import CompensationDomain
import Foundation
import Kernel
import Messaging

/// A benchmark as its enterprise sees it; amounts in fen a month.
struct BenchmarkView: Encodable {
    let id: String
    let creditCode: String
    let band: Band
    let effectiveFrom: LocalDate
    let document: String

    struct Band: Encodable {
        let code: String
        let minimumFen: Int64
        let medianFen: Int64
        let components: [String]
    }

    init?(_ benchmark: Stored<Benchmark>) {
        guard let declaration = benchmark.state.declaration else { return nil }
        id = benchmark.id.lowercase
        creditCode = declaration.employer.creditCode
        band = Band(
            code: declaration.band.code,
            minimumFen: declaration.band.minimum.fen,
            medianFen: declaration.band.median.fen,
            components: declaration.band.components
        )
        effectiveFrom = declaration.effectiveFrom
        document = declaration.document
    }
}
