import Contracts
import Foundation
import Kernel
import Postgres

/// The append-only history of a service, written in the transaction of the state it explains.
package struct Journal: Sendable {
    package init() {}

    /// Notes what was decided about some aggregates; written in one statement before COMMIT.
    ///
    /// `aggregate` is what they are, the name of their table; `coded` the bytes of the only event of those aggregates of which
    /// they are known already.
    package func append<Aggregate: Decider>(
        _ stored: [Stored<Aggregate>],
        of aggregate: String,
        because cause: Cause,
        coded: [UUID: [UInt8]] = [:],
        in tx: borrowing Transaction
    ) throws where Aggregate.Event: Encodable {
        let pending = tx.companion(PendingEntries.self)
        for one in stored {
            for (offset, event) in one.events.enumerated() {
                let known = one.events.count == 1 ? coded[one.id] : nil
                let bytes = try known ?? WireFormat.encode(event)
                pending.entries.append(
                    PendingEntries.Entry(
                        aggregate: aggregate,
                        id: one.id,
                        version: one.version + offset + 1,
                        kind: try Self.kind(of: bytes),
                        cause: cause,
                        event: bytes
                    )
                )
            }
        }
    }

    /// Notes what was decided about one aggregate.
    package func append<Aggregate: Decider>(
        _ stored: Stored<Aggregate>,
        of aggregate: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws where Aggregate.Event: Encodable {
        try append([stored], of: aggregate, because: cause, in: tx)
    }

    /// An event is an enum; its coding is an object with one member, the name of its case.
    private static func kind(of event: [UInt8]) throws -> String {
        guard let members = MemberReader(event)?.members, members.count == 1 else { throw NotAnEvent() }
        return members[0].name
    }

    /// A domain event that is not coded as an enum case.
    package struct NotAnEvent: Error {}
}

/// What a transaction will add to the journal.
private final class PendingEntries: TransactionCompanion {
    struct Entry {
        let aggregate: String
        let id: UUID
        let version: Int
        let kind: String
        let cause: Cause
        let event: [UInt8]
    }

    var entries: [Entry] = []

    init() {}

    func flush(in tx: borrowing Transaction) throws {
        guard !entries.isEmpty else { return }
        CrashPoint.reach("journal.before-write")
        try tx.send(
            """
            INSERT INTO journal (aggregate, aggregate_id, version, kind, actor, at, correlation, causation, event)
            SELECT * FROM unnest(
                \(entries.map(\.aggregate))::text[], \(entries.map(\.id))::uuid[], \(entries.map(\.version))::int[],
                \(entries.map(\.kind))::text[], \(entries.map(\.cause.actor))::text[],
                \(entries.map(\.cause.now))::timestamptz[], \(entries.map(\.cause.correlation))::uuid[],
                \(entries.map(\.cause.causation))::uuid[], \(entries.map(\.event))::bytea[])
            """
        )
    }
}
