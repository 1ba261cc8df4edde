import Foundation
import Kernel

/// A list of existing general filings that is entered, some at a time.
package enum FilingImport: Decider, Hashable, Codable {
    /// Nothing came. Can transition to: running.
    case notReceived
    /// Being entered. Can transition to: finished, cancelled.
    case running(order: ImportOrder, progress: ImportProgress)
    /// All rows have been looked at. Can transition to: nothing; the same list may come again.
    case finished(order: ImportOrder, progress: ImportProgress, at: Date)
    /// An officer stopped it; what was entered before stays. Can transition to: nothing.
    case cancelled(order: ImportOrder, progress: ImportProgress, at: Date)

    /// What can be asked: an officer receives and cancels, time advances.
    package enum Command: Hashable, Sendable {
        case receive(order: ImportOrder)
        /// Some filings more have been looked at.
        case advance(ImportProgress, at: Date)
        case cancel(at: Date)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case received(order: ImportOrder)
        case advanced(by: ImportProgress)
        case finished(at: Date)
        case cancelled(at: Date)
    }

    /// Why an officer is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It is over.
        case over

        package var code: String { "filing.import-over" }
    }

    package static let initial = FilingImport.notReceived

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notReceived, .receive(let order)): [.received(order: order)]
        case (.running(let order, let progress), .advance(let more, let now)):
            (progress + more).filings < order.filings
                ? [.advanced(by: more)] : [.advanced(by: more), .finished(at: now)]
        case (.running, .cancel(let now)): [.cancelled(at: now)]
        case (.running, .receive), (.finished, .receive), (.cancelled, .receive): throw .over
        case (.notReceived, .cancel), (.finished, .cancel), (.cancelled, .cancel): throw .over
        // What is looked at twice counts once.
        case (.notReceived, .advance), (.finished, .advance), (.cancelled, .advance): []
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .received(let order)): self = .running(order: order, progress: ImportProgress())
        case (.running(let order, let progress), .advanced(let more)):
            self = .running(order: order, progress: progress + more)
        case (.running(let order, let progress), .finished(let now)):
            self = .finished(order: order, progress: progress, at: now)
        case (.running(let order, let progress), .cancelled(let now)):
            self = .cancelled(order: order, progress: progress, at: now)
        case (.notReceived, _), (.finished, _), (.cancelled, _): break  // never decided, so never told
        }
    }

    /// What came, once it came.
    package var order: ImportOrder? {
        switch self {
        case .notReceived: nil
        case .running(let order, _), .finished(let order, _, _), .cancelled(let order, _, _): order
        }
    }

    /// How far it is.
    package var progress: ImportProgress {
        switch self {
        case .notReceived: ImportProgress()
        case .running(_, let progress), .finished(_, let progress, _), .cancelled(_, let progress, _): progress
        }
    }

    /// The name of the state.
    package var phase: ImportPhase {
        switch self {
        case .notReceived: .notReceived
        case .running: .running
        case .finished: .finished
        case .cancelled: .cancelled
        }
    }
}

/// The states of an import by name.
package enum ImportPhase: String, CaseIterable, Codable, Sendable {
    case notReceived = "not-received"
    case running, finished, cancelled
}
