import Contracts
import Cryptography
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Draws up an implementation plan on an accepted filing, or another version of it.
struct DrawUpPlan {
    let stores: Stores
    let gate: FilingGate

    func callAsFunction(
        _ terms: PlanTerms,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ImplementationPlan> {
        try gate.requireInForce(terms.filing.filing, on: cause.today, in: tx)
        var plan = Stored<ImplementationPlan>(new: NewID.v7())
        try plan.handle(.drawUp(terms, digest: Self.digest(of: terms), today: cause.today))
        try stores.plans.save([plan], because: cause, in: tx)
        return plan
    }

    /// Writes another version; rounds keep the one they were opened under.
    func revise(
        _ plan: Stored<ImplementationPlan>,
        to terms: PlanTerms,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ImplementationPlan> {
        var plan = plan
        try plan.handle(.revise(terms, digest: Self.digest(of: terms), reason: reason, today: cause.today))
        try stores.plans.save([plan], because: cause, in: tx)
        return plan
    }

    /// SHA-256 of the canonical bytes of what a plan lays down, in hex.
    static func digest(of terms: PlanTerms) throws -> String { Digest.sha256Hex(try WireFormat.encode(terms)) }
}
