import Foundation
import Postgres

/// How names of lists stand by what publicity said last.
///
/// The row is there before there is a registration, so that one opened later knows what was said before it.
struct NameStandingStore {
    /// Whose standing it is: a name of a list, or all names of it where there is no person.
    struct Key: Hashable {
        let list: UUID
        let person: UUID?
    }

    enum Standing: String {
        case held, free, removed
    }

    /// A standing, with the reason of a removal.
    struct Entry {
        let key: Key
        let standing: Standing
        let reason: String?
    }

    /// Lets nobody else read or change the standings of these lists until the transaction ends.
    ///
    /// Registrations are opened and objections followed under this lock, so that neither misses the other.
    func lock(_ lists: some Sequence<UUID>, in tx: borrowing Transaction) throws {
        for list in Set(lists).sorted(by: { $0.uuidString < $1.uuidString }) {
            let key = "name_standing \(list.uuidString)"
            _ = try tx.query("SELECT pg_advisory_xact_lock(hashtextextended(\(key), 0))")
        }
    }

    /// Keeps standings, each key once.
    func keep(_ entries: [Entry], in tx: borrowing Transaction) throws {
        guard !entries.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO name_standing (list, person, standing, reason)
            SELECT * FROM unnest(
                \(entries.map(\.key.list))::uuid[], \(entries.map(\.key.person))::uuid[],
                \(entries.map(\.standing.rawValue))::text[], \(entries.map(\.reason))::text[])
            ON CONFLICT (list, person) DO UPDATE SET standing = excluded.standing, reason = excluded.reason
            """
        )
    }

    /// What was said of names of these lists and of the lists themselves, but for what is free.
    func load(_ lists: [UUID], in tx: borrowing Transaction) throws -> [Key: Standing] {
        let rows = try tx.query(
            "SELECT list, person, standing FROM name_standing WHERE list = ANY(\(lists)::uuid[]) AND standing <> 'free'"
        )
        return try Dictionary(
            rows.compactMap { row in
                let standing: String = try row.decode("standing")
                let key = Key(list: try row.decode("list"), person: try row.decode("person"))
                return Standing(rawValue: standing).map { (key, $0) }
            },
            uniquingKeysWith: { $1 }
        )
    }
}
