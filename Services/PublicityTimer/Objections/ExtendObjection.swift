import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office takes the one extension there is, while its time still runs.
struct ExtendObjection {
    let desk: ObjectionDesk

    /// The last day has passed: an extension now would only hide that.
    struct TooLate: Rejection {
        var code: String { "publicity-timer.extension-too-late" }
    }

    func callAsFunction(
        _ id: UUID,
        version: Int,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        var one = try desk.open(id, version: version, in: tx)
        try desk.checkDiscretion(of: reason, in: "reason", about: one)
        let decideBy = one.objection.state.dueOn ?? cause.today
        try one.objection.handle(.extend(to: desk.deadlines(in: tx).extended(decideBy), reason: reason))
        guard decideBy >= cause.today else { throw TooLate() }
        try desk.save(one, because: cause, in: tx)
        return one.objection
    }
}
