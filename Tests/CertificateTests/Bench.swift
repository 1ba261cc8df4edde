import Contracts
import Cryptography
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit
import Synchronization
import TestSupport

@testable import CertificateService

/// The service on a scratch database, asked as the network would ask it and told facts as the broker would.
struct Bench: Sendable {
    let service: ServiceUnderTest<Main>
    private let told = Told()

    var pool: PostgresPool { service.database }

    /// How many facts of each subject were told.
    private final class Told: Sendable {
        private let sequences = Mutex<[UUID: Int]>([:])

        /// The number of the first of some facts.
        func next(_ subject: UUID, _ count: Int) -> Int {
            sequences.withLock {
                $0[subject, default: 0] += count
                return $0[subject, default: count] - count + 1
            }
        }
    }

    /// Runs a body with a service whose business day is `today`.
    static func with(today: String = "2026-10-14", _ body: (Bench) async throws -> Void) async throws {
        try await ServiceUnderTest.with(Main.self) { service in
            let bench = Bench(service: service)
            try await bench.travel(to: today)
            try await body(bench)
        }
    }

    /// Noon of a day becomes business time.
    func travel(to day: String) async throws {
        try await service.travel(to: Samples.day(day).start.addingTimeInterval(12 * 3600))
    }

    /// Tells the service determinations, in one batch.
    func tell(_ lists: ListApproved...) async throws {
        try await tell(lists, from: .evaluation)
    }

    /// Tells the service accepted filings, in one batch.
    func tell(_ filings: FilingAccepted...) async throws {
        try await tell(filings, from: .filing)
    }

    /// Tells the service what publicity says, in one batch.
    func tell(publicity facts: any Fact...) async throws {
        try await tell(facts, from: .publicityTimer)
    }

    /// Facts of one subject, numbered on; at most three at a time.
    private func tell(_ facts: [any Fact], from speaker: ServiceName) async throws {
        guard let subject = facts.first?.subject else { return }
        let sequence = told.next(subject, facts.count)
        switch facts.count {
        case 1: try await service.hear(facts[0], from: speaker, sequence: sequence)
        case 2: try await service.hear(facts[0], facts[1], from: speaker, sequence: sequence)
        default: try await service.hear(facts[0], facts[1], facts[2], from: speaker, sequence: sequence)
        }
    }

    /// A determination whose identity documents are sealed by the evaluation service, or by a stranger's keys.
    func approved(
        _ determination: Int = 10,
        names: [String] = ["王建国", "李明"],
        agencyCode: String = Samples.agencyCode,
        record: PersonRecord? = nil,
        sealedBy stranger: KeyRing? = nil
    ) throws -> ListApproved {
        guard let sealer = stranger ?? service.keys["evaluation"] else {
            throw CryptographyError.unknownKey("evaluation-1")
        }
        return try Self.approved(determination, names: names, agencyCode: agencyCode, record: record, sealer: sealer)
    }

    /// A determination whose identity documents are sealed by a key ring.
    static func approved(
        _ determination: Int,
        names: [String],
        agencyCode: String = Samples.agencyCode,
        record: PersonRecord? = nil,
        sealer: KeyRing
    ) throws -> ListApproved {
        let identity = PersonIdentity(documentType: "居民身份证", documentNumber: Samples.identityNumber, record: record)
        let approved = try names.enumerated().map { index, name in
            ApprovedName(
                person: Samples.uuid(determination * 100 + index),
                application: Samples.uuid(index),
                name: name,
                unit: "焊接车间",
                occupation: Samples.welder,
                identity: try sealer.seal(identity, for: "certificate")
            )
        }
        return ListApproved(
            determination: Samples.uuid(determination),
            list: Samples.uuid(11),
            round: Samples.uuid(13),
            filing: Samples.uuid(12),
            determiner: Samples.enterprise,
            enterpriseName: "滨州重工有限公司",
            agencyCode: agencyCode,
            listDigest: "",
            notice: Samples.uuid(14),
            publishedOn: Samples.day("2026-09-30"),
            lastDay: Samples.day("2026-10-13"),
            determinedAt: Samples.day("2026-10-14").start,
            authorisedBy: "总经理",
            names: approved
        )
    }

    static func accepted(
        agencyCode: String = Samples.agencyCode,
        by authority: AuthorityKind? = nil
    ) -> FilingAccepted {
        FilingAccepted(
            filing: Samples.uuid(12),
            filer: Samples.enterprise,
            enterpriseName: "滨州重工有限公司",
            agencyCode: agencyCode,
            authority: "滨州市职业技能鉴定服务中心",
            occupations: [Samples.welder],
            workPlanVersion: 1,
            workPlanDigest: "",
            receiptNumber: "滨特评备〔2026〕1号",
            acceptedOn: Samples.day("2026-09-01"),
            validFrom: Samples.day("2026-01-01"),
            validThrough: Samples.day("2028-12-31"),
            authorityKind: authority?.rawValue
        )
    }
}

extension Bench {
    /// What a request was answered.
    struct Answered {
        let status: Int
        let etag: String?
        let text: String
        let json: JSONValue

        var code: String? { json["code"]?.text }
    }

    private static let callers: [String: (Role, String?)] = [
        "hr": (.enterpriseHR, Samples.enterprise.creditCode), "other-hr": (.enterpriseHR, Samples.other.creditCode),
        "employee": (.employee, Samples.enterprise.creditCode), "centre": (.centreOfficer, nil),
        "province": (.provinceOfficer, nil), "bureau": (.bureauOfficer, nil), "county": (.countyOfficer, nil),
    ]

    /// The county whose officer "county" is, that of the sample enterprise.
    static let county = "371602"

    /// Asks as somebody, nil is anybody.
    func ask(
        _ request: String,
        as name: String?,
        version: Int? = nil,
        key: String? = nil,
        body: String = ""
    ) async throws -> Answered {
        let words = request.split(separator: " ", maxSplits: 1).map(String.init)
        let (role, organisation) = name.flatMap { Self.callers[$0] } ?? (nil, nil)
        let response = await service.call(
            words[0],
            words[1],
            as: role,
            of: organisation,
            county: role?.isOfCounty == true ? Self.county : nil,
            json: body,
            ifMatch: version,
            headers: key.map { ["idempotency-key": $0] } ?? [:]
        )
        let json = try response.body.isEmpty ? JSONValue.null : WireFormat.decode(from: response.body)
        return Answered(
            status: response.status,
            etag: response.headers["etag"],
            text: response.text,
            json: json
        )
    }

    /// The only registration there is.
    func registration() async throws -> String {
        try await ask("GET /registrations", as: "centre").json["items"]?[0]?["id"]?.text ?? ""
    }

    /// Takes a determination to its numbers; gives the registration's path, at version 4.
    func numbered(_ determination: Int = 10, names: [String] = ["王建国", "李明"]) async throws -> String {
        try await tell(approved(determination, names: names))
        let path = "/registrations/\(try await registration())"
        let passed = #"{"outcome":"passed"}"#
        _ = try await ask("POST \(path)/submission", as: "hr", version: 1)
        _ = try await ask("POST \(path)/municipal-audit", as: "centre", version: 2, body: passed)
        _ = try await ask("POST \(path)/provincial-audit", as: "province", version: 3, body: passed)
        return path
    }
}
