import Foundation
import Kernel

extension Notice {
    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch self {
        case .unopened: try decideUnopened(command)
        case .running(let display): try Self.decideRunning(display, command)
        case .completed(let display, _): try Self.decideCompleted(display, command)
        case .withdrawn: try Self.decideWithdrawn(command)
        }
    }

    private func decideUnopened(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .open(let posting, let names, let remarks):
            let exposed = PublicityPeriod.Remark.exposedNumbers(in: posting.title, names)
            return [.opened(posting: posting, names: names)] + (remarks + exposed).map { .remarked(remark: $0) }
        case .withdraw, .amend, .complete, .move, .wait, .decideDay: return []  // nothing on show that could change
        case .confirm, .receive, .hold, .dismiss, .uphold: throw .notOnShow
        }
    }

    private static func decideRunning(_ display: Display, _ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .open: return []  // a fact told twice
        case .withdraw(let reason): return [.withdrawn(reason: reason)]
        case .amend(let amendment, let restarted): return display.amended(amendment, restarted: restarted)
        case .complete(let now): return display.completion(at: now)
        case .move(let period, let names, let cause, let now):
            return display.moved(to: period, because: cause, at: now) + display.moved(names, because: cause, at: now)
        case .wait(let days): return display.waiting(for: days)
        case .decideDay(let date, let now): return display.decided(date, at: now)
        case .confirm(let officer, let reason, let now):
            let unsettled = ([display.posting.period] + display.names.compactMap(\.ownPeriod))
                .filter { !display.isSettled($0) }
            guard let lastDay = unsettled.map(\.lastDay).max() else { throw .nothingToConfirm }
            return [.confirmed(confirmation: .init(officer: officer, reason: reason, at: now, lastDay: lastDay))]
        case .receive(let objection, let subject, let receivedAt):
            return try display.receiving(objection, subject, receivedAt: receivedAt)
        case .hold(let objection, let subject): return try display.holding(objection, subject)
        case .dismiss(let objection, let subject, let now): return try display.dismissing(objection, subject, now: now)
        case .uphold(let objection, let subject, let reason):
            return try display.upholding(objection, subject, reason: reason)
        }
    }

    private static func decideCompleted(_ display: Display, _ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .open, .withdraw, .amend: return []  // a finished notice is never revived
        case .complete(let now): return display.lateCompletions(at: now)
        case .move(_, let names, let cause, let now): return display.moved(names, because: cause, at: now)
        case .wait(let days): return display.waiting(for: days)
        case .decideDay(let date, let now): return display.decided(date, at: now)
        case .confirm(let officer, let reason, let now):
            let unsettled = display.names.filter(\.isContinuing).compactMap(\.ownPeriod).filter {
                !display.isSettled($0)
            }
            guard let lastDay = unsettled.map(\.lastDay).max() else { throw .nothingToConfirm }
            return [.confirmed(confirmation: .init(officer: officer, reason: reason, at: now, lastDay: lastDay))]
        case .receive(let objection, let subject, let receivedAt):
            return try display.receivingLate(objection, subject, receivedAt: receivedAt)
        case .hold(let objection, let subject): return try display.holding(objection, subject)
        case .dismiss(let objection, let subject, let now): return try display.dismissing(objection, subject, now: now)
        case .uphold(let objection, let subject, let reason):
            return try display.upholding(objection, subject, reason: reason)
        }
    }

    private static func decideWithdrawn(_ command: Command) throws(Rejection) -> [Event] {
        switch command {
        case .open, .withdraw, .amend, .complete, .move, .wait, .decideDay: []
        case .confirm, .receive, .hold, .uphold: throw .listWithdrawn
        case .dismiss: []  // an open objection can still be closed; nothing follows from it
        }
    }
}
