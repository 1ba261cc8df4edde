import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The authority's table of counties and zones.
struct Jurisdictions: Sendable {
    /// The code of a county or zone that somebody names by code or by name; nil where there is none such.
    func code(of text: String, in tx: borrowing Transaction) throws -> String? {
        try tx.query("SELECT code FROM jurisdiction WHERE code = \(text) OR name = \(text)").first.map {
            try $0["code"]
        }
    }

    /// All lines, by code.
    func all(in tx: borrowing Transaction) throws -> [Jurisdiction.Entry] {
        try tx.query("SELECT code, name, gb2260_parent FROM jurisdiction ORDER BY code").map(Self.entry)
    }

    /// The lines of these codes, locked; those not in the table are new ones.
    func open(_ codes: [String], in tx: borrowing Transaction) throws -> [String: Stored<Jurisdiction>] {
        let rows = try tx.query(
            """
            SELECT id, version, code, name, gb2260_parent FROM jurisdiction WHERE code = ANY (\(codes))
            ORDER BY code FOR UPDATE
            """
        )
        var found: [String: Stored<Jurisdiction>] = [:]
        for row in rows {
            let entry = try Self.entry(row)
            found[entry.code] = Stored(id: try row["id"], version: try row["version"], state: .listed(entry))
        }
        for code in codes where found[code] == nil { found[code] = Stored(new: NewID.v7()) }
        return found
    }

    /// Writes what was decided.
    func save(_ all: [Stored<Jurisdiction>], in tx: borrowing Transaction) throws {
        let rows = all.filter { !$0.events.isEmpty }.compactMap { one in one.state.entry.map { (one, $0) } }
        guard !rows.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO jurisdiction (id, version, code, name, gb2260_parent)
            SELECT * FROM unnest(
                \(rows.map(\.0.id))::uuid[], \(rows.map(\.0.newVersion))::int[], \(rows.map(\.1.code))::text[],
                \(rows.map(\.1.name))::text[], \(rows.map(\.1.parent))::text[])
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, gb2260_parent = excluded.gb2260_parent,
                version = excluded.version
            """
        )
    }

    private static func entry(_ row: Row) throws -> Jurisdiction.Entry {
        Jurisdiction.Entry(code: try row["code"], name: try row["name"], parent: try row["gb2260_parent"])
    }
}
