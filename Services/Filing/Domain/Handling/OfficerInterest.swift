import struct Foundation.UUID
import Kernel

/// An officer's own word that they have an interest in an enterprise (利害关系), so that they do not handle its filings (回避).
package enum OfficerInterest: Decider, Hashable, Codable {
    /// Nothing was said. Can transition to: declared.
    case undeclared
    /// The officer keeps away. Can transition to: ended.
    case declared(Declaration)
    /// There is no interest any more. Can transition to: nothing; another is declared anew.
    case ended(Declaration, reason: String, on: LocalDate)

    /// What an officer says.
    package struct Declaration: Hashable, Sendable, Codable {
        package let officer: Officer
        package let enterprise: UUID
        package let reason: String
        package let on: LocalDate

        /// A declaration on a day.
        package init(officer: Officer, enterprise: UUID, reason: String, on: LocalDate) {
            self.officer = officer
            self.enterprise = enterprise
            self.reason = reason
            self.on = on
        }
    }

    package enum Command: Hashable, Sendable {
        case declare(Declaration)
        case end(by: Officer, reason: String, on: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case declared(Declaration)
        case ended(reason: String, on: LocalDate)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was declared before.
        case alreadyDeclared
        /// Nothing was declared, or it ended before.
        case notDeclared
        /// Only the officer whose interest it is says that it has ended.
        case anothers

        package var code: String {
            switch self {
            case .alreadyDeclared: "filing.interest-already-declared"
            case .notDeclared: "filing.interest-not-declared"
            case .anothers: "filing.interest-anothers"
            }
        }
    }

    package static let initial = OfficerInterest.undeclared

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.undeclared, .declare(let declaration)): return [.declared(declaration)]
        case (.declared(let declaration), .end(let officer, let reason, let day)):
            guard declaration.officer.id == officer.id else { throw .anothers }
            return [.ended(reason: reason, on: day)]
        case (.declared, .declare), (.ended, .declare): throw .alreadyDeclared
        case (.undeclared, .end), (.ended, .end): throw .notDeclared
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .declared(let declaration)): self = .declared(declaration)
        case (.declared(let declaration), .ended(let reason, let day)):
            self = .ended(declaration, reason: reason, on: day)
        case (.undeclared, .ended), (.ended, .ended): break  // never decided, so never told
        }
    }

    /// What was declared, whether or not it has ended.
    package var declaration: Declaration? {
        switch self {
        case .undeclared: nil
        case .declared(let declaration), .ended(let declaration, _, _): declaration
        }
    }

    /// Whether the officer keeps away now.
    package var isStanding: Bool {
        if case .declared = self { true } else { false }
    }
}
