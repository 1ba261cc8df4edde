import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
import PublicityTimerDomain

/// The notices: loads and saves sets of them.
struct NoticeStore {
    /// The notices of these ids that exist, locked, in the order of their ids.
    func load(_ ids: [UUID], in tx: borrowing Transaction) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE id = ANY (\(ids)::uuid[]) ORDER BY id FOR UPDATE
            """
        ).map(stored)
    }

    /// The notice of an id, locked.
    ///
    /// - Throws: `NotFound`.
    func load(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Notice> {
        guard let notice = try load([id], in: tx).first else { throw NotFound("notice") }
        return notice
    }

    /// The notices of these lists that exist, locked, by list.
    func load(lists: [UUID], in tx: borrowing Transaction) throws -> [UUID: Stored<Notice>] {
        let notices = try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE list = ANY (\(lists)::uuid[]) ORDER BY id FOR UPDATE
            """
        ).map(stored)
        return Dictionary(notices.compactMap { notice in notice.state.posting.map { ($0.list, notice) } }) { $1 }
    }

    /// Some notices whose settled end has come, locked; those another replica works on are passed over.
    func loadDue(at now: Date, atMost count: Int, in tx: borrowing Transaction) throws -> [Stored<Notice>] {
        try tx.query(
            """
            SELECT id, version, state::text AS state FROM notice
            WHERE phase = 'running' AND official AND ends_at <= \(now)
            ORDER BY ends_at, id LIMIT \(count) FOR UPDATE SKIP LOCKED
            """
        ).map(stored)
    }

    /// Writes what was decided about some notices.
    ///
    /// - Throws: `VersionMismatch` when one was changed since it was loaded.
    func save(_ changed: [Stored<Notice>], in tx: borrowing Transaction) throws {
        let new = changed.filter { $0.version == 0 && !$0.events.isEmpty }
        let old = changed.filter { $0.version > 0 && !$0.events.isEmpty }
        if !new.isEmpty { try insert(new, in: tx) }
        guard !old.isEmpty else { return }
        let updated = try tx.execute(
            """
            UPDATE notice SET version = t.version, phase = t.phase, state = t.state::jsonb
            FROM unnest(
                \(old.map(\.id))::uuid[], \(old.map(\.version))::int[], \(old.map(\.newVersion))::int[],
                \(old.map(\.state.phase.rawValue))::text[], \(try old.map(\.state).map(Column.text))::text[])
                AS t(id, loaded, version, phase, state)
            WHERE notice.id = t.id AND notice.version = t.loaded
            """
        )
        guard updated == old.count else { throw VersionMismatch(expected: old[0].version, actual: old[0].newVersion) }
    }

    private func insert(_ new: [Stored<Notice>], in tx: borrowing Transaction) throws {
        let postings = new.compactMap(\.state.posting)
        try tx.execute(
            """
            INSERT INTO notice (id, version, phase, state, list, credit_code, ends_at, official)
            SELECT id, version, phase, state::jsonb, list, credit_code, ends_at, official FROM unnest(
                \(new.map(\.id))::uuid[], \(new.map(\.newVersion))::int[],
                \(new.map(\.state.phase.rawValue))::text[], \(try new.map(\.state).map(Column.text))::text[],
                \(postings.map(\.list))::uuid[], \(postings.map(\.publisher.creditCode))::text[],
                \(postings.map(\.period.endsAt))::timestamptz[],
                \(postings.map { $0.period.authority == .official })::bool[])
                AS t(id, version, phase, state, list, credit_code, ends_at, official)
            """
        )
    }

    private func stored(_ row: Row) throws -> Stored<Notice> {
        Stored(
            id: try row.decode("id"),
            version: try row.decode("version"),
            state: try Column.value(row.decode("state", as: String.self))
        )
    }
}
