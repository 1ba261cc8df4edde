import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Closes an omission that changes nothing, with the reason.
struct AnswerOmission {
    let stores: Stores

    func callAsFunction(
        _ omission: Stored<Omission>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Omission> {
        var omission = omission
        try omission.handle(.answer(.declined(reason: reason, at: cause.now)))
        try stores.omissions.save(omission, because: cause, in: tx)
        return omission
    }
}
