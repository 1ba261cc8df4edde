import Kernel

/// The papers of a certificate issued again (补发) because one was lost or damaged.
///
/// The certificate keeps its number and its day; each paper has a serial of its own and says that it was issued again.
package enum Reissues: Decider, Hashable, Codable {
    /// Only the first paper is there. → reissued
    case none
    /// Papers were issued again, the last of them in force.
    case reissued([Paper])

    /// Why a paper is issued again.
    package enum Reason: String, Codable, Sendable, CaseIterable {
        case lost
        case damaged

        /// The reason in words, as the paper's remark has it.
        package var chinese: String {
            switch self {
            case .lost: "遗失补发"
            case .damaged: "损毁换发"
            }
        }
    }

    /// A paper issued again.
    package struct Paper: Hashable, Sendable, Codable {
        /// 2 for the first that was issued again.
        package let ordinal: Int
        /// 印制流水码: the number and which paper it is.
        package let serial: String
        /// The serial printed on the blank, where blanks have one.
        package let blank: String?
        package let reason: Reason
        /// What the holder declared (遗失声明、情况说明).
        package let statement: String
        package let on: LocalDate
        /// The account that issued it again.
        package let by: String
    }

    package enum Command: Hashable, Sendable {
        case reissue(CertificateNumber, Reason, statement: String, blank: String?, on: LocalDate, by: String)
    }

    package enum Event: Hashable, Sendable, Codable {
        case reissued(Paper)
    }

    package static var initial: Reissues { .none }

    package func decide(_ command: Command) -> [Event] {
        switch command {
        case .reissue(let number, let reason, let statement, let blank, let day, let account):
            let ordinal = papers.count + 2
            return [
                .reissued(
                    Paper(
                        ordinal: ordinal,
                        serial: "\(number.text)-\(ordinal)",
                        blank: blank,
                        reason: reason,
                        statement: statement,
                        on: day,
                        by: account
                    )
                )
            ]
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .reissued(let paper): self = .reissued(papers + [paper])
        }
    }

    /// The papers issued again, in order.
    package var papers: [Paper] {
        switch self {
        case .none: []
        case .reissued(let papers): papers
        }
    }

    /// The paper in force where it is not the first: what is printed bears its serial and remark.
    package var latest: Paper? { papers.last }
}

extension Reissues.Paper {
    /// What the paper says of itself.
    package var remark: String { "\(reason.chinese)(第\(ordinal)本)" }
}
