import Foundation
import Kernel

/// What the enterprise pays its 正高级工程师, declared for comparison (通知五; 正高级工程师对标).
///
/// Bands, never anybody's salary. A change is a new declaration with the day it takes effect; what a day gone by was
/// measured against changes only by a correction on record.
package enum Benchmark: Decider, Hashable, Codable {
    /// Can become `declared`.
    case undeclared
    /// In force from the day it names until a later one of the same band. Stays so.
    case declared(Declaration)

    package static let initial = Benchmark.undeclared

    /// No pay of a month reaches this, a million yuan: what does is a mistake of typing.
    package static let most = Money(yuan: 1_000_000)

    /// What can be asked of a benchmark.
    package enum Command: Hashable, Sendable {
        /// Declare; `others` are those the enterprise has declared before.
        case declare(Declaration, today: LocalDate, others: [Parity.Benchmarked])
    }

    /// What can have happened to a benchmark.
    package enum Event: Hashable, Codable, Sendable {
        case declared(declaration: Declaration)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// The band has a declaration from that day already.
        case alreadyDeclared
        /// It would change what days gone by were measured against, and no reason is on record.
        case backDated(earliest: LocalDate)

        package var code: String {
            switch self {
            case .alreadyDeclared: "compensation.benchmark-declared"
            case .backDated: "compensation.benchmark-back-dated"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .alreadyDeclared: [:]
            case .backDated(let earliest): ["earliest": earliest.description]
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.undeclared, .declare(let declaration, let today, let others)):
            if declaration.correction == nil {
                guard declaration.effectiveFrom >= today else { throw .backDated(earliest: today) }
                let isTwice = others.contains { other in
                    other.declaration.band.code == declaration.band.code
                        && other.declaration.effectiveFrom == declaration.effectiveFrom
                }
                guard !isTwice else { throw .alreadyDeclared }
            }
            return [.declared(declaration: declaration)]
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
