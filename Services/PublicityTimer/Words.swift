import Contracts
import Foundation
import Kernel
import Messaging
import PublicityTimerDomain

/// What happened to a notice, in the words other services hear.
extension Stored<Notice> {
    /// What every fact about it says first, nil before it is opened.
    var reference: NoticeRef? {
        state.posting.map { posting in
            NoticeRef(
                notice: id,
                list: posting.list,
                round: posting.round,
                publisher: posting.publisher,
                listDigest: posting.listDigest
            )
        }
    }

    /// Its period, nil before it is opened.
    var period: NoticePeriod? {
        state.posting.map { posting in
            let period = posting.period
            return NoticePeriod(
                requiredDays: period.requiredDays,
                publishedOn: period.publishedOn,
                lastDay: period.lastDay,
                endsAt: period.endsAt,
                calendarVersion: period.calendarVersion,
                authority: period.authority
            )
        }
    }
}
