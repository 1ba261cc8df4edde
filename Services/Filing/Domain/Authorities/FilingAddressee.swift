import Foundation
import Kernel

/// With whom a general filing is filed: a property of the filing, whoever owns the firm.
package enum FilingAddressee: Decider, Hashable, Codable {
    /// Nobody was named. Can transition to: addressed.
    case unaddressed
    /// One of the two centres; what rests on the filing goes there too (通知四: 原自主评价备案部门). Stays so.
    case addressed(Authority.Kind)

    package enum Command: Hashable, Sendable {
        case address(filing: UUID, to: Authority.Kind, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case addressed(filing: UUID, to: Authority.Kind, on: LocalDate)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Nobody files with the bureau.
        case takesNoFilings
        /// It was filed with another.
        case addressedElsewhere

        package var code: String {
            switch self {
            case .takesNoFilings: "filing.authority-takes-no-filings"
            case .addressedElsewhere: "filing.addressed-elsewhere"
            }
        }
    }

    package static let initial = FilingAddressee.unaddressed

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unaddressed, .address(let filing, let kind, let day)):
            guard kind.takesFilings else { throw .takesNoFilings }
            return [.addressed(filing: filing, to: kind, on: day)]
        case (.addressed(let old), .address(_, let kind, _)):
            guard old == kind else { throw .addressedElsewhere }
            return []
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .addressed(_, let kind, _): self = .addressed(kind)
        }
    }
}
