import Foundation
import Kernel

/// A file of a month's attestations that is entered, some rows at a time.
package enum AttestationImport: Decider, Codable, Hashable {
    /// Can transition to: running.
    case notReceived
    /// Being entered. Can transition to: finished, failed, cancelled.
    case running(order: AttestationOrder, progress: AttestationProgress)
    /// All rows have been looked at. Final; the same file may come again.
    case finished(order: AttestationOrder, progress: AttestationProgress, at: Date)
    /// It could not be read to its end. Final; what was entered before stays.
    case failed(order: AttestationOrder, progress: AttestationProgress, problem: FieldProblem, at: Date)
    /// Somebody stopped it. Final; what was entered before stays.
    case cancelled(order: AttestationOrder, progress: AttestationProgress, at: Date)

    package static let initial = AttestationImport.notReceived

    /// What can be asked: people receive and cancel, time advances.
    package enum Command: Hashable, Sendable {
        case receive(order: AttestationOrder)
        /// Some rows more have been looked at; `isEnd` where there are no more.
        case advance(AttestationProgress, isEnd: Bool, at: Date)
        case fail(FieldProblem, at: Date)
        case cancel(at: Date)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case received(order: AttestationOrder)
        case advanced(to: AttestationProgress)
        case finished(at: Date)
        case failed(problem: FieldProblem, at: Date)
        case cancelled(at: Date)
    }

    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable, CaseIterable {
        /// It is over.
        case over

        package var code: String { "compensation.import-over" }
    }

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
        case (_, .received(let order)): self = .running(order: order, progress: AttestationProgress())
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

    /// What came, and how far it is; nil before it came.
    package var standing: (order: AttestationOrder, progress: AttestationProgress)? {
        switch self {
        case .notReceived: nil
        case .running(let order, let progress), .finished(let order, let progress, _),
            .failed(let order, let progress, _, _), .cancelled(let order, let progress, _):
            (order, progress)
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

/// A file of attestations as it came.
package struct AttestationOrder: Hashable, Sendable, Codable {
    package let creditCode: String
    package let month: Month
    package let signer: Attestation.Signer
    /// Why what was attested otherwise is corrected; nil where nothing is to be.
    package let correction: String?
    package let fileName: String
    /// SHA-256 of the file, in hex.
    package let digest: String
    /// Whether nothing is to be entered, only told what would be (预检).
    package let isRehearsal: Bool
    /// The sheet that is read; nil for CSV.
    package let sheet: String?
    /// Sheets of the workbook that were neither read nor kept; nil of a file that came before they were counted.
    package let otherSheets: Int?
    package let by: String
    package let at: Date

    /// A file with what is to become of it.
    package init(
        creditCode: String,
        month: Month,
        signer: Attestation.Signer,
        correction: String?,
        fileName: String,
        digest: String,
        isRehearsal: Bool,
        sheet: String?,
        otherSheets: Int?,
        by: String,
        at: Date
    ) {
        self.creditCode = creditCode
        self.month = month
        self.signer = signer
        self.correction = correction
        self.fileName = fileName
        self.digest = digest
        self.isRehearsal = isRehearsal
        self.sheet = sheet
        self.otherSheets = otherSheets
        self.by = by
        self.at = at
    }
}

/// How far a file is, and how many of its rows became what.
package struct AttestationProgress: Hashable, Sendable, Codable {
    /// The number of the last row that was looked at, as Excel shows it; 0 before the first.
    package var lastRow = 0
    package var attested = 0
    package var corrected = 0
    package var unchanged = 0
    package var refused = 0

    /// Nothing yet.
    package init() {}

    /// Rows that have been looked at.
    package var rows: Int { attested + corrected + unchanged + refused }
}
