import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Re-checks (复核) a refusal: asked for once, before the panel votes, and decided by somebody else.
struct RecheckApplication {
    let stores: Stores

    func callAsFunction(
        _ command: Application.Command,
        _ application: Stored<Application>,
        of round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        _ = try round.state.termsBeforeVoting()
        var application = application
        try application.handle(command)
        try stores.applications.save([application], because: cause, in: tx)
        return application
    }
}
