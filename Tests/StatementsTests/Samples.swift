import Contracts
import Cryptography
import Foundation
import Kernel
import Statements

/// Statements, keys and lists of the tests.
enum Samples {
    static let creditCode = "91371600MA3N00011J"
    /// 2026-10-14, noon in Shanghai.
    static let now = day("2026-10-14").start.addingTimeInterval(12 * 3600)

    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? .earliest }

    static func statement(
        name: String = "王建国",
        specialty: String? = nil,
        creditCode: String = creditCode,
        issuerName: String = "滨州重工有限公司",
        on day: String = "2026-10-14",
        sequence: Int = 1
    ) throws -> CertificateStatement {
        try CertificateStatement(
            number: CertificateNumber(agency: AgencyCode("Y000037160001"), year: 2026, level: "T", sequence: sequence),
            name: name,
            occupationCode: "6-18-02-04",
            occupation: "焊工",
            specialty: specialty,
            level: "特级技师",
            creditCode: creditCode,
            issuerName: issuerName,
            issuedOn: self.day(day)
        )
    }
}

/// A bureau with enterprises' keys, and what it publishes.
struct SampleBureau {
    var bureau: [SigningKey]
    var keys: [TrustList.Key] = []
    var entries: [StatusList.Entry] = []
    var trustVersion = 3
    var trustIssued = Samples.now.addingTimeInterval(-3600)
    var statusIssued = Samples.now.addingTimeInterval(-600)

    init(_ algorithm: SignatureAlgorithm = .es256) throws { bureau = [try SigningKey(new: algorithm)] }

    /// Certifies a key.
    mutating func certify(
        _ key: SigningKey,
        creditCode: String = Samples.creditCode,
        state: TrustList.Key.State = .active,
        until: LocalDate? = nil,
        reason: String? = nil
    ) {
        keys.append(
            TrustList.Key(
                key.verifier,
                creditCode: creditCode,
                issuerName: "滨州重工有限公司",
                from: Samples.day("2026-09-01"),
                state: state,
                until: until,
                reason: reason
            )
        )
    }

    /// Puts a certificate on the status list.
    mutating func list(_ signed: SignedStatement, _ reason: StatusReason, on day: String) {
        entries.append(
            StatusList.Entry(
                mark: StatusList.mark(signature: signed.signature),
                .notInForce(reason.status, reason),
                on: Samples.day(day)
            )
        )
    }

    /// Says on the status list that a certificate was corrected and states something else since.
    mutating func supersede(_ signed: SignedStatement, on day: String) {
        entries.append(.init(mark: StatusList.mark(signature: signed.signature), .superseded, on: Samples.day(day)))
    }

    func trust() throws -> [UInt8] {
        let list = TrustList(
            version: trustVersion,
            issuedAt: trustIssued,
            validUntil: trustIssued.addingTimeInterval(30 * 86_400),
            bureauKeys: bureau.map { TrustList.BureauKey($0.verifier) },
            keys: keys
        )
        return try WireFormat.encode(SignedList(.trust, WireFormat.encode(list), signing: bureau))
    }

    func status() throws -> [UInt8] {
        let list = StatusList(
            version: 7,
            issuedAt: statusIssued,
            validUntil: statusIssued.addingTimeInterval(86_400),
            trust: TrustListReference(try WireFormat.decode(SignedList.self, from: trust())),
            entries: entries
        )
        return try WireFormat.encode(SignedList(.status, WireFormat.encode(list), signing: bureau))
    }

    var anchors: Set<String> { Set(bureau.map(\.verifier.fingerprint)) }
}
