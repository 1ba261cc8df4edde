import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office finds an objection to the procedure arguable: the whole list is held.
struct FindArguable {
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
        try one.objection.handle(.findArguable(reason: reason))
        try one.tell(.hold(id, one.complaint.subject))
        try desk.save(one, because: cause, in: tx)
        return one.objection
    }
}
