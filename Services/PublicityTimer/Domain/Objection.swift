import Foundation
import Kernel

/// An objection (异议) to a name on a notice, to its procedure, or because somebody was left out.
///
/// What it answers is in `ObjectionDecisions.swift`.
package enum Objection: Decider, Hashable, Codable {
    /// Nothing received. Can become `received` or `examining`.
    case unreceived
    /// A lead: the office has not yet said whether it is concrete and checkable. Can become `examining` or `closed`.
    case received(Complaint, screenBy: LocalDate)
    /// Being examined. Can become `closed`.
    case examining(Complaint, Examination)
    /// Closed, with an answer. Stays so.
    case closed(Complaint, Closing)

    package static let initial = Objection.unreceived

    /// An examination that goes on.
    package struct Examination: Hashable, Codable, Sendable {
        package let since: Date
        /// The last working day to decide; a day that passes clears nobody, it makes the objection overdue.
        package internal(set) var decideBy: LocalDate
        /// Why a lead was found concrete; nil where it was examined at once.
        package let finding: String?
        /// Why the time was extended, once.
        package internal(set) var extendedBecause: String?
        /// Why an objection to the procedure was found arguable; from then on it holds the list.
        package internal(set) var arguableBecause: String?
    }

    /// How it was closed.
    package struct Closing: Hashable, Codable, Sendable {
        package let outcome: Outcome
        /// What the office found; of one taken back, that it was.
        package let reason: String
        /// Why it was taken back, in the objector's words and encrypted like all of them.
        package var statement: Data?
        package let at: Date

        /// The reason on record of an objection that was taken back.
        package static let takenBack = "异议人撤回"
    }

    /// How an objection ends.
    package enum Outcome: String, Hashable, Codable, Sendable, CaseIterable {
        /// 异议不成立
        case dismissed
        /// 异议成立
        case upheld
        /// 异议人撤回
        case withdrawn
        /// 线索不具体、无法查证,不予受理
        case notPursued = "not-pursued"
    }

    /// What can be asked of an objection.
    package enum Command: Hashable, Sendable {
        /// It came in; with `screenBy` it waits to be read, else it is examined at once.
        case receive(Complaint, screenBy: LocalDate?, decideBy: LocalDate)
        /// The office found a lead concrete and checkable.
        case pursue(finding: String, decideBy: LocalDate, now: Date)
        /// The office found that nothing in a lead can be checked.
        case leave(reason: String, now: Date)
        /// The office found an objection to the procedure arguable.
        case findArguable(reason: String)
        /// The one extension.
        case extend(to: LocalDate, reason: String)
        case decide(upheld: Bool, reason: String, now: Date)
        /// The objector takes it back.
        case withdraw(statement: Data, now: Date)
        /// Another calendar moved the last day to decide.
        case moveDeadline(LocalDate)
    }

    /// What can have happened to an objection.
    package enum Event: Hashable, Codable, Sendable {
        case received(complaint: Complaint, screenBy: LocalDate)
        case examinedAtOnce(complaint: Complaint, decideBy: LocalDate)
        case pursued(finding: String, decideBy: LocalDate, at: Date)
        case foundArguable(reason: String)
        case extended(to: LocalDate, reason: String)
        case deadlineMoved(to: LocalDate)
        case closed(closing: Closing)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        case notReceived
        case alreadyReceived
        /// It is no lead any more: it is being examined.
        case alreadyExamined
        /// It is a lead; the office says first whether it is concrete.
        case notExamined
        case alreadyExtended
        case alreadyArguable
        /// Only an objection to the procedure can hold the whole list.
        case notAboutProcedure
        case alreadyClosed

        package var code: String {
            switch self {
            case .notReceived: "publicity-timer.objection-not-received"
            case .alreadyReceived: "publicity-timer.objection-already-received"
            case .alreadyExamined: "publicity-timer.objection-already-examined"
            case .notExamined: "publicity-timer.objection-not-examined"
            case .alreadyExtended: "publicity-timer.objection-already-extended"
            case .alreadyArguable: "publicity-timer.objection-already-arguable"
            case .notAboutProcedure: "publicity-timer.objection-not-about-procedure"
            case .alreadyClosed: "publicity-timer.objection-already-closed"
            }
        }
    }
}

extension Objection {
    /// What was handed in, nil before it was.
    package var complaint: Complaint? {
        switch self {
        case .unreceived: nil
        case .received(let complaint, _), .examining(let complaint, _), .closed(let complaint, _): complaint
        }
    }

    /// How it was closed, nil while it is open.
    package var closing: Closing? {
        guard case .closed(_, let closing) = self else { return nil }
        return closing
    }

    /// The working day by whose end the office has to have acted, nil when it need not.
    package var dueOn: LocalDate? {
        switch self {
        case .unreceived, .closed: nil
        case .received(_, let screenBy): screenBy
        case .examining(_, let examination): examination.decideBy
        }
    }

    /// Which case it is, for look-up and views.
    package var phase: Phase {
        switch self {
        case .unreceived: .unreceived
        case .received: .received
        case .examining: .examining
        case .closed: .closed
        }
    }

    /// The name of a case.
    package enum Phase: String, Hashable, Codable, CaseIterable, Sendable {
        case unreceived, received, examining, closed
    }
}
