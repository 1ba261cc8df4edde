import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Takes back what publicity found to be evaluation's to mend: somebody who may have been left out.
///
/// A reaction to facts: total, and nothing happens twice.
struct ReferOmissions {
    let stores: Stores

    func callAsFunction(_ facts: [Received<OmissionReferred>], in tx: borrowing Transaction) throws {
        for received in facts {
            let fact = received.message
            var omission = Stored<Omission>(new: NewID.v7())
            let referral = Omission.Referral(
                list: fact.about.list,
                round: fact.about.round,
                missing: fact.missing,
                finding: fact.finding
            )
            try omission.handle(.refer(referral))
            guard try stores.omissions.insert(omission, for: fact.objection, in: tx) else { continue }
            try stores.omissions.journal.append(omission, of: "omission", because: received.cause, in: tx)
        }
    }
}
