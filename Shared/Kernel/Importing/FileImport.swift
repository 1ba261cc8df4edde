import Foundation

/// What a service enters from files: what came with one, how its rows are counted, and what a no is called.
package protocol ImportedList: Sendable {
    /// A file as it came.
    associatedtype Order: Codable, Hashable, Sendable
    /// How far a file is, and how many of its rows became what.
    associatedtype Progress: ImportCount

    /// The code of the refusal that an import is over.
    static var over: String { get }
}

/// How far a file is.
package protocol ImportCount: Codable, Hashable, Sendable {
    /// Nothing yet.
    init()
}

/// Where an import stands, in one word.
package enum FileImportPhase: String, CaseIterable, Codable, Sendable {
    case notReceived = "not-received"
    case running, finished, failed, cancelled
}

/// A file that is entered, some rows at a time.
package enum FileImport<List: ImportedList>: Decider, Codable, Hashable {
    package typealias Order = List.Order
    package typealias Progress = List.Progress
    package typealias Phase = FileImportPhase

    /// Can transition to: running.
    case notReceived
    /// Being entered. Can transition to: finished, failed, cancelled.
    case running(order: Order, progress: Progress)
    /// All rows have been looked at. Final; the same file may come again.
    case finished(order: Order, progress: Progress, at: Date)
    /// It could not be read to its end, or what it is for takes no more. Final; what was entered before stays.
    case failed(order: Order, progress: Progress, problem: FieldProblem, at: Date)
    /// Somebody stopped it. Final; what was entered before stays.
    case cancelled(order: Order, progress: Progress, at: Date)

    /// What can be asked: people receive and cancel, time advances.
    package enum Command: Hashable, Sendable {
        case receive(order: Order)
        /// Some rows more have been looked at; `isEnd` where there are no more.
        case advance(Progress, isEnd: Bool, at: Date)
        case fail(FieldProblem, at: Date)
        case cancel(at: Date)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case received(order: Order)
        case advanced(to: Progress)
        case finished(at: Date)
        case failed(problem: FieldProblem, at: Date)
        case cancelled(at: Date)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// It is over.
        case over

        package var code: String { List.over }
    }

    package static var initial: FileImport { .notReceived }

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
        case (_, .received(let order)): self = .running(order: order, progress: Progress())
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

extension FileImport {
    /// Where it stands.
    package var phase: FileImportPhase {
        switch self {
        case .notReceived: .notReceived
        case .running: .running
        case .finished: .finished
        case .failed: .failed
        case .cancelled: .cancelled
        }
    }

    /// What came, and how far it is; nil before it came.
    package var standing: (order: Order, progress: Progress)? {
        switch self {
        case .notReceived: nil
        case .running(let order, let progress), .finished(let order, let progress, _),
            .failed(let order, let progress, _, _), .cancelled(let order, let progress, _):
            (order, progress)
        }
    }

    /// What came, once it came.
    package var order: Order? { standing?.order }

    /// How far it is.
    package var progress: Progress { standing?.progress ?? Progress() }

    /// When it was over, and what ended it before its end.
    package var ending: (at: Date, problem: FieldProblem?)? {
        switch self {
        case .notReceived, .running: nil
        case .finished(_, _, let at), .cancelled(_, _, let at): (at, nil)
        case .failed(_, _, let problem, let at): (at, problem)
        }
    }
}
