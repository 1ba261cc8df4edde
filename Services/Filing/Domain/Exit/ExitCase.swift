import Foundation
import Kernel

/// A case about ending a filing (退出): told, heard, decided, published, and undone where the decision was wrong.
///
/// Whether a cancellation is a penalty is unsettled; the enterprise is heard as if it were (行政处罚法 44, 45, 63, 64).
package enum ExitCase: Decider, Hashable, Codable {
    /// Can transition to: open.
    case notOpened
    /// Investigated, told, heard. Can transition to: decided, dropped.
    case open(file: ExitFile)
    /// Given up before a decision. Final.
    case dropped(file: ExitFile, reasons: String, on: LocalDate)
    /// Can transition to: setAside.
    case decided(file: ExitFile, decision: ExitDecision)
    /// The decision is undone; its publication is to be taken down. Final but for that.
    case setAside(file: ExitFile, decision: ExitDecision, undoing: Undoing)

    /// What officers of the bureau and the enterprise can ask.
    package enum Command: Hashable, Sendable {
        // The bureau.
        case open(file: ExitFile)
        case tell(notice: ExitFile.Notice)
        case serve(service: ExitFile.Service, today: LocalDate)
        /// `earliest` is the first day that leaves 7 working days after the day it is told.
        case callHearing(hearing: ExitFile.Hearing, earliest: Deadline)
        case keepMinutes(minutes: ExitFile.Minutes)
        /// `hearing` is the last day for asking to be heard.
        case decide(decision: ExitDecision, hearing: Deadline?)
        case drop(reasons: String, on: LocalDate)
        case publish(on: LocalDate)
        case setAside(undoing: Undoing)
        case takeDown(how: ExitDecision.TakenDown)
        // The enterprise.
        case state(statement: ExitFile.Statement)
        case requestHearing(request: ExitFile.HearingRequest, until: Deadline)
        case withdrawHearing(on: LocalDate)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case opened(file: ExitFile)
        case told(notice: ExitFile.Notice)
        case served(service: ExitFile.Service)
        case stated(statement: ExitFile.Statement)
        case hearingRequested(request: ExitFile.HearingRequest)
        case hearingWithdrawn(on: LocalDate)
        case hearingCalled(hearing: ExitFile.Hearing)
        case minutesKept(minutes: ExitFile.Minutes)
        case decided(decision: ExitDecision)
        case dropped(reasons: String, on: LocalDate)
        case published(on: LocalDate)
        case setAside(undoing: Undoing)
        case takenDown(how: ExitDecision.TakenDown)
    }

    package static let initial = ExitCase.notOpened
}
