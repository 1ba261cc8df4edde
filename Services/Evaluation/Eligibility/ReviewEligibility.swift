import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Records a person's decision where a rule could not decide.
struct ReviewEligibility {
    let stores: Stores

    func callAsFunction(
        _ application: Stored<Application>,
        _ review: Review,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        var application = application
        try application.handle(.review(review))
        try stores.applications.save([application], because: cause, in: tx)
        return application
    }
}

/// Nobody decides on the own application.
struct OwnApplication: Rejection {
    var code: String { "evaluation.own-application" }
}
