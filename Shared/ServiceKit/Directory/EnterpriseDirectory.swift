import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// The organisations a service knows, kept from what the filing service tells: enterprises, their units, their counties.
package struct EnterpriseDirectory: Sendable {
    /// One enterprise.
    package struct Entry: Hashable, Sendable {
        /// Its id and credit code.
        package let enterprise: EnterpriseRef
        /// Its registered name.
        package let name: String
        /// The county-level jurisdiction it files under.
        package let jurisdiction: String
        /// The units it covers, those that were closed left out.
        package let units: [EnterpriseUnit]

        /// The counties it lies in: that it files under, and those of its units.
        package var counties: Set<String> { Set(units.map(\.county)).union([jurisdiction]) }
        /// The credit codes its people's accounts can name: its own, and those of its units.
        package var creditCodes: [String] { [enterprise.creditCode] + units.compactMap(\.creditCode) }
    }

    package init() {}

    /// Keeps the enterprises that are registered.
    package static let subscription = Subscription.on(EnterpriseRegistered.self) { registered, tx in
        try keep(
            registered.map(\.message).map { fact in
                Word(fact.registered, name: fact.enterpriseName, jurisdiction: fact.jurisdiction, units: fact.units)
            },
            in: tx
        )
    }

    /// Keeps what changes of them.
    package static let changes = Subscription.on(EnterpriseChanged.self) { changed, tx in
        try keep(
            changed.map(\.message).map { fact in
                Word(fact.changed, name: fact.enterpriseName, jurisdiction: fact.jurisdiction, units: fact.units)
            },
            in: tx
        )
    }

    /// The enterprise of that id, or nil where it is not (yet) known.
    package func find(_ id: UUID, in tx: borrowing Transaction) throws -> Entry? {
        try entries(
            tx.query("SELECT id, credit_code, name, jurisdiction FROM enterprise_directory WHERE id = \(id)"),
            in: tx
        ).first
    }

    /// The enterprise of that credit code, or nil where it is not (yet) known.
    package func find(creditCode: String, in tx: borrowing Transaction) throws -> Entry? {
        try entries(
            tx.query(
                "SELECT id, credit_code, name, jurisdiction FROM enterprise_directory WHERE credit_code = \(creditCode)"
            ),
            in: tx
        ).first
    }

    /// The enterprises to whose people an account of that credit code belongs: the one of that code, and those that cover
    /// a unit of that code.
    package func enterprises(ofPeopleOf creditCode: String, in tx: borrowing Transaction) throws -> [Entry] {
        try entries(
            tx.query(
                """
                SELECT id, credit_code, name, jurisdiction FROM enterprise_directory
                WHERE credit_code = \(creditCode) OR id IN (
                    SELECT enterprise FROM unit_directory WHERE credit_code = \(creditCode) AND closed_on IS NULL)
                ORDER BY id
                """
            ),
            in: tx
        )
    }

    /// The counties or zones of these enterprises, where they are known.
    package func jurisdictions(of enterprises: [UUID], in tx: borrowing Transaction) throws -> [UUID: String] {
        let rows = try tx.query(
            "SELECT id, jurisdiction FROM enterprise_directory WHERE id = ANY (\(enterprises)::uuid[])"
        )
        var jurisdictions: [UUID: String] = [:]
        for row in rows { jurisdictions[try row.decode("id")] = try row.decode("jurisdiction") as String }
        return jurisdictions
    }

    private func entries(_ rows: Rows, in tx: borrowing Transaction) throws -> [Entry] {
        var units: [UUID: [EnterpriseUnit]] = [:]
        let ids: [UUID] = try rows.map { try $0.decode("id") }
        guard !ids.isEmpty else { return [] }
        for row in try tx.query(
            """
            SELECT id, enterprise, kind, name, credit_code, county, employees FROM unit_directory
            WHERE enterprise = ANY (\(ids)) AND closed_on IS NULL ORDER BY id
            """
        ) {
            units[try row.decode("enterprise"), default: []].append(try Self.unit(row))
        }
        return try rows.map { row in
            let id: UUID = try row.decode("id")
            return Entry(
                enterprise: EnterpriseRef(id: id, creditCode: try row.decode("credit_code")),
                name: try row.decode("name"),
                jurisdiction: try row.decode("jurisdiction"),
                units: units[id] ?? []
            )
        }
    }

    private static func unit(_ row: Row) throws -> EnterpriseUnit {
        EnterpriseUnit(
            id: try row.decode("id"),
            // It was written from one.
            kind: EnterpriseUnit.Kind(rawValue: try row.decode("kind")) ?? .plant,
            name: try row.decode("name"),
            creditCode: try row.decode("credit_code"),
            county: try row.decode("county"),
            employees: try row.decode("employees"),
            closedOn: nil
        )
    }
}
