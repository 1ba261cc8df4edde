import EvaluationDomain
import Foundation
import Kernel
import Messaging
import ServiceKit

/// Who reads a list, and when.
///
/// While the period runs, an enterprise's people do not learn from it whether somebody has objected: a name that is held or was
/// removed looks as it did before, and that the list is held is told once its period is over.
struct ListReader {
    let isOfEnterprise: Bool
    let now: Date

    /// Reads for a caller, as of now or of an instant before.
    init(_ call: Call, at instant: Date? = nil) {
        isOfEnterprise = call.caller.role.isOfEnterprise
        now = instant ?? call.cause.now
    }

    /// How a name stands, in one word.
    func word(for name: ListedName, on listing: Listing) -> String {
        switch name.standing {
        case .withdrawn: return "withdrawn"
        case .determined: return "determined"
        case .suspended: return "suspended"
        case .revoked: return "revoked"
        case .onShow where name.isMissed: return "not-shown"
        case .onShow: return name.isContinuing ? "continuing" : "on-show"
        case .held:
            guard isOfEnterprise else { return "held" }
            // Its own period may still run, and only publicity knows until when.
            if name.isContinuing { return "continuing" }
            return listing.notice.completedAt == nil ? "on-show" : "held"
        case .removed: return isOfEnterprise && listing.notice.completedAt == nil ? "on-show" : "removed"
        }
    }

    /// Whether the list is held, as far as the reader may know.
    func sees(hold listing: Listing) -> Bool {
        listing.notice.isHeld && (!isOfEnterprise || listing.isOver(at: now))
    }
}
