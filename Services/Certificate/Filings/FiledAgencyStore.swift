import CertificateDomain
import Contracts
import Foundation
import Postgres

/// What the filing service said of filings; an aid to auditors, never awaited.
struct FiledAgencyStore {
    /// A filing as it was accepted.
    struct Entry: Hashable {
        let agencyCode: String
        let authority: String
        let receiptNumber: String
        /// Whether the provincial centre accepted it.
        let isProvincial: Bool
    }

    /// Keeps the last word about each filing.
    func keep(_ filings: [FilingAccepted], in tx: borrowing Transaction) throws {
        let last = Dictionary(filings.map { ($0.filing, $0) }, uniquingKeysWith: { $1 })
        let filings = last.values.sorted { $0.filing.uuidString < $1.filing.uuidString }
        try tx.execute(
            """
            INSERT INTO filed_agency (filing, agency_code, authority, receipt_number, is_provincial)
            SELECT * FROM unnest(
                \(filings.map(\.filing))::uuid[], \(filings.map(\.agencyCode))::text[],
                \(filings.map(\.authority))::text[], \(filings.map(\.receiptNumber))::text[],
                \(filings.map { $0.authorityKind == AuthorityKind.provinceCentre.rawValue })::boolean[])
            ON CONFLICT (filing) DO UPDATE SET
                agency_code = excluded.agency_code, authority = excluded.authority,
                receipt_number = excluded.receipt_number, is_provincial = excluded.is_provincial
            """
        )
    }

    /// What was heard of a filing, nil when nothing was.
    func find(_ filing: UUID, in tx: borrowing Transaction) throws -> Entry? {
        try tx.query(
            "SELECT agency_code, authority, receipt_number, is_provincial FROM filed_agency WHERE filing = \(filing)"
        ).map {
            try Entry(
                agencyCode: $0.decode("agency_code"),
                authority: $0.decode("authority"),
                receiptNumber: $0.decode("receipt_number"),
                isProvincial: $0.decode("is_provincial")
            )
        }.first
    }

    /// What was heard of the filing a batch rests on.
    func filed(_ batch: Batch?, in tx: borrowing Transaction) throws -> FiledAgency {
        guard let filing = batch?.filing, let entry = try find(filing, in: tx) else { return .unheard }
        return .code(entry.agencyCode, isProvincial: entry.isProvincial)
    }
}
