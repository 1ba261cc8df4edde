import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Human resources record to whom a certificate was handed over, and undo what was recorded by mistake.
struct RecordHandOver {
    let store = HandOverStore()
    let journal: Journal

    /// Records a handing-over; one certificate can be handed over on paper and electronically, and again after a re-issue.
    ///
    /// - Throws: `InvalidInput` for a day on which it cannot have been, `HandOver.Rejection`.
    func callAsFunction(
        _ body: HandOverBody,
        of certificate: Stored<Certificate>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<HandOver> {
        guard let holding = certificate.state.holding else { throw NotFound("certificate") }
        var handOver = Stored<HandOver>(new: NewID.v7())
        let delivery = try body.delivery(
            of: certificate.id,
            to: holding.name,
            creditCode: holding.issuer.creditCode,
            by: cause.actor
        )
        do {
            try handOver.handle(.handOver(delivery, issuedOn: certificate.state.issuedOn, today: cause.today))
        } catch let rejection as HandOver.Rejection where rejection.isAboutDay {
            throw InvalidInput([FieldProblem(field: "on", rejection)])
        }
        try store.save(handOver, in: tx)
        try journal.append(handOver, of: "hand_over", because: cause, in: tx)
        return handOver
    }

    /// Undoes one.
    func undo(
        _ handOver: Stored<HandOver>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<HandOver> {
        var handOver = handOver
        try handOver.handle(.undo(.init(reason: reason, by: cause.actor, on: cause.today)))
        try store.save(handOver, in: tx)
        try journal.append(handOver, of: "hand_over", because: cause, in: tx)
        return handOver
    }
}
