import CertificateDomain
import Contracts
import Cryptography
import Foundation
import Kernel

/// What travels between this system and the provincial one; docs/api/province.yaml describes it.
enum ProvinceWire {
    /// One person's record of one revision, as it is sent.
    struct Row: Codable, Hashable {
        let upload: UUID
        let revision: Int
        let creditCode: String
        /// The month of the determination, `2026-10`.
        let month: String
        /// Makes digests of the record unguessable; drawn anew for each revision.
        let salt: String
        /// Values by item; what is not known is left out.
        let record: [String: String]
        /// Why the record is to be taken out; nil where it is to be taken in.
        var withdrawn: String?

        /// The next sending of it, which has the province take the record out.
        func withdrawal(_ reason: String) -> Row {
            Row(
                upload: upload,
                revision: revision + 1,
                creditCode: creditCode,
                month: month,
                salt: salt,
                record: record,
                withdrawn: reason
            )
        }

        /// The same with the number and the day of issue of a certificate.
        func issued(as certificate: Certificate) -> Row {
            var record = record
            record[RecordItem.certificateNumber.rawValue] = certificate.number?.text
            record[RecordItem.issuedOn.rawValue] = certificate.issuedOn?.description
            return Row(
                upload: upload,
                revision: revision,
                creditCode: creditCode,
                month: month,
                salt: salt,
                record: record,
                withdrawn: withdrawn
            )
        }

        /// Whether it says the same as another, but for salts.
        func isSame(as other: Row, besides items: Set<RecordItem> = []) -> Bool {
            let left = Set(items.map(\.rawValue))
            func said(_ row: Row) -> [String: String] { row.record.filter { !left.contains($0.key) } }
            return creditCode == other.creditCode && month == other.month && withdrawn == other.withdrawn
                && said(self) == said(other)
        }

        /// A digest of each value, 16 hexadecimal digits.
        var fields: [String: String] {
            Dictionary(
                uniqueKeysWithValues: record.map { name, value in
                    (name, String(Digest.sha256Hex(Array("\(salt)\n\(name)\n\(value)".utf8)).prefix(16)))
                }
            )
        }

        /// A digest of the whole record.
        var digest: String { Self.digest(fields) }

        /// A digest of the digests of fields, in the order of their names.
        static func digest(_ fields: [String: String]) -> String {
            let lines = fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)\n" }
            return Digest.sha256Hex(Array(lines.joined().utf8))
        }
    }

    /// What the province says of one record.
    struct Told: Codable, Hashable {
        let upload: UUID
        let revision: Int
        let outcome: Receipt.Outcome
        let reason: String?
        let number: String?
        let reference: String?
        let at: Date

        /// The receipt, as heard over a way.
        func receipt(_ source: Receipt.Source) -> Receipt {
            Receipt(
                revision: revision,
                outcome: outcome,
                reason: reason.map { String($0.prefix(500)) },
                number: number,
                reference: reference.map { String($0.prefix(100)) },
                source: source,
                at: at
            )
        }
    }

    /// The answer to a delivery.
    struct DeliveryAnswer: Decodable {
        let delivery: UUID
        let receipts: [Lenient<Told>]
    }

    /// A page of what the province has said since.
    struct ReceiptPage: Decodable {
        let items: [Lenient<Told>]
        /// Where the next page begins.
        let next: Int
        /// Whether there is more now.
        let more: Bool
    }

    /// The records of one enterprise's determinations in a month.
    struct Group: Codable, Hashable {
        let creditCode: String
        let month: String
        let count: Int
        let digest: String
    }

    /// All groups.
    struct Summary: Decodable {
        let groups: [Group]
    }

    /// One record as the province has it.
    struct Kept: Decodable {
        let upload: UUID
        let creditCode: String
        let revision: Int
        let outcome: Receipt.Outcome
        let number: String?
        let fields: [String: String]

        var compared: ComparedRecord {
            ComparedRecord(
                upload: upload,
                creditCode: creditCode,
                revision: revision,
                stage: outcome.stage,
                number: number,
                fields: fields
            )
        }
    }

    /// The records of a group.
    struct Records: Decodable {
        let records: [Kept]
    }

    /// An element that may be unreadable without making its neighbours so.
    struct Lenient<Value: Decodable & Sendable>: Decodable, Sendable {
        let value: Value?

        init(from decoder: any Decoder) throws { value = try? Value(from: decoder) }
    }
}
