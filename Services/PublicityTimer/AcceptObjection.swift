import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office accepts an objection for examination: the name it is about is held, the others are not.
struct AcceptObjection {
    let notices: NoticeStore
    let objections: ObjectionStore
    let announce: AnnounceNotices
    let journal: Journal

    func callAsFunction(
        _ id: UUID,
        version: Int,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Objection> {
        // Always the notice first, so that two of its objections cannot wait for each other.
        var notice = try notices.load(objections.notice(of: id, in: tx), in: tx)
        var objection = try objections.load(id, in: tx)
        try objection.expect(version: version)
        try objection.handle(.accept(now: cause.now))
        if let person = objection.state.complaint?.person {
            try notice.handle(.hold(id, about: person))
        }
        try announce([.init(notice: notice, cause: cause)], in: tx)
        try objections.save(objection, in: tx)
        try journal.append(objection, of: "objection", because: cause, in: tx)
        return objection
    }
}
