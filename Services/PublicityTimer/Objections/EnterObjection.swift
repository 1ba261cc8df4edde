import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The handling office enters an objection that came on paper, by telephone or by mail, with the time of its receipt.
struct EnterObjection {
    let desk: ObjectionDesk

    func callAsFunction(
        _ request: ReceiveObjection.Request,
        to notice: UUID,
        by channel: Complaint.Channel,
        at receivedAt: Date,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> ReceiveObjection.Taken {
        guard receivedAt <= cause.now else {
            throw InvalidInput(field: "receivedAt", code: "publicity-timer.received-in-future")
        }
        let posting = try desk.notices.load(notice, in: tx).state.posting
        guard let publishedAt = posting?.publishedAt, receivedAt >= publishedAt else {
            throw InvalidInput(field: "receivedAt", code: "publicity-timer.received-before-notice")
        }
        return try desk.take(request, to: notice, by: channel, at: receivedAt, because: cause, in: tx)
    }
}
