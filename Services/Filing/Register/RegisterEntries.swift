import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The rows of the public register.
struct RegisterEntries: Sendable {
    /// A page of entries after a filing, the newest first, as they stand on a day.
    ///
    /// Only conditions that are asked for stand in the statement, so that the server plans for these.
    func page(
        _ filter: RegisterFilter,
        on day: LocalDate,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [RegisterEntry] {
        var sql: SQL = """
            SELECT filing, kind, entry.name, credit_code, place.name AS county, agency_code, occupations,
                valid_from::text AS valid_from, valid_through::text AS valid_through, standing
            FROM register_entry AS entry JOIN jurisdiction AS place ON place.code = entry.county WHERE true
            """
        if let after { sql += " AND filing < \(after)" }
        sql += Self.condition(filter, on: day)
        sql += " ORDER BY filing DESC LIMIT \(limit)"
        // A plan for values nobody asked for would walk the whole register.
        try tx.execute("SET LOCAL plan_cache_mode = force_custom_plan")
        return try tx.query(sql).map { try Self.entry($0, on: day) }
    }

    /// One entry; nil where there is none.
    func find(_ filing: UUID, on day: LocalDate, in tx: borrowing Transaction) throws -> RegisterEntry? {
        try tx.query(
            """
            SELECT filing, kind, entry.name, credit_code, place.name AS county, agency_code, occupations,
                valid_from::text AS valid_from, valid_through::text AS valid_through, standing
            FROM register_entry AS entry JOIN jurisdiction AS place ON place.code = entry.county
            WHERE filing = \(filing)
            """
        ).first.map { try Self.entry($0, on: day) }
    }

    private static func condition(_ filter: RegisterFilter, on day: LocalDate) -> SQL {
        var sql: SQL = ""
        if let words = filter.words {
            let key = SearchKey(words)
            if Self.isCode(key.text) {
                let (from, to) = (key.text, key.text + "~")
                sql += """
                     AND (credit_code ~>=~ \(from) AND credit_code ~<~ \(to)
                        OR agency_code ~>=~ \(from) AND agency_code ~<~ \(to)
                        OR name_pairs @> \(key.wanted)::text[] AND position(\(key.text)::text IN name_key) > 0)
                    """
            } else if !key.text.isEmpty {
                sql += " AND name_pairs @> \(key.wanted)::text[] AND position(\(key.text)::text IN name_key) > 0"
            }
        }
        if let occupation = filter.occupation {
            let key = SearchKey(occupation)
            if !key.text.isEmpty {
                sql += """
                     AND occupation_pairs @> \(key.wanted)::text[]
                    AND position(\(key.text)::text IN occupation_key) > 0
                    """
            }
        }
        if let county = filter.county { sql += " AND entry.county = \(county)" }
        if let kind = filter.kind { sql += " AND kind = \(kind.rawValue)" }
        let today: SQL = "\(day.description)::text::date"
        switch filter.phase {
        case nil: break
        case .inForce: sql += " AND standing = 'in-force' AND valid_through >= \(today)"
        case .expired: sql += " AND standing = 'in-force' AND valid_through < \(today)"
        case .suspended: sql += " AND standing = 'suspended'"
        case .cancelled: sql += " AND standing = 'cancelled'"
        }
        return sql
    }

    /// Whether a text can be the beginning of a credit or agency code.
    private static func isCode(_ text: String) -> Bool {
        (3...18).contains(text.count)
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) }
    }

    private static func entry(_ row: Row, on day: LocalDate) throws -> RegisterEntry {
        let standing: String = try row["standing"]
        let through = try Self.written(row, "valid_through")
        let phase = RegisterState(rawValue: standing) ?? .inForce
        return RegisterEntry(
            filing: try row["filing"],
            kind: RegisterKind(rawValue: try row["kind"]) ?? .general,
            name: try row["name"],
            creditCode: try row["credit_code"],
            county: try row["county"],
            agencyCode: try row["agency_code"],
            occupations: try row.json("occupations"),
            validFrom: try Self.written(row, "valid_from"),
            validThrough: through,
            phase: phase == .inForce && through < day ? .expired : phase
        )
    }

    private static func written(_ row: Row, _ column: String) throws -> LocalDate {
        guard let day = LocalDate(try row.decode(column, as: String.self)) else { throw NotFound("day") }
        return day
    }
}
