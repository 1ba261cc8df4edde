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
    let documentNumber: String?
    let documentDate: LocalDate?
    /// The document's file; missing where none was sent.
    let file: File?
    let basis: Benchmark.Basis.Kind
    let clause: String?
    let method: String?
    /// Why it takes effect on a day gone by; missing where it does not.
    let correction: String?

    struct Band: Encodable {
        let code: String
        let grade: String?
        let minimumFen: Int64
        let medianFen: Int64?
        let components: [PayComponent]
    }

    struct File: Encodable {
        let id: String
        let sha256: String
        /// Where its bytes are, for human resources of the enterprise.
        let content: String
    }

    init?(_ benchmark: Stored<Benchmark>) {
        guard let declaration = benchmark.state.declaration else { return nil }
        self.init(id: benchmark.id, declaration)
    }

    init(id: UUID, _ declaration: Benchmark.Declaration) {
        self.id = id.lowercase
        creditCode = declaration.employer.creditCode
        band = Band(
            code: declaration.band.code,
            grade: declaration.band.grade,
            minimumFen: declaration.band.minimum.fen,
            medianFen: declaration.band.median?.fen,
            components: declaration.band.components
        )
        effectiveFrom = declaration.effectiveFrom
        document = declaration.document
        documentNumber = declaration.paper?.number
        documentDate = declaration.paper?.on
        file = declaration.file.map { file in
            File(id: file.id.lowercase, sha256: file.sha256, content: "/attachments/\(file.id.lowercase)/content")
        }
        correction = declaration.correction
        let basis = declaration.basis ?? .seniorEngineers
        self.basis = basis.kind
        if case .declaredMethod(let clause, let method) = basis {
            (self.clause, self.method) = (clause, method)
        } else {
            (clause, method) = (nil, nil)
        }
    }
}
