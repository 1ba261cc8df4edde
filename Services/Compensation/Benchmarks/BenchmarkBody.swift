import CompensationDomain
import Foundation
import Kernel

/// A benchmark as an enterprise declares it; amounts in fen a month.
struct BenchmarkBody: Decodable {
    let creditCode: String
    let band: Band
    let effectiveFrom: LocalDate
    let document: String

    struct Band: Decodable {
        let code: String
        let minimumFen: Int64
        let medianFen: Int64
        let components: [String]?
    }

    /// What was declared, checked.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseRef) throws -> Benchmark.Declaration {
        var checks = Checks()
        let document = checks.text(document, "document")
        let code = checks.text(band.code, "band.code", upTo: 40)
        if band.minimumFen <= 0 { checks.fail("band.minimumFen", "compensation.amount") }
        if band.medianFen < band.minimumFen { checks.fail("band.medianFen", "compensation.median") }
        let band = Benchmark.Band(
            code: code,
            minimum: Money(fen: band.minimumFen),
            median: Money(fen: band.medianFen),
            components: band.components ?? []
        )
        return Benchmark.Declaration(
            employer: employer,
            band: try checks.finish(band),
            effectiveFrom: effectiveFrom,
            document: document
        )
    }
}
