import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Filings and enterprises that a transaction changed; their entries are made anew before it commits.
final class RegisterChanges: TransactionCompanion {
    var filings: Set<UUID> = []
    var enterprises: Set<UUID> = []

    init() {}

    func flush(in tx: borrowing Transaction) throws {
        defer { (filings, enterprises) = ([], []) }
        var all = filings
        if !enterprises.isEmpty {
            let changed = Array(enterprises)
            for row in try tx.query("SELECT filing FROM register_entry WHERE enterprise = ANY (\(changed))") {
                all.insert(try row["filing"])
            }
        }
        try KeepRegister().write(all.sorted { $0.uuidString < $1.uuidString }, in: tx)
    }
}

/// Makes entries of the public register out of the filings.
struct KeepRegister: Sendable {
    /// Makes those anew that wait for it, some at a time; true where more is left.
    func refresh(in tx: borrowing Transaction) throws -> Bool {
        let stale: [UUID] = try tx.query(
            "SELECT filing FROM register_stale ORDER BY filing LIMIT 1000 FOR UPDATE SKIP LOCKED"
        )
        .map { try $0["filing"] }
        guard !stale.isEmpty else { return false }
        try write(stale, in: tx)
        try tx.execute("DELETE FROM register_stale WHERE filing = ANY (\(stale))")
        return true
    }

    /// Makes the entries of these filings anew.
    func write(_ filings: [UUID], in tx: borrowing Transaction) throws {
        guard !filings.isEmpty else { return }
        let entries = try entries(of: filings, in: tx)
        guard !entries.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO register_entry (filing, enterprise, kind, name, credit_code, county, agency_code, occupations,
                valid_from, valid_through, standing, name_key, name_pairs, occupation_key, occupation_pairs)
            SELECT filing, enterprise, kind, name, credit_code, county, agency_code, occupations::jsonb,
                valid_from::date, valid_through::date, standing, name_key, string_to_array(name_pairs, chr(31)),
                occupation_key, string_to_array(occupation_pairs, chr(31))
            FROM unnest(
                \(entries.map(\.filing))::uuid[], \(entries.map(\.enterprise))::uuid[],
                \(entries.map(\.kind.rawValue))::text[], \(entries.map(\.name))::text[],
                \(entries.map(\.creditCode))::text[], \(entries.map(\.county))::text[],
                \(entries.map(\.agencyCode))::text[], \(try entries.map { try StateText.of($0.occupations) })::text[],
                \(entries.map(\.term.from.description))::text[],
                \(entries.map(\.term.through.description))::text[], \(entries.map(\.standing.rawValue))::text[],
                \(entries.map(\.nameKey.text))::text[], \(entries.map(\.nameKey.joinedPairs))::text[],
                \(entries.map(\.occupationKey))::text[], \(entries.map(\.occupationPairs))::text[]
            ) AS new (filing, enterprise, kind, name, credit_code, county, agency_code, occupations, valid_from,
                valid_through, standing, name_key, name_pairs, occupation_key, occupation_pairs)
            ON CONFLICT (filing) DO UPDATE SET name = excluded.name, county = excluded.county,
                occupations = excluded.occupations, valid_from = excluded.valid_from,
                valid_through = excluded.valid_through, standing = excluded.standing, name_key = excluded.name_key,
                name_pairs = excluded.name_pairs, occupation_key = excluded.occupation_key,
                occupation_pairs = excluded.occupation_pairs
            """
        )
    }

    /// What the lives of these filings say now.
    private func entries(of filings: [UUID], in tx: borrowing Transaction) throws -> [NewEntry] {
        try tx.query(
            """
            SELECT tenure.filing AS id, tenure.state, enterprise.id AS enterprise, enterprise.name, credit_code, jurisdiction
            FROM tenure JOIN enterprise ON enterprise.id = tenure.enterprise
            WHERE tenure.filing = ANY (\(filings)) ORDER BY tenure.filing
            """
        ).compactMap { row in try NewEntry(row, row.json("state", as: Tenure.self)) }
    }

    /// An entry as it is written.
    private struct NewEntry {
        let filing: UUID
        let enterprise: UUID
        let kind: RegisterKind
        let name: String
        let creditCode: String
        let county: String
        let agencyCode: String
        let term: Term
        let occupations: [FiledOccupation]
        let standing: RegisterState
        let nameKey: SearchKey
        let occupationKey: String
        let occupationPairs: String

        init?(_ row: Row, _ tenure: Tenure) throws {
            guard let life = tenure.life else { return nil }
            filing = try row["id"]
            enterprise = try row["enterprise"]
            name = try row["name"]
            creditCode = try row["credit_code"]
            county = try row["jurisdiction"]
            kind = life.kind == .general ? .general : .special
            agencyCode = life.agencyCode.text
            term = life.term
            let occupations = life.occupations
            self.occupations = occupations
            standing =
                switch tenure.standing {
                case .inForce: .inForce
                case .suspended: .suspended
                case .cancelled: .cancelled
                }
            nameKey = SearchKey(name)
            let keys = occupations.map { filed in
                let occupation = filed.occupation
                return SearchKey("\(occupation.name)/\(occupation.specialty ?? "")/\(occupation.code)")
            }
            occupationKey = keys.map(\.text).joined(separator: "\n")
            occupationPairs = Set(keys.flatMap(\.pairs)).sorted().joined(separator: "\u{1F}")
        }
    }
}

extension SearchKey {
    /// The pairs in one text, as they go to the database.
    fileprivate var joinedPairs: String { pairs.joined(separator: "\u{1F}") }
}
