import CertificateDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The uploads as people look for them; nothing is locked.
struct UploadRegister {
    /// What a list is narrowed to; nil is all.
    struct Filter {
        var registration: UUID?
        var person: UUID?
        var creditCode: String?
        var stage: Upload.Stage?
    }

    /// At most `limit` uploads after one, oldest first, each with its holder's name.
    func list(_ filter: Filter, after: UUID?, limit: Int, in tx: borrowing Transaction) throws -> [UploadView] {
        try tx.query(
            """
            SELECT upload.id, upload.version, upload.state, certificate.state AS certificate FROM upload
            JOIN certificate ON certificate.id = upload.certificate
            WHERE (\(filter.registration)::uuid IS NULL OR certificate.registration = \(filter.registration)::uuid)
              AND (\(filter.person)::uuid IS NULL OR upload.person = \(filter.person)::uuid)
              AND (\(filter.creditCode)::text IS NULL OR upload.credit_code = \(filter.creditCode)::text)
              AND (\(filter.stage?.rawValue)::text IS NULL OR upload.stage = \(filter.stage?.rawValue)::text)
              AND upload.id > \(after ?? .lowest)::uuid
            ORDER BY upload.id LIMIT \(limit)
            """
        ).compactMap { row in
            let upload: Stored<Upload> = try RegistrationStore.stored(row)
            let certificate: Certificate = try row.json("certificate")
            return UploadView(upload, name: certificate.holding?.name ?? "")
        }
    }
}
