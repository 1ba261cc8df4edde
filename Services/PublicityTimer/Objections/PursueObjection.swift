import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office finds a lead concrete and checkable: it is examined, and holds the name it is about.
struct PursueObjection {
    let desk: ObjectionDesk

    func callAsFunction(
        _ id: UUID,
        version: Int,
        finding: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        var one = try desk.open(id, version: version, in: tx)
        try desk.checkDiscretion(of: finding, in: "reason", about: one)
        let decideBy = try desk.deadlines(in: tx).decision(since: cause.now)
        try one.objection.handle(.pursue(finding: finding, decideBy: decideBy, now: cause.now))
        // An objection to the procedure holds the list only when it is found arguable.
        if one.complaint.subject.person != nil { try one.tell(.hold(id, one.complaint.subject)) }
        try desk.save(one, because: cause, in: tx)
        try desk.refer(one, finding: finding, because: cause, in: tx)
        return one.objection
    }
}
