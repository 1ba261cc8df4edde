import struct Foundation.UUID
import Kernel

/// How the authority handles one thing an enterprise handed in: who does, and how long it takes.
///
/// The same for general filings, special-grade filings and changes of a work plan.
package struct Handling: Decider, Hashable, Codable {
    /// What is handled.
    package enum Kind: String, CaseIterable, Codable, Sendable {
        case general, special
        case workPlan = "work-plan"
    }

    /// One thing that was handed in.
    package struct Matter: Hashable, Sendable, Codable {
        package let kind: Kind
        /// The general filing, the special-grade filing or the change of a work plan.
        package let filing: UUID
        package let filer: EnterpriseRef

        /// Names what is handled.
        package init(kind: Kind, filing: UUID, filer: EnterpriseRef) {
            self.kind = kind
            self.filing = filing
            self.filer = filer
        }
    }

    /// Where it stands.
    package enum Phase: String, CaseIterable, Codable, Sendable {
        /// Nothing was handed in. Can become `open`.
        case unopened
        /// With the authority; its clock runs. Can become `stopped` or `closed`.
        case open
        /// With the enterprise, which corrects; the clock stands still. Can become `open` or `closed`.
        case stopped
        /// Decided or taken back. Stays so.
        case closed
    }

    /// What can be asked; the filing's own state says whether, so only officers are told no here.
    package enum Command: Hashable, Sendable {
        case open(Matter, HandlingPromise, on: LocalDate)
        /// An officer takes it up.
        case take(Officer, on: LocalDate)
        /// It goes to another officer.
        case handOver(to: Officer, by: Officer, reason: String, on: LocalDate)
        /// The officer may no longer handle it.
        case release(reason: String, on: LocalDate)
        case stop(on: LocalDate)
        case resume(on: LocalDate)
        case close(on: LocalDate)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case opened(matter: Matter, promise: HandlingPromise, on: LocalDate)
        case taken(by: Officer, on: LocalDate)
        case handedOver(Handover)
        case stopped(on: LocalDate)
        case resumed(on: LocalDate)
        case closed(on: LocalDate)
    }

    /// One change of hands, for good on record.
    package struct Handover: Hashable, Sendable, Codable {
        package let from: Officer?
        /// Nil where nobody has it afterwards.
        package let to: Officer?
        /// Who arranged it; nil where it followed from a declared interest.
        package let by: Officer?
        package let reason: String
        package let on: LocalDate

        /// A change of hands on a day.
        package init(from: Officer?, to: Officer?, by: Officer?, reason: String, on: LocalDate) {
            self.from = from
            self.to = to
            self.by = by
            self.reason = reason
            self.on = on
        }
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// Another officer handles it; it must be handed over first.
        case handledByAnother(name: String)
        /// It was decided or taken back.
        case closed
        /// Nothing was handed in.
        case unopened

        package var code: String {
            switch self {
            case .handledByAnother: "filing.handled-by-another"
            case .closed: "filing.handling-closed"
            case .unopened: "filing.not-submitted"
            }
        }

        package var arguments: [String: String] {
            guard case .handledByAnother(let name) = self else { return [:] }
            return ["name": name]
        }
    }

    package static let initial = Handling()

    package private(set) var phase = Phase.unopened
    package private(set) var matter: Matter?
    package private(set) var clock: HandlingClock?
    /// Who handles it; nil where nobody has taken it up.
    package private(set) var officer: Officer?
    package private(set) var takenOn: LocalDate?
    /// Every change of hands, in order.
    package private(set) var handovers: [Handover] = []

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (command, phase) {
        case (.open(let matter, let promise, let day), .unopened):
            return [.opened(matter: matter, promise: promise, on: day)]
        case (.take(let taker, let day), .open), (.take(let taker, let day), .stopped):
            guard let officer else { return [.taken(by: taker, on: day)] }
            guard officer.id == taker.id else { throw .handledByAnother(name: officer.name) }
            return []
        case (.handOver(let to, let by, let reason, let day), .open),
            (.handOver(let to, let by, let reason, let day), .stopped):
            guard officer?.id != to.id else { return [] }
            return [.handedOver(Handover(from: officer, to: to, by: by, reason: reason, on: day))]
        case (.release(let reason, let day), .open), (.release(let reason, let day), .stopped):
            guard let officer else { return [] }
            return [.handedOver(Handover(from: officer, to: nil, by: nil, reason: reason, on: day))]
        case (.stop(let day), .open): return [.stopped(on: day)]
        case (.resume(let day), .stopped): return [.resumed(on: day)]
        case (.close(let day), .open), (.close(let day), .stopped): return [.closed(on: day)]

        case (.take, .unopened), (.handOver, .unopened): throw .unopened
        case (.take, .closed), (.handOver, .closed): throw .closed
        // What the filing decided already says whether; here it changes nothing.
        case (.open, .open), (.open, .stopped), (.open, .closed), (.release, .unopened), (.release, .closed),
            (.stop, .unopened), (.stop, .stopped), (.stop, .closed), (.resume, .unopened), (.resume, .open),
            (.resume, .closed), (.close, .unopened), (.close, .closed):
            return []
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .opened(let matter, let promise, let day):
            phase = .open
            self.matter = matter
            clock = HandlingClock(promise: promise, receivedOn: day)
        case .taken(let officer, let day):
            (self.officer, takenOn) = (officer, day)
        case .handedOver(let handover):
            officer = handover.to
            takenOn = handover.to.map { _ in handover.on }
            handovers.append(handover)
        case .stopped(let day):
            phase = .stopped
            clock?.toldOn = day
        case .resumed(let day):
            phase = .open
            clock?.resumedOn = day
        case .closed(let day):
            phase = .closed
            clock?.endedOn = day
        }
    }
}
