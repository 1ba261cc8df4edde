import Attachments
import CompensationDomain
import Foundation
import Kernel

/// A benchmark as an enterprise declares it; amounts in fen a month.
struct BenchmarkBody: Decodable {
    let creditCode: String
    let band: Band
    let effectiveFrom: LocalDate
    let document: String
    let documentNumber: String?
    let documentDate: LocalDate?
    /// The document's file, by its id.
    let file: UUID?
    let basis: Benchmark.Basis.Kind?
    let clause: String?
    let method: String?
    let correction: String?

    struct Band: Decodable {
        let code: String
        let grade: String?
        let minimumFen: Int64
        let medianFen: Int64?
        let components: [PayComponent]?
    }

    /// What was declared, checked; `sent` is the document the file is of, nil where it is none of the enterprise's.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(employer: EnterpriseRef, with sent: BenchmarkDocuments.Found?) throws -> Benchmark.Declaration {
        var checks = Checks()
        if file != nil {
            if sent == nil { checks.fail("file", "compensation.benchmark-file") }
            if sent?.document.benchmark != nil { checks.fail("file", "compensation.benchmark-file-used") }
        }
        let document = checks.plain(document, "document")
        let paper = DecisionPaper(
            number: checks.optionalPlain(documentNumber, "documentNumber", upTo: 60),
            on: documentDate
        )
        let band = checkedBand(&checks)
        let basis = checkedBasis(&checks)
        let correction = checks.optionalPlain(correction, "correction", upTo: 500)
        return Benchmark.Declaration(
            employer: employer,
            band: try checks.finish(band),
            effectiveFrom: effectiveFrom,
            document: document,
            paper: paper == DecisionPaper() ? nil : paper,
            file: sent.map { Benchmark.File(id: $0.record.id, sha256: $0.record.sha256) },
            basis: basis,
            correction: correction
        )
    }

    private func checkedBand(_ checks: inout Checks) -> Benchmark.Band? {
        let code = checks.bandCode(band.code, "band.code")
        let grade = checks.optionalPlain(band.grade, "band.grade", upTo: 40)
        checks.amount(band.minimumFen, "band.minimumFen")
        if let median = band.medianFen {
            checks.amount(median, "band.medianFen")
            if median < band.minimumFen { checks.fail("band.medianFen", "compensation.median") }
        }
        let components = band.components ?? []
        for (index, component) in components.enumerated() {
            _ = checks.plain(component.code, "band.components[\(index)].code", upTo: 40)
            _ = checks.plain(component.name, "band.components[\(index)].name", upTo: 60)
        }
        if Set(components.map(\.code)).count != components.count {
            checks.fail("band.components", "compensation.component-twice")
        }
        return Benchmark.Band(
            code: code,
            grade: grade,
            minimum: Money(fen: band.minimumFen),
            median: band.medianFen.map(Money.init(fen:)),
            components: components
        )
    }

    private func checkedBasis(_ checks: inout Checks) -> Benchmark.Basis {
        switch basis ?? .seniorEngineers {
        case .seniorEngineers: return .seniorEngineers
        case .declaredMethod:
            return .declaredMethod(
                clause: checks.plain(clause ?? "", "clause", upTo: 100),
                method: checks.plain(method ?? "", "method", upTo: 1000)
            )
        }
    }
}
