import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// A named officer of the filing authority answers for an end that rests on days no document settles.
struct ConfirmEnd {
    let notices: NoticeStore
    let announce: AnnounceNotices

    func callAsFunction(
        _ id: UUID,
        version: Int,
        officer: String,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Notice> {
        var notice = try notices.load(id, in: tx)
        try notice.expect(version: version)
        try notice.handle(.confirm(officer: officer, reason: reason, now: cause.now))
        try announce([.init(notice: notice, cause: cause)], in: tx)
        return notice
    }
}
