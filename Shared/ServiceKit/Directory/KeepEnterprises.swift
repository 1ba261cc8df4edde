import Contracts
import Foundation
import Kernel
import Postgres

extension EnterpriseDirectory {
    /// What the filing service says of one enterprise.
    struct Word {
        let enterprise: EnterpriseRef
        let name: String
        let jurisdiction: String
        /// Nil where it says nothing of units, as it did before they were on record.
        let units: [EnterpriseUnit]?

        init(_ enterprise: EnterpriseRef, name: String, jurisdiction: String, units: [EnterpriseUnit]?) {
            self.enterprise = enterprise
            self.name = name
            self.jurisdiction = jurisdiction
            self.units = units
        }
    }

    /// Keeps what was said; of several words about one enterprise the last counts, as one statement cannot touch a row twice.
    static func keep(_ words: [Word], in tx: borrowing Transaction) throws {
        let last = Dictionary(words.map { ($0.enterprise.id, $0) }) { $1 }.values
        let words = last.sorted { $0.enterprise.id.uuidString < $1.enterprise.id.uuidString }
        try tx.execute(
            """
            INSERT INTO enterprise_directory (id, credit_code, name, jurisdiction)
            SELECT * FROM unnest(
                \(words.map(\.enterprise.id))::uuid[], \(words.map(\.enterprise.creditCode))::text[],
                \(words.map(\.name))::text[], \(words.map(\.jurisdiction))::text[])
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, jurisdiction = excluded.jurisdiction
            """
        )
        try keepUnits(words, in: tx)
    }

    private static func keepUnits(_ words: [Word], in tx: borrowing Transaction) throws {
        let told = words.filter { $0.units != nil }
        guard !told.isEmpty else { return }
        try tx.execute("DELETE FROM unit_directory WHERE enterprise = ANY (\(told.map(\.enterprise.id)))")
        let units = told.flatMap { word in (word.units ?? []).map { (word.enterprise.id, $0) } }
        guard !units.isEmpty else { return }
        try tx.execute(
            """
            INSERT INTO unit_directory (id, enterprise, kind, name, credit_code, county, employees, closed_on)
            SELECT id, enterprise, kind, name, credit_code, county, employees, closed_on::date FROM unnest(
                \(units.map(\.1.id))::uuid[], \(units.map(\.0))::uuid[], \(units.map(\.1.kind.rawValue))::text[],
                \(units.map(\.1.name))::text[], \(units.map(\.1.creditCode))::text[], \(units.map(\.1.county))::text[],
                \(units.map(\.1.employees))::int[], \(units.map { $0.1.closedOn?.description })::text[]
            ) AS told (id, enterprise, kind, name, credit_code, county, employees, closed_on)
            ON CONFLICT (id) DO UPDATE SET enterprise = excluded.enterprise, kind = excluded.kind,
                name = excluded.name, credit_code = excluded.credit_code, county = excluded.county,
                employees = excluded.employees, closed_on = excluded.closed_on
            """
        )
    }
}
