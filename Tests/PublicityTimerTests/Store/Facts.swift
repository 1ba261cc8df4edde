import Contracts
import Foundation
import Kernel
import Messaging
import Postgres
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
            handlingOffice: "公司纪委",
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

    /// Hands in an objection with these members.
    func object(_ members: String, on notice: String, subject: String? = nil) async -> PlainResponse {
        await call(
            "POST",
            "/notices/\(notice)/objections",
            as: .employee,
            of: Sample.employer,
            subject: subject,
            json: "{\(members)}"
        )
    }

    /// Hands in an objection to a name, anonymous where nobody is named; answers its id and receipt code.
    func object(
        to person: UUID,
        on notice: String,
        named objector: String? = nil
    ) async throws -> (id: String, code: String) {
        let who = objector.map { #"{"name":"\#($0)","contact":"13800000001"}"# } ?? #""anonymous""#
        let members = #""person":"\#(person.lowercase)","about":"name","reason":"业绩不实","objector":\#(who)"#
        let code = await object(members, on: notice).member("receiptCode") ?? ""
        return (try await objection(of: code), code)
    }

    /// The id of the objection a receipt code was given for.
    func objection(of code: String) async throws -> String {
        try await database.transaction { [definition] tx in
            try definition.objections.find(receipt: code, in: tx).id.lowercase
        }
    }

    /// A step of the handling office.
    func step(
        _ objection: String,
        _ step: String,
        _ members: String = #""reason":"经查证""#,
        version: Int,
        as role: Role = .objectionHandler
    ) async -> PlainResponse {
        await call(
            "POST",
            "/objections/\(objection)/\(step)",
            as: role,
            of: role.isOfEnterprise ? Sample.employer : nil,
            json: "{\(members)}",
            ifMatch: version
        )
    }

    /// The handling office closes an objection.
    func decide(_ objection: String, _ outcome: String, version: Int) async -> Int {
        await step(objection, "decision", #""outcome":"\#(outcome)","reason":"查证""#, version: version).status
    }

    /// What the objector is told with the receipt code.
    func inquire(_ code: String) async -> PlainResponse {
        await call("POST", "/objection-inquiries", json: #"{"receiptCode":"\#(code)"}"#)
    }
}
