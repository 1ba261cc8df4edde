import Kernel

/// The method of evaluation is scored another way.
enum WrongMethod: Rejection, Hashable {
    /// Members score by it; nothing is entered.
    case byPanel
    /// One score is entered; members do not score.
    case byEntry

    var code: String {
        switch self {
        case .byPanel: "evaluation.score-by-panel"
        case .byEntry: "evaluation.score-by-entry"
        }
    }
}
