import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes an application back before it is judged; it stays on record.
struct WithdrawApplication {
    let stores: Stores

    func callAsFunction(
        _ id: UUID,
        version: Int,
        reason: String?,
        by account: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        // Round, then application: the order of all who lock both. A frozen round lets people take theirs back.
        guard let round = try stores.applications.read(id, in: tx).state.entry?.round else {
            throw NotFound("application")
        }
        _ = try stores.rounds.load(round, in: tx)
        var application = try stores.applications.load(id, in: tx)
        try application.expect(version: version)
        try application.handle(.withdraw(Withdrawal(reason: reason, by: account, at: cause.now)))
        try stores.applications.save([application], because: cause, in: tx)
        return application
    }
}
