import Foundation
import Kernel

/// One determination (企业确定获评人员, stage 公示核准): in force at once, or once the named officer has signed.
package enum Determination: Decider, Codable, Hashable {
    /// Can transition to: awaiting signature, in force.
    case absent
    /// Can transition to: in force.
    case awaitingSignature(basis: Basis, persons: [UUID])
    /// Final; `paper` is nil until its paper has a number.
    case inForce(basis: Basis, persons: [UUID], authorisedBy: String, since: Date, paper: Paper? = nil)

    /// The paper of a determination: its number, one of the enterprise's in a year without a gap, and the day it bears.
    package struct Paper: Codable, Hashable, Sendable {
        package let year: Int
        /// Counts 1, 2, 3 in the year.
        package let number: Int
        /// A working day after publicity's last.
        package let bears: LocalDate

        /// A paper with its number.
        package init(year: Int, number: Int, bears: LocalDate) {
            self.year = year
            self.number = number
            self.bears = bears
        }

        /// The number as it is printed.
        package var chinese: String { "特级技师获评〔\(year)〕\(number)号" }
    }

    /// What a determination rests on: the completion of one notice.
    package struct Basis: Codable, Hashable, Sendable {
        package let list: UUID
        package let round: UUID
        package let notice: UUID
        package let publishedOn: LocalDate
        package let lastDay: LocalDate

        /// The completion of a notice of a list.
        package init(list: UUID, round: UUID, notice: UUID, publishedOn: LocalDate, lastDay: LocalDate) {
            self.list = list
            self.round = round
            self.notice = notice
            self.publishedOn = publishedOn
            self.lastDay = lastDay
        }
    }

    /// What a determination can be asked to do.
    package enum Command: Sendable {
        /// Determines the persons by the plan's rule, as of the instant publicity ended for them.
        case determine(Basis, persons: [UUID], rule: DeterminationRule, asOf: Date)
        /// The officer signs for those whom no objection removed meanwhile.
        case sign(by: String, at: Date, remaining: [UUID])
        /// Gives the paper of one in force its number, once.
        case number(Paper)
    }

    /// What can have happened to a determination.
    package enum Event: Codable, Hashable, Sendable {
        case laidForSignature(basis: Basis, persons: [UUID])
        case determined(basis: Basis, persons: [UUID], authorisedBy: String, since: Date)
        case numbered(paper: Paper)
    }

    /// Why a determination says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notAwaitingSignature
        case nobodyLeft

        package var code: String {
            switch self {
            case .notAwaitingSignature: "evaluation.not-awaiting-signature"
            case .nobodyLeft: "evaluation.nobody-left-to-determine"
            }
        }
    }

    package static var initial: Determination { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .determine(let basis, let persons, let rule, let instant)):
            switch rule {
            case .onCompletion(let authorisation):
                return [
                    .determined(basis: basis, persons: persons, authorisedBy: authorisation.chinese, since: instant)
                ]
            case .signed: return [.laidForSignature(basis: basis, persons: persons)]
            }
        case (.awaitingSignature, .determine), (.inForce, .determine): return []
        case (.absent, .sign), (.inForce, .sign): throw .notAwaitingSignature
        case (.awaitingSignature(let basis, let persons), .sign(let officer, let instant, let remaining)):
            let left = persons.filter(Set(remaining).contains)
            guard !left.isEmpty else { throw .nobodyLeft }
            return [.determined(basis: basis, persons: left, authorisedBy: officer, since: instant)]
        case (.inForce(_, _, _, _, nil), .number(let paper)): return [.numbered(paper: paper)]
        case (.inForce, .number), (.absent, .number), (.awaitingSignature, .number): return []
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .laidForSignature(let basis, let persons): self = .awaitingSignature(basis: basis, persons: persons)
        case .determined(let basis, let persons, let authorisedBy, let since):
            self = .inForce(basis: basis, persons: persons, authorisedBy: authorisedBy, since: since)
        case .numbered(let paper):
            guard case .inForce(let basis, let persons, let authorisedBy, let since, _) = self else { return }
            self = .inForce(basis: basis, persons: persons, authorisedBy: authorisedBy, since: since, paper: paper)
        }
    }

    /// What it rests on; nil before.
    package var basis: Basis? {
        switch self {
        case .absent: nil
        case .awaitingSignature(let basis, _), .inForce(let basis, _, _, _, _): basis
        }
    }

    /// Whom it determines.
    package var persons: [UUID] {
        switch self {
        case .absent: []
        case .awaitingSignature(_, let persons), .inForce(_, let persons, _, _, _): persons
        }
    }

    /// Its paper; nil while it has none.
    package var paper: Paper? {
        if case .inForce(_, _, _, _, let paper) = self { paper } else { nil }
    }
}
