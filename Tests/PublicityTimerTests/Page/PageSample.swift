import Contracts
import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport

@testable import PublicityTimerService

extension Sample {
    /// A list with namesakes, a relaxation, a rare character, and a way to reach the office.
    static func shownList(
        title: String = "2026年特级技师建议人选公示",
        publishedOn: String = "2026-09-30",
        unit: String = "滨州样例机械有限公司",
        merits: String = "改进焊接工艺三项,年节约成本一百二十万元",
        postsExceeded: [PostsExceeded]? = nil
    ) -> ListProposed {
        let people = [
            (zhao, "赵卫东", "一车间", nil), (qian, "赵卫东", "热处理车间", nil), (sun, "孙𬭎", "动力分厂", "放宽年限:掌握独有技艺"),
        ]
        return ListProposed(
            list: id(60),
            round: id(61),
            filing: id(62),
            proposer: publisher,
            enterpriseName: "滨州样例机械有限公司",
            title: title,
            listDigest: String(repeating: "a1b2c3d4", count: 8),
            requiredDays: 5,
            publishedOn: day(publishedOn),
            handlingOffice: "公司纪委",
            handlingContact: OfficeContact(
                person: "周明",
                telephone: "0543-0000000",
                address: "办公楼302室",
                email: "jiwei@example.com"
            ),
            postsExceeded: postsExceeded,
            names: people.map { person, name, workshop, relaxation in
                ProposedName(
                    person: person,
                    application: person,
                    name: name,
                    unit: unit,
                    workshop: workshop,
                    occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil),
                    merits: merits,
                    relaxation: relaxation
                )
            }
        )
    }
}

extension ServiceUnderTest<Main> {
    /// A notice of the list above; answers its id and the site code.
    func openShownNotice(_ list: ListProposed = Sample.shownList()) async throws -> (id: String, code: String) {
        try await travel(to: list.publishedOn.start.addingTimeInterval(9 * 3600))
        try await hear(list, from: .evaluation)
        let id = try await said(PublicityOpened.self).first?.about.notice.lowercase ?? ""
        let reply = await call("POST", "/notices/\(id)/site-code", as: .enterpriseHR, of: Sample.employer)
        return (id, reply.member("code") ?? "")
    }

    /// Sends a page's form.
    func send(
        _ fields: [(String, String)],
        files: [(name: String, bytes: [UInt8])] = [],
        to path: String,
        as role: Role? = nil,
        ifMatch version: Int? = nil,
        headers: [String: String] = [:]
    ) async -> PlainResponse {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--limit\r\ncontent-disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            let head = "--limit\r\ncontent-disposition: form-data; name=\"files\"; filename=\"\(file.name)\"\r\n"
            body += "\(head)content-type: application/octet-stream\r\n\r\n".utf8
            body += file.bytes + "\r\n".utf8
        }
        body += "--limit--\r\n".utf8
        return await call(
            "POST",
            path,
            as: role,
            of: role?.isOfEnterprise == true ? Sample.employer : nil,
            body: body,
            ifMatch: version,
            headers: headers.merging(["content-type": "multipart/form-data; boundary=limit"]) { first, _ in first }
        )
    }

    /// How many objections there are.
    func objectionCount() async throws -> Int? {
        try await database.transaction { tx in
            try tx.query("SELECT count(*)::int AS found FROM objection").first?.decode("found", as: Int.self)
        }
    }

    /// The hidden token of a page's form.
    func token(on page: PlainResponse) -> String {
        page.text.firstMatch(of: /name="token" value="([^"]+)"/).map { String($0.1) } ?? ""
    }
}

/// A PNG of one pixel.
let onePixel = [UInt8](
    Data(
        base64Encoded:
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="
    ) ?? Data()
)
