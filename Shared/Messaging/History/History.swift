import AMQP
import Contracts
import Foundation
import Kernel
import Postgres
import Synchronization

/// Lets a service that is new, or hears somebody new, catch up before it says that it is ready.
///
/// What was said before its queue was there nobody kept for it but the speakers, in their archives. So it asks each of them
/// once for all of it; what it hears meanwhile waits for what came before.
struct History: Sendable {
    let service: ServiceName
    let database: PostgresPool
    let publisher: Publisher
    let user: String
    let pages: ArchivePages
    private let lease = TaskLease("history")
    private let everythingHeard = Everything()

    /// A request nobody has answered is repeated after this; the speaker may have been away.
    static let patience = Duration.seconds(10)

    init(service: ServiceName, database: PostgresPool, publisher: Publisher, user: String) {
        self.service = service
        self.database = database
        self.publisher = publisher
        self.user = user
        pages = ArchivePages(service: service, database: database, publisher: publisher, user: user)
    }

    /// Asks the speakers whose history has not come; never more to do at once.
    func ask() async throws -> Bool {
        guard !everythingHeard.isSo else { return false }
        let asked = try await database.transaction { [service, everythingHeard] tx in
            let unheard = try HistoryBook.unheard(by: service, in: tx)
            if unheard.isEmpty { everythingHeard.note() }
            return unheard.isEmpty ? [] : try HistoryBook.ask(unheard, again: Self.patience, in: tx)
        }
        guard !asked.isEmpty else { return false }
        // Whether they arrive is seen by the answers.
        _ = try await publisher.publish(
            asked.map { HistoryWord.wanted(by: service, request: $0.request).message(to: $0.speaker, as: user) }
        )
        return false
    }

    /// Sends a hearer that waits the next page of the archive; true when somebody waits for more.
    func tell() async throws -> Bool {
        let wanted = try await database.transaction { [lease] tx in
            try lease.take(in: tx) ? try HistoryBook.next(in: tx) : nil
        }
        guard let wanted else { return false }
        if let page = try await pages.send(after: wanted.cursor, to: wanted.hearer) {
            try await database.transaction { tx in
                try HistoryBook.note(wanted, sent: page.count, through: page.last, in: tx)
            }
        } else {
            let word = HistoryWord.told(by: service, request: wanted.request)
            let outcome = try await publisher.publish([word.message(to: wanted.hearer, as: user)]).first
            guard outcome == .confirmed else { throw ArchivePages.NotConfirmed() }
            try await database.transaction { tx in try HistoryBook.close(wanted, in: tx) }
        }
        return true
    }
}

/// Whether nothing is left to ask for; spares the database the question as long as the service runs.
private final class Everything: Sendable {
    private let heard = Mutex(false)

    var isSo: Bool { heard.withLock { $0 } }

    func note() { heard.withLock { $0 = true } }
}
