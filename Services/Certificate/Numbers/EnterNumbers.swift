import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

extension NumberBook {
    /// A number that was given elsewhere.
    struct GivenElsewhere: Hashable {
        let number: CertificateNumber
        /// Whose it is, where that is known here.
        let certificate: UUID?
        let registration: UUID?
        /// Where it came from, in words for the ledger.
        let origin: String?
    }

    /// What became of one of them.
    enum Entered: Hashable {
        case entered
        /// It is this certificate's already.
        case known
        /// It is somebody else's, or came to nothing, or stands twice among those entered.
        case taken(NumberStanding)
    }

    /// Enters numbers given elsewhere; each is answered for, and those that are somebody's already change nothing.
    ///
    /// Of historic certificates: `enter(_, from: .historic, …)` beside the register's own rows, in one transaction with them.
    /// Numbers this system has not taken yet are passed over when their turn comes.
    func enter(
        _ numbers: [GivenElsewhere],
        from source: NumberSource,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [Entered] {
        var books: [NumberSeries: Stored<RunningNumbers>] = [:]
        for (series, _) in Self.bySeries(numbers.map(\.number)) { books[series] = try counters.load(series, in: tx) }
        var known = try ledger.find(numbers.map(\.number), in: tx)
        var new: [NumberLedger.Entry] = []
        let outcomes = numbers.map { one -> Entered in
            if let entry = known[one.number] {
                let isSame =
                    entry.standing == .given && entry.certificate != nil && entry.certificate == one.certificate
                return isSame ? .known : .taken(entry.standing)
            }
            let entry = NumberLedger.Entry(
                number: one.number,
                standing: .given,
                source: source,
                reason: one.origin,
                certificate: one.certificate,
                registration: one.registration
            )
            known[one.number] = entry
            new.append(entry)
            return .entered
        }
        for (series, numbers) in Self.bySeries(new.map(\.number)) {
            guard var book = books[series] else { continue }
            try book.handle(.enter(numbers.map(\.sequence), of: series, from: source))
            try counters.save(book, in: tx)
            try journal.append(book, of: "certificate_counter", because: cause, in: tx)
        }
        try ledger.insert(new, on: cause.today, in: tx)
        return outcomes
    }
}
