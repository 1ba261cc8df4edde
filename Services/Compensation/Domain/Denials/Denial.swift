import Foundation
import Kernel

/// A person says that what was attested of a month is not so; handled like an objection (异议).
///
/// The texts are sealed: this is data the domain does not read.
package enum Denial: Decider, Hashable, Codable {
    /// Nothing received. Can become `received`.
    case unreceived
    /// The enterprise has to answer. Can become `answered` or `closed`.
    case received(Claim, answerBy: LocalDate)
    /// The authority has to decide. Can become `closed`.
    case answered(Claim, Reply, decideBy: LocalDate)
    /// Closed. Stays so.
    case closed(Claim, Reply?, Closing)

    package static let initial = Denial.unreceived

    /// What is not so.
    package enum Ground: String, Hashable, Codable, CaseIterable, Sendable {
        /// 未兑现
        case notPaid = "not-paid"
        /// 档次低于对标
        case bandTooLow = "band-too-low"
        /// 起算日不对
        case wrongStart = "wrong-start"
        /// 其他待遇未落实
        case otherTreatment = "other-treatment"
        /// 其他
        case other
    }

    /// What was handed in.
    package struct Claim: Hashable, Codable, Sendable {
        package let appointment: UUID
        package let person: UUID
        package let creditCode: String
        package let month: Month
        package let ground: Ground
        /// What the enterprise is told, sealed.
        package let told: Data
        /// What only the authority reads, sealed; nil where nothing was added.
        package let confidential: Data?
        package let on: LocalDate

        /// A claim as it came in.
        package init(
            appointment: UUID,
            person: UUID,
            creditCode: String,
            month: Month,
            ground: Ground,
            told: Data,
            confidential: Data?,
            on: LocalDate
        ) {
            self.appointment = appointment
            self.person = person
            self.creditCode = creditCode
            self.month = month
            self.ground = ground
            self.told = told
            self.confidential = confidential
            self.on = on
        }
    }

    /// What the enterprise answers.
    package struct Reply: Hashable, Codable, Sendable {
        /// Whether it agrees that it was not so.
        package let concedes: Bool
        /// Its words, sealed.
        package let text: Data
        package let by: String
        package let on: LocalDate

        /// An answer as it was given.
        package init(concedes: Bool, text: Data, by: String, on: LocalDate) {
            self.concedes = concedes
            self.text = text
            self.by = by
            self.on = on
        }
    }

    /// How it ended.
    package struct Closing: Hashable, Codable, Sendable {
        package let outcome: Outcome
        /// What the authority found, sealed; nil of one taken back.
        package let finding: Data?
        package let by: String
        package let on: LocalDate

        /// An end as it was decided.
        package init(outcome: Outcome, finding: Data?, by: String, on: LocalDate) {
            self.outcome = outcome
            self.finding = finding
            self.by = by
            self.on = on
        }
    }

    /// How a denial ends.
    package enum Outcome: String, Hashable, Codable, CaseIterable, Sendable {
        /// 属实: the enterprise has to correct.
        case upheld
        /// 不属实
        case dismissed
        /// 本人撤回
        case withdrawn
    }

    /// What can be asked of a denial.
    package enum Command: Hashable, Sendable {
        case receive(Claim, answerBy: LocalDate)
        case answer(Reply, decideBy: LocalDate)
        case decide(upheld: Bool, finding: Data, by: String, on: LocalDate)
        case withdraw(by: String, on: LocalDate)
    }

    /// What can have happened to a denial.
    package enum Event: Hashable, Codable, Sendable {
        case received(claim: Claim, answerBy: LocalDate)
        case answered(reply: Reply, decideBy: LocalDate)
        case closed(closing: Closing)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case notReceived
        case alreadyReceived
        /// The enterprise answered already.
        case alreadyAnswered
        /// The enterprise has not answered and its time is not over.
        case stillToAnswer
        case alreadyClosed

        package var code: String {
            switch self {
            case .notReceived: "compensation.denial-not-received"
            case .alreadyReceived: "compensation.denial-received"
            case .alreadyAnswered: "compensation.denial-answered"
            case .stillToAnswer: "compensation.denial-to-answer"
            case .alreadyClosed: "compensation.denial-closed"
            }
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unreceived, .receive(let claim, let answerBy)): return [.received(claim: claim, answerBy: answerBy)]
        case (.unreceived, _): throw .notReceived
        case (.closed, _): throw .alreadyClosed
        case (_, .receive): throw .alreadyReceived
        case (.received, .answer(let reply, let decideBy)): return [.answered(reply: reply, decideBy: decideBy)]
        case (.answered, .answer): throw .alreadyAnswered
        case (.received(_, let answerBy), .decide(let upheld, let finding, let by, let day)):
            guard day > answerBy else { throw .stillToAnswer }
            return [.closed(upheld, finding, by, day)]
        case (.answered, .decide(let upheld, let finding, let by, let day)):
            return [.closed(upheld, finding, by, day)]
        case (_, .withdraw(let by, let day)):
            return [.closed(closing: Closing(outcome: .withdrawn, finding: nil, by: by, on: day))]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .received(let claim, let answerBy)): self = .received(claim, answerBy: answerBy)
        case (.received(let claim, _), .answered(let reply, let decideBy)):
            self = .answered(claim, reply, decideBy: decideBy)
        case (.received(let claim, _), .closed(let closing)): self = .closed(claim, nil, closing)
        case (.answered(let claim, let reply, _), .closed(let closing)): self = .closed(claim, reply, closing)
        case (.unreceived, _), (.answered, .answered), (.closed, _): break
        }
    }
}

extension Denial.Event {
    fileprivate static func closed(_ upheld: Bool, _ finding: Data, _ by: String, _ day: LocalDate) -> Denial.Event {
        .closed(closing: .init(outcome: upheld ? .upheld : .dismissed, finding: finding, by: by, on: day))
    }
}

extension Denial {
    /// What was handed in, nil before it was.
    package var claim: Claim? {
        switch self {
        case .unreceived: nil
        case .received(let claim, _), .answered(let claim, _, _), .closed(let claim, _, _): claim
        }
    }

    /// What the enterprise answered, nil where it did not.
    package var reply: Reply? {
        switch self {
        case .unreceived, .received: nil
        case .answered(_, let reply, _): reply
        case .closed(_, let reply, _): reply
        }
    }

    /// How it ended, nil while it is open.
    package var closing: Closing? {
        guard case .closed(_, _, let closing) = self else { return nil }
        return closing
    }

    /// The day by whose end somebody has to act, nil where nobody has.
    package var dueOn: LocalDate? {
        switch self {
        case .unreceived, .closed: nil
        case .received(_, let day): day
        case .answered(_, _, let day): day
        }
    }

    /// Which case it is.
    package var phase: Phase {
        switch self {
        case .unreceived: .unreceived
        case .received: .received
        case .answered: .answered
        case .closed: .closed
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unreceived, received, answered, closed
    }
}
