import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The objector, known by the receipt code alone, takes an objection back.
struct WithdrawObjection {
    let desk: ObjectionDesk

    func callAsFunction(
        _ id: UUID,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        var one = try desk.open(id, version: nil, in: tx)
        let statement = try Statement(reason: reason, evidence: nil).sealed(for: id, with: desk.keys)
        try one.objection.handle(.withdraw(statement: statement, now: cause.now))
        try one.tell(.dismiss(id, one.complaint.subject, now: cause.now))
        try desk.save(one, because: desk.unnamed(cause), in: tx)
        return one.objection
    }
}
