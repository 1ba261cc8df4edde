import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Somebody objects to a name on show, and is given a receipt code to ask after it.
struct ReceiveObjection {
    let notices: NoticeStore
    let objections: ObjectionStore
    let announce: AnnounceNotices
    let journal: Journal
    let keys: KeyRing

    /// What is handed in; already validated.
    struct Request {
        let person: UUID
        let reason: String
        let evidence: String?
        /// Who objects, nil where it is anonymous.
        let objector: Objector?
    }

    /// The objection, and the code that is told to the objector alone.
    func callAsFunction(
        _ request: Request,
        to noticeID: UUID,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> (objection: Stored<Objection>, receipt: ReceiptCode) {
        var notice = try notices.load(noticeID, in: tx)
        var objection = Stored<Objection>(new: NewID.v7())
        var random = SystemRandomNumberGenerator()
        let receipt = ReceiptCode(using: &random)
        guard notice.state.names.contains(where: { $0.person == request.person }) else {
            throw InvalidInput(field: "person", code: Notice.Rejection.notOnList.code)
        }
        try notice.handle(.receiveObjection(objection.id, about: request.person, now: cause.now))
        try objection.handle(
            .receive(
                Objection.Complaint(
                    notice: noticeID,
                    person: request.person,
                    reason: request.reason,
                    evidence: request.evidence,
                    objector: try request.objector?.sealed(for: objection.id, with: keys),
                    receipt: Data(keys.index.of(receipt.text)),
                    receivedAt: cause.now
                )
            )
        )

        // The account that handed it in is left out of history: whoever reads the journal must not learn who objected.
        let unnamed = Cause(
            actor: "objector",
            now: cause.now,
            correlation: cause.correlation,
            causation: cause.causation,
            traceparent: cause.traceparent
        )
        try announce([.init(notice: notice, cause: unnamed)], in: tx)
        try objections.save(objection, in: tx)
        try journal.append(objection, of: "objection", because: unnamed, in: tx)
        return (objection, receipt)
    }
}
