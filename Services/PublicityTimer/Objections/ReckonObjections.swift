import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// After a new version of the calendar the days to act are reckoned again, some objections at a time.
struct ReckonObjections {
    /// So many at once: a transaction stays short.
    static let batch = 500

    let desk: ObjectionDesk

    /// Reckons those after an id, nil to begin; answers the last one looked at, nil when there are no more.
    func callAsFunction(
        after last: UUID?,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> UUID? {
        var open = try desk.objections.loadOpen(after: last, atMost: Self.batch, in: tx)
        let days = try desk.deadlines(in: tx)
        for index in open.indices {
            if let day = days.again(open[index].state) { try open[index].handle(.moveDeadline(day)) }
        }
        let moved = open.filter { !$0.events.isEmpty }
        try desk.objections.save(moved, in: tx)
        try desk.journal.append(moved, of: "objection", because: cause, in: tx)
        return open.count == Self.batch ? open.last?.id : nil
    }
}
