import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office closes an objection: the name is cleared with the last one, or leaves the list for good.
struct DecideObjection {
    let notices: NoticeStore
    let objections: ObjectionStore
    let announce: AnnounceNotices
    let journal: Journal

    func callAsFunction(
        _ id: UUID,
        version: Int,
        outcome: Objection.Outcome,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        var notice = try notices.load(objections.notice(of: id, in: tx), in: tx)
        var objection = try objections.load(id, in: tx)
        try objection.expect(version: version)
        try objection.handle(.decide(outcome, reason: reason, now: cause.now))
        if let person = objection.state.complaint?.person {
            switch outcome {
            case .dismissed: try notice.handle(.dismiss(id, about: person))
            case .upheld: try notice.handle(.uphold(id, about: person))
            }
        }
        try announce([.init(notice: notice, cause: cause, reason: reason)], in: tx)
        try objections.save(objection, in: tx)
        try journal.append(objection, of: "objection", because: cause, in: tx)
        return objection
    }
}
