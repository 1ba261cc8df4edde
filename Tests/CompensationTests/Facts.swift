import CompensationDomain
import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport

@testable import CompensationService

typealias Service = ServiceUnderTest<Main>

extension Sample {
    static let registered = EnterpriseRegistered(
        registered: employer,
        enterpriseName: "滨州样例机械有限公司",
        jurisdiction: "371602"
    )

    /// One determination of these persons on 2026-10-14.
    static func approved(_ persons: [UUID], determination: UUID = id(70)) -> ListApproved {
        ListApproved(
            determination: determination,
            list: determination,
            round: id(61),
            filing: id(62),
            determiner: employer,
            enterpriseName: "滨州样例机械有限公司",
            agencyCode: "Y000037160001",
            listDigest: "a",
            notice: id(63),
            publishedOn: day("2026-09-30"),
            lastDay: day("2026-10-13"),
            determinedAt: day("2026-10-14").start,
            authorisedBy: "总经理 王某",
            names: persons.map { person in
                ApprovedName(
                    person: person,
                    application: person,
                    name: "赵一",
                    unit: "滨州样例机械有限公司",
                    occupation: welder,
                    identity: Sealed(key: "certificate-1", box: "AA==")
                )
            }
        )
    }

    /// The certificate of a person under that determination; its id is the person's number plus 1000.
    static func issued(_ person: Int, determination: UUID = id(70)) -> CertificateIssued {
        CertificateIssued(
            certificate: id(1000 + person),
            number: "Y00003716000126T" + String(1_000_000 + person).dropFirst(),
            holder: id(person),
            holderName: "赵一",
            issuer: employer,
            occupation: welder,
            level: "特级技师",
            issuedOn: day("2026-10-20"),
            determination: determination
        )
    }

    /// That certificate, with its holder's name corrected.
    static func corrected(_ person: Int, name: String, determination: UUID = id(70)) -> CertificateCorrected {
        let issued = issued(person, determination: determination)
        return CertificateCorrected(
            certificate: issued.certificate,
            number: issued.number,
            holder: issued.holder,
            holderName: name,
            issuer: issued.issuer,
            occupation: issued.occupation,
            fields: ["name"],
            correctedOn: day("2026-11-20"),
            determination: determination
        )
    }
}

extension ServiceUnderTest<Main> {
    func post(_ path: String, _ json: String) async -> PlainResponse {
        await call("POST", path, as: .enterpriseHR, of: Sample.employer.creditCode, json: json)
    }

    func get(_ path: String) async -> PlainResponse {
        await call("GET", path, as: .enterpriseHR, of: Sample.employer.creditCode)
    }

    /// An enterprise with a benchmark of 16,800 yuan and a post; answers the post.
    func prepare(headcount: Int = 1) async throws -> String {
        try await travel(to: Sample.day("2026-10-25").start)
        try await hear(Sample.registered, from: .filing)
        _ = await declare()
        return await establish(headcount: headcount).member("id") ?? ""
    }

    /// A benchmark of days gone by is one on record with its reason.
    func declare(
        minimum: Int = 1_680_000,
        from: String = "2026-01-01",
        correction: String? = "首次申报既有制度"
    ) async -> PlainResponse {
        await post(
            "/benchmarks",
            #"""
            {"creditCode":"91371600MA3N00011J","effectiveFrom":"\#(from)","document":"薪酬管理办法第十二条",
             "correction":\#(correction.map { "\"\($0)\"" } ?? "null"),
             "band":{"code":"ZG-2","minimumFen":\#(minimum),"medianFen":1920000,"components":["岗位工资","绩效工资"]}}
            """#
        )
    }

    func establish(headcount: Int) async -> PlainResponse {
        await post(
            "/posts",
            #"""
            {"creditCode":"91371600MA3N00011J","unit":"焊接一车间","headcount":\#(headcount),"decision":"七号决议",
             "occupation":{"code":"6-18-02-04","edition":"2022","name":"焊工"}}
            """#
        )
    }

    func appoint(
        _ person: Int,
        to post: String,
        certificate: Int? = nil,
        from: String = "2026-11-01",
        through: String = "2029-10-31",
        minimum: Int = 1_680_000
    ) async -> PlainResponse {
        await self.post(
            "/appointments",
            #"""
            {"post":"\#(post)","person":"\#(Sample.id(person).lowercase)",
             "certificate":"\#(Sample.id(certificate ?? 1000 + person).lowercase)","from":"\#(from)",
             "through":"\#(through)","band":{"code":"ZG-2","minimumFen":\#(minimum)},"duties":"带徒二人","letter":"聘1号"}
            """#
        )
    }
}
