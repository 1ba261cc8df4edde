import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The certificates as people look for them; nothing is locked.
struct CertificateRegister {
    /// What a list is narrowed to; nil is all.
    struct Filter {
        let creditCode: String?
        let stage: Certificate.Stage?
    }

    /// At most `limit` certificates after one, oldest first.
    func list(_ filter: Filter, after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [Stored<Certificate>]
    {
        let rows = try tx.query(
            """
            SELECT id, version, state FROM certificate
            WHERE (\(filter.creditCode)::text IS NULL OR credit_code = \(filter.creditCode)::text)
              AND (\(filter.stage?.rawValue)::text IS NULL OR stage = \(filter.stage?.rawValue)::text)
              AND id > \(after ?? .lowest)::uuid
            ORDER BY id LIMIT \(limit)
            """
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// The certificates of a registration, in the order of the list.
    func list(of registration: UUID, in tx: borrowing Transaction) throws -> [Stored<Certificate>] {
        let rows = try tx.query(
            "SELECT id, version, state FROM certificate WHERE registration = \(registration) ORDER BY place"
        )
        return try rows.map(RegistrationStore.stored)
    }

    /// A certificate, or nil.
    func find(_ id: UUID, in tx: borrowing Transaction) throws -> Stored<Certificate>? {
        try tx.query("SELECT id, version, state FROM certificate WHERE id = \(id)").first.map(RegistrationStore.stored)
    }

    /// The issued certificate of a number, in force or not, or nil.
    func issued(_ number: CertificateNumber, in tx: borrowing Transaction) throws -> Certificate? {
        let rows = try tx.query(
            "SELECT id, version, state FROM certificate WHERE number = \(number.text) AND stage IN ('issued', 'suspended')"
        )
        let found: Stored<Certificate>? = try rows.first.map(RegistrationStore.stored)
        return found?.state
    }
}
