import Foundation
import Kernel

extension Benchmark {
    /// One band of the enterprise's own pay rules.
    package struct Band: Hashable, Codable, Sendable {
        /// The band's name in the enterprise, "ZG-2".
        package let code: String
        /// The grade it belongs to in the enterprise's scale; nil where none is named.
        package let grade: String?
        /// The lowest monthly pay in the band.
        package let minimum: Money
        /// The median monthly pay in the band; nil where none is declared.
        package let median: Money?
        /// What the pay is made of, in the enterprise's words.
        package let components: [PayComponent]

        /// A band, or nil where nothing or an absurd amount is paid, or the median is below the lowest.
        package init?(
            code: String,
            grade: String? = nil,
            minimum: Money,
            median: Money?,
            components: [PayComponent]
        ) {
            let amounts = [minimum] + (median.map { [$0] } ?? [])
            guard amounts.allSatisfy({ $0.fen > 0 && $0 < Benchmark.most }) else { return nil }
            if let median, median < minimum { return nil }
            self.code = code
            self.grade = grade
            self.minimum = minimum
            self.median = median
            self.components = components
        }
    }

    /// The file of the document, as it was when the benchmark was declared.
    package struct File: Hashable, Codable, Sendable {
        package let id: UUID
        /// Of its bytes, in hex.
        package let sha256: String

        /// A file by its id and digest.
        package init(id: UUID, sha256: String) {
            self.id = id
            self.sha256 = sha256
        }
    }

    /// A band with the day it takes effect and the document it stands in.
    package struct Declaration: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let band: Band
        package let effectiveFrom: LocalDate
        /// The document's title and clause.
        package let document: String
        /// The document's number, day and body; nil in what was declared before they were asked for.
        package let paper: DecisionPaper?
        /// The document as a file; nil where none was sent.
        package let file: File?
        /// What it rests on; nil in what was declared before it was asked for, when senior engineers were meant.
        package let basis: Basis?
        /// Why it takes effect on a day gone by (更正); nil for one that does not.
        package let correction: String?

        /// A declaration as the enterprise makes it.
        package init(
            employer: EnterpriseRef,
            band: Band,
            effectiveFrom: LocalDate,
            document: String,
            paper: DecisionPaper? = nil,
            file: File? = nil,
            basis: Basis? = nil,
            correction: String? = nil
        ) {
            self.employer = employer
            self.band = band
            self.effectiveFrom = effectiveFrom
            self.document = document
            self.paper = paper
            self.file = file
            self.basis = basis
            self.correction = correction
        }
    }
}
