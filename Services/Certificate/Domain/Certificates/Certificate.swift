import Foundation
import Kernel

/// One person's certificate (特级技师证书): prepared with its registration, then numbered, then issued.
///
/// What an objection does to it is said by facts: they are never refused, and change nothing once it has its number; from
/// then on it is a matter of revocation (``Revocation``).
package enum Certificate: Decider, Hashable, Codable {
    /// Before its first event. → prepared
    case unknown
    /// Its holder is known; it has no number. → held, numbered, takenOut
    case prepared(holding: Holding)
    /// An objection is being examined; it gets no number meanwhile. → prepared, takenOut
    case held(holding: Holding, grounds: Set<Ground>)
    /// An objection was upheld before it had a number; it never gets one. Final.
    case takenOut(holding: Holding)
    /// It has its number and may be issued. → issued
    case numbered(holding: Holding, number: CertificateNumber, on: LocalDate)
    /// The enterprise issued it: it can be verified by anybody. → suspended, withdrawn
    case issued(holding: Holding, number: CertificateNumber, on: LocalDate)
    /// Issued, and out of force for the time being; anybody who verifies it is told so. → issued, withdrawn
    ///
    /// What was kept before suspensions had causes has none: its filing is out of force.
    case suspended(holding: Holding, number: CertificateNumber, on: LocalDate, pause: Suspension?)
    /// Revoked or cancelled; one that was not issued never is. Final.
    case withdrawn(holding: Holding, number: CertificateNumber, on: LocalDate?, change: StatusChange)

    /// What an objection is about that holds it.
    package enum Ground: String, Hashable, Codable, Sendable, CaseIterable {
        /// The person's own name.
        case name
        /// The list as a whole, for its procedure.
        case list
    }

    package enum Command: Hashable, Sendable {
        /// A determination was told: a fact.
        case prepare(holding: Holding)
        /// A fact: an objection is being examined.
        case hold(Ground)
        /// A fact: nothing of that kind stands against it any more.
        case release(Ground)
        /// A fact: an objection was upheld.
        case takeOut
        case number(CertificateNumber, on: LocalDate)
        /// Its number came to nothing before it was issued; this is another one.
        case renumber(CertificateNumber, on: LocalDate)
        case issue(on: LocalDate)
        /// Goes by another registration, before it has a number.
        case move(registration: UUID)
        /// Says something else of its holder, before it has a number.
        case correct(holding: Holding)
        /// Says something else of its holder though it has its number, because the province turned the record down.
        case amend(holding: Holding)
        /// Goes by another registration with the number it may have, for the same reason, before it is issued.
        case carry(registration: UUID)
        /// A fact: the filing is out of force, and its certificates with it.
        case suspend(on: LocalDate)
        /// A fact: its filing keeps it out of force no more.
        case reinstate
        /// An officer suspends it while something about it is examined.
        case pause(StatusChange, today: LocalDate)
        /// An officer ends that.
        case resume(by: String, on: LocalDate)
        /// It is revoked or cancelled.
        case withdraw(StatusChange, today: LocalDate)
    }

    package enum Event: Hashable, Sendable, Codable {
        case prepared(holding: Holding)
        case held(ground: Ground)
        case released(ground: Ground)
        case takenOut
        case numbered(number: CertificateNumber, on: LocalDate)
        case renumbered(number: CertificateNumber, on: LocalDate)
        case moved(registration: UUID)
        case corrected(holding: Holding)
        case issued(on: LocalDate)
        case suspended(on: LocalDate?)
        case reinstated
        case paused(StatusChange)
        case resumed(by: String, on: LocalDate)
        case withdrawn(StatusChange)
    }

    /// Why a step cannot be taken.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notPrepared
        /// An objection is being examined, or was upheld.
        case objectedTo
        /// A number is given once, and never another once it was issued under it.
        case numberGiven
        case numberMissing
        case alreadyIssued
        /// It has not been issued, so that it has no status.
        case notIssued
        case alreadySuspended
        case notSuspended
        /// It is revoked or cancelled for good.
        case alreadyWithdrawn
        /// The status cannot begin on a day before the issue or after today.
        case sinceOutOfRange(from: LocalDate, today: LocalDate)

        package var code: String {
            switch self {
            case .notPrepared: "certificate.not-prepared"
            case .objectedTo: "certificate.objected-to"
            case .numberGiven: "certificate.number-given"
            case .numberMissing: "certificate.number-missing"
            case .alreadyIssued: "certificate.already-issued"
            case .notIssued: "certificate.not-issued"
            case .alreadySuspended: "certificate.already-suspended"
            case .notSuspended: "certificate.not-suspended"
            case .alreadyWithdrawn: "certificate.already-withdrawn"
            case .sinceOutOfRange: "certificate.since-out-of-range"
            }
        }
        package var arguments: [String: String] {
            guard case .sinceOutOfRange(let from, let today) = self else { return [:] }
            return ["from": from.description, "today": today.description]
        }
    }

    package static var initial: Certificate { .unknown }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.unknown, .prepare(let holding)): [.prepared(holding: holding)]
        case (_, .prepare): []
        case (.prepared, .hold(let ground)): [.held(ground: ground)]
        case (.held(_, let grounds), .hold(let ground)): grounds.contains(ground) ? [] : [.held(ground: ground)]
        case (.held(_, let grounds), .release(let ground)): grounds.contains(ground) ? [.released(ground: ground)] : []
        case (.prepared, .takeOut), (.held, .takeOut): [.takenOut]
        case (.unknown, .hold), (.takenOut, .hold), (.numbered, .hold), (.issued, .hold), (.suspended, .hold),
            (.withdrawn, .hold):
            []
        case (.unknown, .release), (.prepared, .release), (.takenOut, .release), (.numbered, .release),
            (.issued, .release), (.suspended, .release), (.withdrawn, .release):
            []
        case (.unknown, .takeOut), (.takenOut, .takeOut), (.numbered, .takeOut), (.issued, .takeOut),
            (.suspended, .takeOut), (.withdrawn, .takeOut):
            []
        case (.prepared(let holding), .correct(let corrected)), (.held(let holding, _), .correct(let corrected)),
            (.takenOut(let holding), .correct(let corrected)):
            holding == corrected ? [] : [.corrected(holding: corrected)]
        case (.prepared, .move(let registration)), (.held, .move(let registration)),
            (.takenOut, .move(let registration)):
            [.moved(registration: registration)]
        case (.unknown, .move), (.unknown, .correct): throw .notPrepared
        case (_, .move), (_, .correct): throw .numberGiven
        case (.unknown, .amend), (.unknown, .carry): throw .notPrepared
        case (.withdrawn, .amend): throw .alreadyWithdrawn
        case (_, .amend(let amended)): holding == amended ? [] : [.corrected(holding: amended)]
        case (.prepared, .carry(let registration)), (.held, .carry(let registration)),
            (.takenOut, .carry(let registration)), (.numbered, .carry(let registration)):
            [.moved(registration: registration)]
        case (_, .carry): throw .alreadyIssued
        case (.unknown, .number), (.unknown, .renumber), (.unknown, .issue): throw .notPrepared
        case (.prepared, .number(let number, let day)): [.numbered(number: number, on: day)]
        case (.held, .number), (.takenOut, .number), (.held, .renumber), (.takenOut, .renumber), (.held, .issue),
            (.takenOut, .issue):
            throw .objectedTo
        case (.numbered, .number), (.issued, .number), (.suspended, .number), (.withdrawn, .number),
            (.issued, .renumber), (.suspended, .renumber), (.withdrawn, .renumber):
            throw .numberGiven
        case (.numbered, .renumber(let number, let day)): [.renumbered(number: number, on: day)]
        case (.prepared, .renumber), (.prepared, .issue): throw .numberMissing
        case (.numbered, .issue(let day)): [.issued(on: day)]
        case (.issued, .issue), (.suspended, .issue): throw .alreadyIssued
        case (.withdrawn, .issue): throw .alreadyWithdrawn
        default: try decideStatus(command)
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .prepared(let holding)):
            self = .prepared(holding: holding)
        case (.prepared(let holding), .held(let ground)):
            self = .held(holding: holding, grounds: [ground])
        case (.held(let holding, let grounds), .held(let ground)):
            self = .held(holding: holding, grounds: grounds.union([ground]))
        case (.held(let holding, let grounds), .released(let ground)):
            let left = grounds.subtracting([ground])
            self = left.isEmpty ? .prepared(holding: holding) : .held(holding: holding, grounds: left)
        case (.prepared(let holding), .takenOut), (.held(let holding, _), .takenOut):
            self = .takenOut(holding: holding)
        case (_, .moved(let registration)):
            if let holding { change(holding.moved(to: registration)) }
        case (_, .corrected(let holding)): change(holding)
        case (.prepared(let holding), .numbered(let number, let day)):
            self = .numbered(holding: holding, number: number, on: day)
        case (.numbered(let holding, _, _), .renumbered(let number, let day)):
            self = .numbered(holding: holding, number: number, on: day)
        case (.numbered(let holding, let number, _), .issued(let day)):
            self = .issued(holding: holding, number: number, on: day)
        case (_, .suspended), (_, .reinstated), (_, .paused), (_, .resumed), (_, .withdrawn):
            applyStatus(event)
        case (_, .held), (_, .released), (_, .takenOut), (_, .numbered), (_, .renumbered), (_, .issued):
            break
        }
    }
}
