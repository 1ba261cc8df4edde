import CertificateDomain
import Foundation
import Kernel
import Postgres

/// The register of certificates as people look for them: those issued here and those entered from lists; nothing is locked.
struct RegisterEntries {
    /// What it is narrowed to; nil is all.
    struct Filter: Sendable {
        var creditCode: String?
        var unit: String?
        /// The code or the name of an occupation.
        var occupation: String?
        /// The year of issue.
        var year: Int?
        var status: String?
        /// Whether only those issued here, or only those entered from lists.
        var isHistoric: Bool?
    }

    /// By what it is counted.
    enum Grouping: String, CaseIterable, Sendable {
        case enterprise, unit, occupation, year, status
    }

    /// How many there are of one kind.
    struct Count {
        let key: String
        let name: String
        let certificates: Int
        /// Of them those in force.
        let inForce: Int
    }

    /// At most `limit` entries after one, oldest first.
    func page(
        _ filter: Filter,
        after: UUID?,
        limit: Int,
        in tx: borrowing Transaction
    ) throws -> [RegisterEntry] {
        try tx.query(
            """
            SELECT *, issued_on::text AS issued_day FROM certificate_entry
            WHERE \(Self.condition(filter)) AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        ).map(RegisterEntry.init)
    }

    /// How many there are of each kind, most first.
    func counts(_ filter: Filter, by grouping: Grouping, in tx: borrowing Transaction) throws -> [Count] {
        let (key, name): (SQL, SQL) =
            switch grouping {
            case .enterprise: ("credit_code", "max(issuer_name)")
            case .unit:
                ("credit_code || ' ' || coalesce(unit, '')", "max(issuer_name) || ' ' || max(coalesce(unit, ''))")
            case .occupation:
                ("coalesce(nullif(occupation ->> 'code', ''), occupation ->> 'name')", "max(occupation ->> 'name')")
            case .year: ("extract(year FROM issued_on)::int::text", "max(extract(year FROM issued_on)::int)::text")
            case .status: ("status", "max(status)")
            }
        return try tx.query(
            """
            SELECT \(key) AS key, \(name) AS name, count(*) AS certificates,
                count(*) FILTER (WHERE status = 'issued') AS in_force
            FROM certificate_entry WHERE \(Self.condition(filter))
            GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1000
            """
        ).map {
            try Count(
                key: $0.decode("key"),
                name: $0.decode("name"),
                certificates: $0.decode("certificates"),
                inForce: $0.decode("in_force")
            )
        }
    }

    private static func condition(_ filter: Filter) -> SQL {
        """
        (\(filter.creditCode)::text IS NULL OR credit_code = \(filter.creditCode)::text)
        AND (\(filter.unit)::text IS NULL OR unit = \(filter.unit)::text)
        AND (\(filter.occupation)::text IS NULL
            OR \(filter.occupation)::text IN (occupation ->> 'code', occupation ->> 'name'))
        AND (\(filter.year)::int IS NULL OR extract(year FROM issued_on)::int = \(filter.year)::int)
        AND (\(filter.status)::text IS NULL OR status = \(filter.status)::text)
        AND (\(filter.isHistoric)::bool IS NULL OR is_historic = \(filter.isHistoric)::bool)
        """
    }
}

/// One certificate of the register.
struct RegisterEntry: Encodable {
    let id: ID<Certificate>
    /// Whether it was issued before this register was kept.
    let isHistoric: Bool
    let number: String
    let name: String
    let unit: String
    let occupation: Occupation
    let issuer: String
    let creditCode: String
    let issuedOn: LocalDate
    let status: String
    let statusName: String

    init(_ row: Row) throws {
        id = ID(try row.decode("id"))
        isHistoric = try row.decode("is_historic")
        number = try row.decode("number")
        name = try row.decode("name")
        unit = try row.decode("unit")
        occupation = try row.json("occupation")
        issuer = try row.decode("issuer_name")
        creditCode = try row.decode("credit_code")
        issuedOn = LocalDate(try row.decode("issued_day", as: String.self)) ?? .earliest
        status = try row.decode("status")
        statusName = Self.name(ofStatus: status)
    }

    /// A status in words.
    static func name(ofStatus status: String) -> String {
        switch status {
        case Certificate.Stage.issued.rawValue: CertificateStatus.valid.chinese
        case "struck": "录入有误,已撤下"
        default: CertificateStatus(rawValue: status)?.chinese ?? status
        }
    }
}
