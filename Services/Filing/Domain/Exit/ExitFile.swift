import Foundation
import Kernel

/// The papers of an exit case, as far as it has come.
package struct ExitFile: Hashable, Sendable, Codable {
    /// The filing it is about.
    package let filing: UUID
    package let kind: FilingKind
    package let filer: EnterpriseRef
    package let proposal: Proposal
    /// Who investigates; somebody else decides.
    package let investigator: Officer
    package internal(set) var notice: Notice?
    package internal(set) var service: Service?
    package internal(set) var statements: [Statement]
    package internal(set) var hearingRequest: HearingRequest?
    package internal(set) var hearing: Hearing?
    package internal(set) var minutes: Minutes?

    /// A case as it is opened.
    package init(filing: UUID, kind: FilingKind, filer: EnterpriseRef, proposal: Proposal, investigator: Officer) {
        self.filing = filing
        self.kind = kind
        self.filer = filer
        self.proposal = proposal
        self.investigator = investigator
        statements = []
    }

    /// Who wants the filing ended, and why.
    package struct Proposal: Hashable, Sendable, Codable {
        /// Where it comes from.
        package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
            /// 监督检查.
            case supervision
            /// The authority itself.
            case authority
        }

        package let source: Source
        /// The inspection, letter or office it comes from.
        package let origin: String
        package let facts: String
        package let on: LocalDate

        /// A proposal with the facts it names.
        package init(source: Source, origin: String, facts: String, on: LocalDate) {
            self.source = source
            self.origin = origin
            self.facts = facts
            self.on = on
        }
    }

    /// The written notice before a decision (告知书): facts, reasons, basis, and the right to be heard (行政处罚法 44, by analogy).
    package struct Notice: Hashable, Sendable, Codable {
        package let number: DocumentNumber
        package let ends: Ends
        package let facts: String
        package let reasons: String
        package let basis: String
        /// What the authority intends.
        package let intended: ExitOutcome
        package let officer: Officer
        package let on: LocalDate

        /// A notice as it is drawn up.
        package init(
            number: DocumentNumber,
            ends: Ends,
            facts: String,
            reasons: String,
            basis: String,
            intended: ExitOutcome,
            officer: Officer,
            on: LocalDate
        ) {
            self.number = number
            self.ends = ends
            self.facts = facts
            self.reasons = reasons
            self.basis = basis
            self.intended = intended
            self.officer = officer
            self.on = on
        }
    }

    /// How the notice reached the enterprise, and what proves it (送达).
    package struct Service: Hashable, Sendable, Codable {
        /// 送达方式.
        package enum Means: String, Hashable, Sendable, Codable, CaseIterable {
            case direct, mail, electronic, leaving, publication
        }

        package let means: Means
        package let receivedBy: String
        /// What proves it: the signed receipt, the mail's number, the address and time of delivery.
        package let proof: String
        /// The day it arrived; periods run from the next one on.
        package let on: LocalDate
        package let officer: Officer

        /// A service with its proof.
        package init(means: Means, receivedBy: String, proof: String, on: LocalDate, officer: Officer) {
            self.means = means
            self.receivedBy = receivedBy
            self.proof = proof
            self.on = on
            self.officer = officer
        }
    }
}

/// What a case ends with.
package enum ExitOutcome: String, Hashable, Sendable, Codable, CaseIterable {
    case cancel, suspend
    case keep = "no-cancellation"
}

/// Who writes an official paper and to whom, as they were called that day.
package struct Ends: Hashable, Sendable, Codable {
    /// The enterprise's name.
    package let addressee: String
    /// The bureau, its section, and how to reach it.
    package let bureau: String
    package let section: String
    package let telephone: String?
    package let address: String?

    /// The two ends of a paper.
    package init(addressee: String, bureau: String, section: String, telephone: String?, address: String?) {
        self.addressee = addressee
        self.bureau = bureau
        self.section = section
        self.telephone = telephone
        self.address = address
    }
}

/// The number of an official paper, `滨人社退告〔2026〕0001号`.
package struct DocumentNumber: Hashable, Sendable, Codable {
    package let word: String
    package let year: Int
    /// The running number within the year, from 1; without gaps.
    package let sequence: Int

    /// A number of a year's row.
    package init(word: String, year: Int, sequence: Int) {
        self.word = word
        self.year = year
        self.sequence = sequence
    }

    /// The number as printed, the running number with at least four digits.
    package var text: String {
        let digits = String(sequence)
        return "\(word)〔\(year)〕\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)号"
    }
}
