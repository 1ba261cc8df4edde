/// An object that collects work during a transaction and writes it just before COMMIT.
///
/// There is at most one of each type per transaction, made by ``Transaction/companion(_:)`` on first use. A transaction that
/// is run again gets new ones.
package protocol TransactionCompanion: AnyObject {
    /// Makes an empty one.
    init()

    /// Writes what has been collected since the last flush.
    ///
    /// Companions are flushed in the order of their creation. One that is asked for again while others are being flushed is
    /// flushed once more after them.
    func flush(in tx: borrowing Transaction) throws
}

/// The companions of one transaction.
final class Companions {
    private var byType: [ObjectIdentifier: any TransactionCompanion] = [:]
    private var waiting: [ObjectIdentifier] = []

    func find<Companion: TransactionCompanion>(_ type: Companion.Type) -> Companion {
        let id = ObjectIdentifier(type)
        if let companion = byType[id] as? Companion {
            if !waiting.contains(id) { waiting.append(id) }
            return companion
        }
        let companion = Companion()
        byType[id] = companion
        waiting.append(id)
        return companion
    }

    /// What there is, to be brought back later; until then there is nothing.
    func setAside() -> Kept {
        defer { (byType, waiting) = ([:], []) }
        return Kept(byType: byType, waiting: waiting)
    }

    /// Forgets what there is now for what was set aside.
    func bringBack(_ kept: Kept) { (byType, waiting) = (kept.byType, kept.waiting) }

    /// Companions that were set aside.
    struct Kept {
        fileprivate let byType: [ObjectIdentifier: any TransactionCompanion]
        fileprivate let waiting: [ObjectIdentifier]
    }

    /// The next one to flush.
    func next() -> (any TransactionCompanion)? {
        guard !waiting.isEmpty else { return nil }
        return byType[waiting.removeFirst()]
    }
}
