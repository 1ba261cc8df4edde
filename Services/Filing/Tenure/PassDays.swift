import FilingDomain
import Foundation
import Messaging
import Postgres

/// Looks at filings whose day has come: reminders, the begin and end of suspensions, the end of terms.
struct PassDays: Sendable {
    let tenures: Tenures

    /// Looks at some, general filings first; true where more may be due.
    func callAsFunction(at now: Date, in tx: borrowing Transaction) throws -> Bool {
        let cause = Cause.system("tenure", now: now)
        for kind in FilingKind.allCases {
            let due = try tenures.store.due(kind, on: cause.today, limit: 50, in: tx)
            guard !due.isEmpty else { continue }
            let steps = try due.map { tenure in
                var tenure = tenure
                let before = tenure.state
                try tenure.handle(.pass(on: cause.today, thresholds: tenures.rules.thresholds))
                return AnnounceTenures.Step(before: before, after: tenure)
            }
            try tenures.settle(steps, because: cause, in: tx)
            return true
        }
        return false
    }
}
