import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office finds that nothing in a lead can be checked: it is closed, with the reason on record.
struct LeaveObjection {
    let desk: ObjectionDesk

    func callAsFunction(
        _ id: UUID,
        version: Int,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        var one = try desk.open(id, version: version, in: tx)
        try desk.checkDiscretion(of: reason, in: "reason", about: one)
        try one.objection.handle(.leave(reason: reason, now: cause.now))
        try one.tell(.dismiss(id, one.complaint.subject, now: cause.now))
        try desk.save(one, because: cause, in: tx)
        return one.objection
    }
}
