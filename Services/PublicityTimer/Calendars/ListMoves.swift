import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// Which running notices a calendar moves, without moving them.
struct ListMoves {
    /// So many are shown by name.
    static let mostShown = 500

    let notices: NoticeRegister

    /// One notice that moves.
    struct Move: Encodable {
        let notice: String
        let enterprise: String
        let title: String
        let oldLastDay: LocalDate
        let newLastDay: LocalDate
    }

    func callAsFunction(
        _ changes: [WorkingCalendar.Change],
        by calendar: WorkingCalendar,
        in tx: borrowing Transaction
    ) throws -> (shown: [Move], count: Int) {
        guard let first = changes.first?.date, let last = changes.last?.date else { return ([], 0) }
        var moving: [UUID: LocalDate] = [:]
        var count = 0
        try notices.forEachRule(touching: first...last, in: tx) { rule in
            let new = max(rule.promised, calendar.lastDay(published: rule.publishedOn, workingDays: rule.days).lastDay)
            guard new != rule.promised else { return }
            count += 1
            if moving.count < Self.mostShown { moving[rule.notice] = new }
        }
        let shown = try notices.find(Array(moving.keys), in: tx).compactMap { notice -> Move? in
            guard let posting = notice.state.posting, let new = moving[notice.id] else { return nil }
            return Move(
                notice: notice.id.lowercase,
                enterprise: posting.enterpriseName,
                title: posting.title.withoutPersonalNumbers,
                oldLastDay: posting.period.lastDay,
                newLastDay: new
            )
        }
        return (shown, count)
    }
}
