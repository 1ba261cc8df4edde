import Foundation
import Logging
import Postgres
import Synchronization

/// One round of looking: choose in a transaction, look outside of any, note in another.
final class Look<Place: Sendable, Sight: Sendable>: Sendable {
    /// Who comes so late says so, once in as long.
    private static var late: Duration { .seconds(60) }

    private let name: String
    /// How many are looked at together.
    private let most: Int
    private let since: @Sendable (Place) -> Date?
    private let choose: @Sendable (Date, borrowing Transaction) throws -> (places: [Place], more: Bool)
    private let see: @Sendable (Place) async -> Sight
    private let note: @Sendable ([(place: Place, sight: Sight)], Date, borrowing Transaction) throws -> Void
    private let logger = Logger(label: "looks")
    private let said = Mutex<ContinuousClock.Instant?>(nil)

    init(
        name: String,
        most: Int,
        since: @escaping @Sendable (Place) -> Date?,
        choose: @escaping @Sendable (Date, borrowing Transaction) throws -> (places: [Place], more: Bool),
        see: @escaping @Sendable (Place) async -> Sight,
        note: @escaping @Sendable ([(place: Place, sight: Sight)], Date, borrowing Transaction) throws -> Void
    ) {
        self.name = name
        self.most = most
        self.since = since
        self.choose = choose
        self.see = see
        self.note = note
    }

    /// True where more is due at once.
    func round(_ database: PostgresPool, _ clock: BusinessClock) async throws -> Bool {
        let ((places, more), now) = try await database.transaction { [choose] tx in
            try clock.refresh(in: tx)
            let now = try clock.agreed(in: tx)
            return (try choose(now, tx), now)
        }
        guard let first = places.first else { return more }
        if let since = since(first) { say(late: now.timeIntervalSince(since)) }
        let seen = await sights(of: places)
        // Who is told to stop while looking has seen nothing, not that there is nothing.
        try Task.checkCancellation()
        try await database.transaction { [note] tx in
            try clock.refresh(in: tx)
            try note(seen, try clock.agreed(in: tx), tx)
        }
        return more
    }

    /// Under load the rhythm stretches; whoever operates it learns so.
    private func say(late seconds: TimeInterval) {
        guard seconds > TimeInterval(Self.late.components.seconds) else { return }
        let now = ContinuousClock.now
        let isNew = said.withLock { last in
            if let last, now - last < Self.late { return false }
            last = now
            return true
        }
        guard isNew else { return }
        logger.warning("looks come late", metadata: ["ticker": "\(name)", "seconds": "\(Int(seconds))"])
    }

    /// Every place with what was seen there, in the order they were chosen.
    private func sights(of places: [Place]) async -> [(place: Place, sight: Sight)] {
        await withTaskGroup(of: (Int, Sight).self) { group in
            var waiting = places.enumerated().makeIterator()
            var seen: [Int: Sight] = [:]
            func begin(_ next: (offset: Int, element: Place)) {
                group.addTask { [see] in (next.offset, await see(next.element)) }
            }
            for _ in 0..<max(1, most) {
                if let next = waiting.next() { begin(next) }
            }
            while let (index, sight) = await group.next() {
                seen[index] = sight
                if let next = waiting.next() { begin(next) }
            }
            return places.enumerated().compactMap { index, place in seen[index].map { (place, $0) } }
        }
    }
}
