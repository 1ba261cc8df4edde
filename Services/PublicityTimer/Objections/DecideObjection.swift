import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office closes an objection.
///
/// Dismissed, the last one open clears its name or releases the list; upheld, the name leaves for good, the notice is
/// annulled, or who was left out goes back to evaluation.
struct DecideObjection {
    let desk: ObjectionDesk

    func callAsFunction(
        _ id: UUID,
        version: Int,
        upheld: Bool,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        var one = try desk.open(id, version: version, in: tx)
        try desk.checkDiscretion(of: reason, in: "reason", about: one)
        try one.objection.handle(.decide(upheld: upheld, reason: reason, now: cause.now))
        let subject = one.complaint.subject
        try one.tell(upheld ? .uphold(id, subject, reason: reason) : .dismiss(id, subject, now: cause.now))
        try desk.save(one, because: cause, reason: reason, in: tx)
        if upheld { try desk.refer(one, finding: reason, because: cause, in: tx) }
        return one.objection
    }
}
