import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// Who was determined at one time from a notice's list; nothing of their identity documents.
struct DeterminedList {
    let determinedAt: Date
    let names: [Name]

    /// One person.
    struct Name: Codable {
        let person: UUID
        let name: String
        let unit: String
        let occupation: Occupation
    }
}

/// The determinations of lists that were on show here, as evaluation told them.
struct DeterminedStore {
    /// Keeps what was determined; a fact told twice is kept once.
    func keep(_ determinations: [ListApproved], in tx: borrowing Transaction) throws {
        let names = try determinations.map { list in
            try Column.text(
                list.names.map {
                    DeterminedList.Name(person: $0.person, name: $0.name, unit: $0.unit, occupation: $0.occupation)
                }
            )
        }
        try tx.execute(
            """
            INSERT INTO determined_list (id, notice, determined_at, names)
            SELECT id, notice, determined_at, names::jsonb FROM unnest(
                \(determinations.map(\.determination))::uuid[], \(determinations.map(\.notice))::uuid[],
                \(determinations.map(\.determinedAt))::timestamptz[], \(names)::text[])
                AS t(id, notice, determined_at, names)
            ON CONFLICT (id) DO NOTHING
            """
        )
    }

    /// What was determined from a notice, oldest first.
    func lists(of notice: UUID, in tx: borrowing Transaction) throws -> [DeterminedList] {
        try tx.query(
            """
            SELECT determined_at, names::text AS names FROM determined_list
            WHERE notice = \(notice) ORDER BY determined_at, id
            """
        ).map { row in
            DeterminedList(
                determinedAt: try row.decode("determined_at"),
                names: try Column.value(row.decode("names", as: String.self))
            )
        }
    }
}
