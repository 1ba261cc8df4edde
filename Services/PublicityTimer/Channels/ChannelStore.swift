import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The places of display: loads and saves them.
struct ChannelStore {
    /// A channel, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Channel> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM channel WHERE id = \(id) FOR UPDATE")
        guard let channel = try rows.map(stored).first else { throw NotFound("channel") }
        return channel
    }

    /// All channels of a notice, oldest first; nothing is locked.
    func channels(of notice: UUID, in tx: borrowing Transaction) throws -> [Stored<Channel>] {
        try tx.query("SELECT id, version, state::text AS state FROM channel WHERE notice = \(notice) ORDER BY id")
            .map(stored)
    }

    /// A channel as it is; nothing is locked.
    ///
    /// - Throws: `NotFound`.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Channel> {
        let rows = try tx.query("SELECT id, version, state::text AS state FROM channel WHERE id = \(id)")
        guard let channel = try rows.map(stored).first else { throw NotFound("channel") }
        return channel
    }

    /// Some pages that are to look at themselves, and since when, those longest first.
    ///
    /// They are locked; those another replica looks at are passed over.
    func loadDue(
        at now: Date,
        atMost count: Int,
        in tx: borrowing Transaction
    ) throws -> [(channel: Stored<Channel>, at: Date)] {
        try tx.query(
            """
            SELECT id, version, state::text AS state, check_at FROM channel
            WHERE check_at <= \(now) ORDER BY check_at, id LIMIT \(count) FOR UPDATE SKIP LOCKED
            """
        ).map { row in (try stored(row), try row.decode("check_at")) }
    }

    /// When pages look at themselves next; nil for never again.
    func plan(_ plans: [(channel: UUID, at: Date?)], in tx: borrowing Transaction) throws {
        try tx.execute(
            """
            UPDATE channel SET check_at = t.at
            FROM unnest(\(plans.map(\.channel))::uuid[], \(plans.map(\.at))::timestamptz[]) AS t(id, at)
            WHERE channel.id = t.id
            """
        )
    }

    /// Writes what was decided about channels that exist.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func update(_ channels: [Stored<Channel>], in tx: borrowing Transaction) throws {
        guard let first = channels.first else { return }
        let updated = try tx.execute(
            """
            UPDATE channel SET version = t.version, state = t.state::jsonb
            FROM unnest(
                \(channels.map(\.id))::uuid[], \(channels.map(\.version))::int[], \(channels.map(\.newVersion))::int[],
                \(try channels.map { try Column.text($0.state) })::text[]) AS t(id, loaded, version, state)
            WHERE channel.id = t.id AND channel.version = t.loaded
            """
        )
        guard updated == channels.count else {
            throw VersionMismatch(expected: first.version, actual: first.version + 1)
        }
    }

    /// Writes what was decided about a channel.
    ///
    /// - Throws: `VersionMismatch` when it was changed since it was loaded.
    func save(_ channel: Stored<Channel>, in tx: borrowing Transaction) throws {
        guard !channel.events.isEmpty, let placement = channel.state.placement else { return }
        let state = try Column.text(channel.state)
        if channel.version == 0 {
            let checkAt: Date? = placement.kind == .page ? placement.putUpAt : nil
            try tx.execute(
                """
                INSERT INTO channel (id, version, notice, kind, check_at, state) VALUES (\(channel.id),
                    \(channel.newVersion), \(placement.notice), \(placement.kind.rawValue), \(checkAt)::timestamptz,
                    \(state)::text::jsonb)
                """
            )
        } else {
            try update([channel], in: tx)
        }
    }

    private func stored(_ row: Row) throws -> Stored<Channel> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
