import Kernel

/// The method of evaluation is scored another way, or by others.
enum WrongMethod: Rejection, Hashable {
    /// Members score by it; nothing is entered.
    case byPanel
    /// One score is entered; members do not score.
    case byEntry
    /// The member was not there when the candidate defended.
    case notHeard

    var code: String {
        switch self {
        case .byPanel: "evaluation.score-by-panel"
        case .byEntry: "evaluation.score-by-entry"
        case .notHeard: "evaluation.score-not-heard"
        }
    }
}
