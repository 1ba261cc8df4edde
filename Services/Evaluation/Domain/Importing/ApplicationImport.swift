import Foundation
import Kernel

/// A file of applications that is entered, some rows at a time.
package enum ApplicationImport: Decider, Codable, Hashable {
    /// Can transition to: running.
    case notReceived
    /// Being entered. Can transition to: finished, failed, cancelled.
    case running(order: ImportOrder, progress: ImportProgress)
    /// All rows have been looked at. Final; the same file may come again.
    case finished(order: ImportOrder, progress: ImportProgress, at: Date)
    /// It could not be read to its end, or the round takes no more. Final; what was entered before stays.
    case failed(order: ImportOrder, progress: ImportProgress, problem: FieldProblem, at: Date)
    /// Somebody stopped it. Final; what was entered before stays.
    case cancelled(order: ImportOrder, progress: ImportProgress, at: Date)

    /// What can be asked: people receive and cancel, time advances.
    package enum Command: Hashable, Sendable {
        case receive(order: ImportOrder)
        /// Some rows more have been looked at; `isEnd` where there are no more.
        case advance(ImportProgress, isEnd: Bool, at: Date)
        case fail(FieldProblem, at: Date)
        case cancel(at: Date)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case received(order: ImportOrder)
        case advanced(to: ImportProgress)
        case finished(at: Date)
        case failed(problem: FieldProblem, at: Date)
        case cancelled(at: Date)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It is over.
        case over

        package var code: String { "evaluation.import-over" }
    }

    package static let initial = ApplicationImport.notReceived

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notReceived, .receive(let order)): [.received(order: order)]
        case (.running, .advance(let progress, let isEnd, let now)):
            isEnd ? [.advanced(to: progress), .finished(at: now)] : [.advanced(to: progress)]
        case (.running, .fail(let problem, let now)): [.failed(problem: problem, at: now)]
        case (.running, .cancel(let now)): [.cancelled(at: now)]
        case (_, .advance), (_, .fail): []
        case (_, .receive), (_, .cancel): throw .over
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .received(let order)): self = .running(order: order, progress: ImportProgress())
        case (.running(let order, _), .advanced(let progress)): self = .running(order: order, progress: progress)
        case (.running(let order, let progress), .finished(let at)):
            self = .finished(order: order, progress: progress, at: at)
        case (.running(let order, let progress), .failed(let problem, let at)):
            self = .failed(order: order, progress: progress, problem: problem, at: at)
        case (.running(let order, let progress), .cancelled(let at)):
            self = .cancelled(order: order, progress: progress, at: at)
        case (_, .advanced), (_, .finished), (_, .failed), (_, .cancelled): break  // never decided, so never told
        }
    }
}

extension ApplicationImport {
    /// Where an import stands, in one word.
    package enum Phase: String, CaseIterable, Codable, Sendable {
        case notReceived = "not-received"
        case running, finished, failed, cancelled
    }

    /// Where it stands.
    package var phase: Phase {
        switch self {
        case .notReceived: .notReceived
        case .running: .running
        case .finished: .finished
        case .failed: .failed
        case .cancelled: .cancelled
        }
    }

    /// What came, once it came.
    package var order: ImportOrder? {
        switch self {
        case .notReceived: nil
        case .running(let order, _), .finished(let order, _, _), .failed(let order, _, _, _),
            .cancelled(let order, _, _):
            order
        }
    }

    /// How far it is.
    package var progress: ImportProgress {
        switch self {
        case .notReceived: ImportProgress()
        case .running(_, let progress), .finished(_, let progress, _), .failed(_, let progress, _, _),
            .cancelled(_, let progress, _):
            progress
        }
    }

    /// When it was over, and what ended it before its end.
    package var ending: (at: Date, problem: FieldProblem?)? {
        switch self {
        case .notReceived, .running: nil
        case .finished(_, _, let at), .cancelled(_, _, let at): (at, nil)
        case .failed(_, _, let problem, let at): (at, problem)
        }
    }
}
