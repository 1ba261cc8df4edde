import CertificateDomain
import Contracts
import Foundation
import Kernel
import Messaging

/// Puts a person's record together as it is uploaded.
struct MakeRecord {
    /// What it is made of.
    struct Sources {
        let upload: UUID
        let revision: Int
        let certificate: Certificate
        /// Given, or reserved before the upload.
        let number: CertificateNumber?
        let batch: Batch
        let place: Int
        let identity: PersonIdentity?
        let receiptNumber: String?
    }

    /// The record, with a salt drawn now; nil for a certificate that says nothing of anybody.
    func callAsFunction(_ sources: Sources) -> ProvinceWire.Row? {
        guard let holding = sources.certificate.holding else { return nil }
        var values = items(sources, holding)
        values.merge(person(sources.identity)) { own, _ in own }
        let record = values.compactMapValues { $0 }.filter { !$0.value.isEmpty }
        return ProvinceWire.Row(
            upload: sources.upload,
            revision: sources.revision,
            creditCode: holding.issuer.creditCode,
            month: Self.month(of: sources.batch.determinedOn),
            salt: Data((0..<16).map { _ in UInt8.random(in: 0...255) }).base64EncodedString(),
            record: Dictionary(uniqueKeysWithValues: record.map { ($0.key.rawValue, $0.value) })
        )
    }

    /// The month a determination is counted in.
    static func month(of day: LocalDate) -> String { String(day.description.prefix(7)) }

    private func items(_ sources: Sources, _ holding: Holding) -> [RecordItem: String?] {
        let (batch, background) = (sources.batch, sources.batch.background)
        return [
            .agencyCode: batch.agencyCode,
            .filingNumber: sources.receiptNumber,
            .round: background?.round.lowercase,
            .determination: background?.paperNumber ?? batch.determination.lowercase,
            .place: String(sources.place),
            .name: holding.name,
            .unit: holding.unit,
            .occupationCode: holding.occupation.code,
            .occupationEdition: holding.occupation.edition,
            .occupationName: holding.occupation.name,
            .specialty: holding.occupation.specialty ?? "--",
            .level: holding.level.chinese,
            .publishedOn: background?.publishedOn.description,
            .publicityEnd: background?.lastDay.description,
            // Who is in a determination was objected to by nobody, or was cleared.
            .objections: background == nil ? nil : "无成立的异议",
            .determinedOn: batch.determinedOn.description,
            .certificateNumber: sources.number?.text,
            .issuedOn: sources.certificate.issuedOn?.description,
        ]
    }

    private func person(_ identity: PersonIdentity?) -> [RecordItem: String?] {
        let record = identity?.record
        let prior = record?.prior
        let scores = (record?.scores ?? []).map { score in
            let (points, rest) = (score.hundredths / 100, score.hundredths % 100)
            return "\(score.method) \(points).\(rest < 10 ? "0" : "")\(rest)"
        }
        return [
            .documentType: identity?.documentType,
            .documentNumber: identity?.documentNumber,
            .telephone: record?.telephone,
            .education: record?.education,
            .position: record?.position,
            .priorNumber: prior?.number,
            .priorLevel: prior?.level,
            .priorIssuedOn: prior?.issuedOn?.description,
            .priorIssuer: prior?.issuer,
            .seniorSince: record?.seniorSince?.description,
            .yearsInPost: record?.seniorYears.map(String.init),
            .awards: record?.honours,
            .scores: scores.joined(separator: ";"),
        ]
    }
}
