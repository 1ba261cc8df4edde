import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The person confirms the own data, or human resources records the paper the person signed.
struct ConfirmApplication {
    let stores: Stores

    func callAsFunction(
        _ application: Stored<Application>,
        _ confirmation: DataConfirmation,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Application> {
        var application = application
        try application.handle(.confirm(confirmation))
        try stores.applications.save([application], because: cause, in: tx)
        return application
    }
}
