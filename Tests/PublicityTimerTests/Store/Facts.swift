import Contracts
import Foundation
import Kernel
import ServiceKit
import TestSupport

@testable import PublicityTimerService

typealias Service = ServiceUnderTest<Main>

extension Sample {
    static let employer = publisher.creditCode

    static func proposed(
        list: UUID = id(60),
        publishedOn: String = "2026-09-30",
        days: Int = 5,
        names: [ProposedName] = proposedNames
    ) -> ListProposed {
        ListProposed(
            list: list,
            round: id(61),
            filing: id(62),
            proposer: publisher,
            enterpriseName: "滨州样例机械有限公司",
            title: "2026年特级技师建议人选公示",
            listDigest: String(repeating: "a", count: 64),
            requiredDays: days,
            publishedOn: day(publishedOn),
            handlingOffice: "人力资源部",
            names: names
        )
    }

    static let proposedNames = [(zhao, "赵一"), (qian, "钱二"), (sun, "孙三")].map { person, name in
        ProposedName(
            person: person,
            application: person,
            name: name,
            unit: "滨州样例机械有限公司",
            workshop: "一车间",
            occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil),
            merits: "改进焊接工艺三项",
            relaxation: person == sun ? "放宽年限:掌握独有技艺" : nil
        )
    }

    static func noon(_ text: String) -> Date { day(text).start.addingTimeInterval(12 * 3600) }
}

extension ServiceUnderTest<Main> {
    /// A notice opened on 2026-09-30 that ends with 2026-10-13; answers its id.
    func openNotice() async throws -> String {
        try await travel(to: Sample.noon("2026-09-30"))
        try await hear(Sample.proposed(), from: .evaluation)
        return try await said(PublicityOpened.self).first?.about.notice.lowercase ?? ""
    }

    /// Hands in an objection to a name; answers its id and receipt code.
    func object(to person: UUID, on notice: String) async -> (id: String, code: String) {
        let reply = await call(
            "POST",
            "/notices/\(notice)/objections",
            as: .employee,
            of: Sample.employer,
            json: #"{"person":"\#(person.lowercase)","about":"name","reason":"业绩不实","objector":"anonymous"}"#
        )
        return (reply.member("id") ?? "", reply.member("receiptCode") ?? "")
    }

    func accept(_ objection: String, version: Int = 1) async -> Int {
        await call(
            "POST",
            "/objections/\(objection)/acceptance",
            as: .enterpriseHR,
            of: Sample.employer,
            ifMatch: version
        ).status
    }

    func decide(_ objection: String, _ outcome: String, version: Int = 2) async -> Int {
        await call(
            "POST",
            "/objections/\(objection)/decision",
            as: .enterpriseHR,
            of: Sample.employer,
            json: #"{"outcome":"\#(outcome)","reason":"查证"}"#,
            ifMatch: version
        ).status
    }
}
