import Foundation
import Kernel

extension Objection {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch self {
        case .unreceived: try Self.decideUnreceived(command)
        case .received: try decideReceived(command)
        case .examining(let complaint, let examination): try Self.decideExamining(complaint, examination, command)
        case .closed: try Self.decideClosed(command)
        }
    }

    private static func decideUnreceived(_ command: Command) throws(Rejection) -> [Event] {
        guard case .receive(let complaint, let screenBy, let decideBy) = command else { throw .notReceived }
        return screenBy.map { [.received(complaint: complaint, screenBy: $0)] }
            ?? [.examinedAtOnce(complaint: complaint, decideBy: decideBy)]
    }

    private func decideReceived(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .receive: throw .alreadyReceived
        case .pursue(let finding, let decideBy, let now):
            return [.pursued(finding: finding, decideBy: decideBy, at: now)]
        case .leave(let reason, let now):
            return [.closed(closing: .init(outcome: .notPursued, reason: reason, at: now))]
        case .findArguable, .extend, .decide: throw .notExamined
        case .withdraw(let statement, let now): return [.takenBack(statement, at: now)]
        case .moveDeadline(let day): return day == dueOn ? [] : [.deadlineMoved(to: day)]
        }
    }

    private static func decideExamining(
        _ complaint: Complaint,
        _ examination: Examination,
        _ command: Command
    ) throws(Rejection) -> [Event] {
        switch command {
        case .receive: throw .alreadyReceived
        case .pursue, .leave: throw .alreadyExamined
        case .findArguable(let reason):
            guard complaint.subject == .procedure else { throw .notAboutProcedure }
            guard examination.arguableBecause == nil else { throw .alreadyArguable }
            return [.foundArguable(reason: reason)]
        case .extend(let day, let reason):
            guard examination.extendedBecause == nil else { throw .alreadyExtended }
            return [.extended(to: day, reason: reason)]
        case .decide(let upheld, let reason, let now):
            return [.closed(closing: .init(outcome: upheld ? .upheld : .dismissed, reason: reason, at: now))]
        case .withdraw(let statement, let now): return [.takenBack(statement, at: now)]
        case .moveDeadline(let day): return day == examination.decideBy ? [] : [.deadlineMoved(to: day)]
        }
    }

    private static func decideClosed(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .receive: throw .alreadyReceived
        case .pursue, .leave, .findArguable, .extend, .decide, .withdraw: throw .alreadyClosed
        case .moveDeadline: return []  // a calendar cannot reopen it
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .received(let complaint, let screenBy)): self = .received(complaint, screenBy: screenBy)
        case (_, .examinedAtOnce(let complaint, let decideBy)):
            self = .examining(complaint, .init(since: complaint.enteredAt, decideBy: decideBy, finding: nil))
        case (.received(let complaint, _), .pursued(let finding, let decideBy, let at)):
            self = .examining(complaint, .init(since: at, decideBy: decideBy, finding: finding))
        case (.received(let complaint, _), .deadlineMoved(let day)): self = .received(complaint, screenBy: day)
        case (.examining(let complaint, var examination), .foundArguable(let reason)):
            examination.arguableBecause = reason
            self = .examining(complaint, examination)
        case (.examining(let complaint, var examination), .extended(let day, let reason)):
            (examination.decideBy, examination.extendedBecause) = (day, reason)
            self = .examining(complaint, examination)
        case (.examining(let complaint, var examination), .deadlineMoved(let day)):
            examination.decideBy = day
            self = .examining(complaint, examination)
        case (.received(let complaint, _), .closed(let closing)), (.examining(let complaint, _), .closed(let closing)):
            self = .closed(complaint, closing)
        default: break
        }
    }
}

extension Objection.Event {
    fileprivate static func takenBack(_ statement: Data, at now: Date) -> Objection.Event {
        let reason = Objection.Closing.takenBack
        return .closed(closing: .init(outcome: .withdrawn, reason: reason, statement: statement, at: now))
    }
}
