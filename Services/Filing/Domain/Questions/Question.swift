import Foundation
import Kernel

/// A question or suggestion about the trial (通知: 遇到的问题及建议), followed to an answer.
package enum Question: Decider, Hashable, Codable {
    /// Nothing was asked. Can transition to: open.
    case unasked
    /// With an office. Can transition to: answered, closed.
    case open(Inquiry)
    /// Answered. Can transition to: closed.
    case answered(Inquiry, Answer)
    /// Done with. Stays so; who has more to ask asks anew.
    case closed(Inquiry, Answer?, Closing)

    /// What can be asked of it.
    package enum Command: Hashable, Sendable {
        case ask(Inquiry)
        case answer(Answer)
        case handOver(to: Desk, reason: String, by: String, on: LocalDate)
        case close(Closing)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case asked(inquiry: Inquiry)
        case answered(answer: Answer)
        case handedOver(handover: Handover)
        case closed(closing: Closing)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It was put before.
        case alreadyAsked
        /// There is none.
        case notAsked
        /// The asker has the answer.
        case alreadyAnswered
        /// It is done with.
        case alreadyClosed

        package var code: String {
            switch self {
            case .alreadyAsked: "filing.question-already-asked"
            case .notAsked: "filing.question-not-asked"
            case .alreadyAnswered: "filing.question-already-answered"
            case .alreadyClosed: "filing.question-already-closed"
            }
        }
    }

    package static let initial = Question.unasked

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unasked, .ask(let inquiry)): return [.asked(inquiry: inquiry)]
        case (.open, .ask), (.answered, .ask), (.closed, .ask): throw .alreadyAsked
        case (.unasked, .answer), (.unasked, .handOver), (.unasked, .close): throw .notAsked
        case (.open, .answer(let answer)): return [.answered(answer: answer)]
        case (.open(let inquiry), .handOver(let desk, let reason, let officer, let day)):
            guard desk != inquiry.desk else { return [] }
            let handover = Handover(from: inquiry.desk, to: desk, reason: reason, by: officer, on: day)
            return [.handedOver(handover: handover)]
        case (.open, .close(let closing)), (.answered, .close(let closing)): return [.closed(closing: closing)]
        case (.answered, .answer), (.answered, .handOver): throw .alreadyAnswered
        case (.closed, .answer), (.closed, .handOver), (.closed, .close): throw .alreadyClosed
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .asked(let inquiry)): self = .open(inquiry)
        case (.open(let inquiry), .answered(let answer)): self = .answered(inquiry, answer)
        case (.open(let inquiry), .handedOver(let handover)): self = .open(inquiry.handed(over: handover))
        case (.open(let inquiry), .closed(let closing)): self = .closed(inquiry, nil, closing)
        case (.answered(let inquiry, let answer), .closed(let closing)): self = .closed(inquiry, answer, closing)
        case (.unasked, _), (.answered, _), (.closed, _): break  // never decided, so never told
        }
    }
}

extension Question {
    /// The states by name.
    package enum Phase: String, CaseIterable, Codable, Sendable {
        case unasked, open, answered, closed
    }

    /// The name of the state.
    package var phase: Phase {
        switch self {
        case .unasked: .unasked
        case .open: .open
        case .answered: .answered
        case .closed: .closed
        }
    }

    /// What was asked, once it was.
    package var inquiry: Inquiry? {
        switch self {
        case .unasked: nil
        case .open(let inquiry), .answered(let inquiry, _), .closed(let inquiry, _, _): inquiry
        }
    }

    /// The answer, once there is one.
    package var answer: Answer? {
        switch self {
        case .unasked, .open: nil
        case .answered(_, let answer): answer
        case .closed(_, let answer, _): answer
        }
    }

    /// How it was closed.
    package var closing: Closing? {
        guard case .closed(_, _, let closing) = self else { return nil }
        return closing
    }
}
