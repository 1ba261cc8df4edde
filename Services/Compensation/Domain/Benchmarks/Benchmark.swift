import Foundation
import Kernel

/// What the enterprise pays its 正高级工程师, declared for comparison (通知五; 正高级工程师对标).
///
/// Bands, never anybody's salary. A change is a new declaration with the day it takes effect.
package enum Benchmark: Decider, Hashable, Codable {
    /// Can become `declared`.
    case undeclared
    /// In force from the day it names until a later one of the same band. Stays so.
    case declared(Declaration)

    package static let initial = Benchmark.undeclared

    /// One band of the enterprise's own pay rules.
    package struct Band: Hashable, Codable, Sendable {
        /// The band's name in the enterprise, "ZG-2".
        package let code: String
        /// The lowest monthly pay in the band.
        package let minimum: Money
        /// The median monthly pay in the band.
        package let median: Money
        /// What the pay is made of, in the enterprise's words.
        package let components: [String]

        /// A band, or nil where nothing is paid or the median is below the lowest.
        package init?(code: String, minimum: Money, median: Money, components: [String]) {
            guard minimum.fen > 0, median >= minimum else { return nil }
            self.code = code
            self.minimum = minimum
            self.median = median
            self.components = components
        }
    }

    /// A band with the day it takes effect and the document it stands in.
    package struct Declaration: Hashable, Codable, Sendable {
        package let employer: EnterpriseRef
        package let band: Band
        package let effectiveFrom: LocalDate
        package let document: String

        /// A declaration as the enterprise makes it.
        package init(employer: EnterpriseRef, band: Band, effectiveFrom: LocalDate, document: String) {
            self.employer = employer
            self.band = band
            self.effectiveFrom = effectiveFrom
            self.document = document
        }
    }

    /// What can be asked of a benchmark.
    package enum Command: Hashable, Sendable {
        case declare(Declaration)
    }

    /// What can have happened to a benchmark.
    package enum Event: Hashable, Codable, Sendable {
        case declared(declaration: Declaration)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        /// The band has a declaration from that day already.
        case alreadyDeclared

        package var code: String { "compensation.benchmark-declared" }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.undeclared, .declare(let declaration)): [.declared(declaration: declaration)]
        case (.declared, .declare): throw .alreadyDeclared
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .declared(let declaration): self = .declared(declaration)
        }
    }

    /// What was declared, nil before it was.
    package var declaration: Declaration? {
        guard case .declared(let declaration) = self else { return nil }
        return declaration
    }
}
