import Attachments
import Documents
import Foundation
import Kernel
import Postgres
import PublicityTimerDomain
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Evidence and written answers")
struct ObjectionPapers {
    /// The smallest picture there is.
    static let picture = Array(
        Data(
            base64Encoded:
                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
        ) ?? Data()
    )

    /// A form with a receipt code and a file.
    static func form(_ code: String, _ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let head = """
            --line\r\ncontent-disposition: form-data; name="receiptCode"\r\n\r\n\(code)\r\n\
            --line\r\ncontent-disposition: form-data; name="file"; filename="\(name)"\r\n\
            content-type: application/octet-stream\r\n\r\n
            """
        return Array(head.utf8) + bytes + Array("\r\n--line--\r\n".utf8)
    }

    static let formHeaders = ["content-type": "multipart/form-data; boundary=line"]

    @Test("Evidence is kept three years from the closing on, or as long as the city says; then its bytes go")
    func keepsAWhile() async throws {
        for (settings, until) in [([:], "2029-10-10"), (["objection.evidenceYears": "5"], "2031-10-10")] {
            try await Service.with(Main.self, settings: settings) { service in
                let notice = try await service.openNotice()
                let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
                let sent = await service.call(
                    "POST",
                    "/objection-inquiries/evidence",
                    body: Self.form(objection.code, "照片.png", Self.picture),
                    headers: Self.formHeaders
                )
                #expect(sent.status == 201, "\(sent.text)")
                try await service.travel(to: Sample.noon("2026-10-09"))
                #expect(await service.decide(objection.id, "dismissed", version: 1) == 200)
                let kept = try await service.database.transaction { tx in
                    try tx.query("SELECT retain_until FROM attachment").map {
                        try $0.decode("retain_until", as: Date?.self)
                    }
                }
                #expect(kept == [Sample.day(until).start])
                try await service.travel(to: Sample.day(until).start.addingTimeInterval(3600))
                try await service.tick()
                let phases = try await service.database.transaction { tx in
                    try tx.query("SELECT phase FROM attachment").map { try $0.decode("phase", as: String.self) }
                }
                #expect(phases == ["discarded"])
            }
        }
    }

    @Test("The written answer stays the same paper, whatever the authority is called later")
    func staysTheSame() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            #expect(await service.decide(objection.id, "dismissed", version: 1) == 200)
            func paper() async -> PlainResponse {
                await service.call(
                    "GET",
                    "/objections/\(objection.id)/answer",
                    as: .objectionHandler,
                    of: Sample.employer
                )
            }
            let first = await paper()
            #expect(first.status == 200)
            // The notice names another office now, and the enterprise has another name.
            try await service.database.transaction { tx in
                try tx.execute(
                    """
                    UPDATE notice SET state = jsonb_set(jsonb_set(state, '{running,_0,posting,enterpriseName}', '"改名公司"'),
                        '{running,_0,posting,handlingOffice,name}', '"工会"')
                    """
                )
            }
            #expect(await paper().body == first.body)
        }
    }

    @Test("Evidence is sent with the receipt code, kept sealed, and seen by the office it is addressed to alone")
    func keepsEvidence() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            func send(_ code: String, _ name: String, _ bytes: [UInt8]) async -> PlainResponse {
                await service.call(
                    "POST",
                    "/objection-inquiries/evidence",
                    as: .employee,
                    of: Sample.employer,
                    subject: "jiangwm",
                    body: Self.form(code, name, bytes),
                    headers: Self.formHeaders
                )
            }
            let sent = await send(objection.code, "蒋卫民拍的照片.png", Self.picture)
            #expect(sent.status == 201, "\(sent.text)")
            #expect(await send("3333333333", "照片.png", Self.picture).status == 404)

            let program = await send(objection.code, "照片.exe", Array("MZ".utf8) + [UInt8](repeating: 0, count: 200))
            #expect(program.status == 422 && program.member("code") == "attachments.executable")
            let disguised = await send(objection.code, "照片.png", [0x7F] + Array("ELF".utf8) + [2, 1, 1, 0])
            #expect(disguised.status == 422)
            let large = [UInt8](repeating: 7, count: Objections.evidence.mostBytes + 1)
            #expect(await send(objection.code, "录像.mp4", large).status == 413)

            func list(_ role: Role, _ organisation: String?) async -> PlainResponse {
                await service.call("GET", "/objections/\(objection.id)/evidence", as: role, of: organisation)
            }
            let seen = await list(.objectionHandler, Sample.employer)
            #expect(seen.member("items") == "1 items" && seen.member("items", "0", "name") == "蒋卫民拍的照片.png")
            #expect(await list(.enterpriseHR, Sample.employer).status == 403)
            #expect(await list(.centreOfficer, nil).status == 404)
            let file = "/objections/\(objection.id)/evidence/\(seen.member("items", "0", "id") ?? "")"
            let got = await service.call("GET", file, as: .objectionHandler, of: Sample.employer)
            #expect(got.status == 200 && got.headers["content-type"] == "image/png")
            let other = try await service.object(to: Sample.qian, on: notice, named: "蒋卫民")
            let wrong = file.replacing(objection.id, with: other.id)
            #expect(await service.call("GET", wrong, as: .objectionHandler, of: Sample.employer).status == 404)

            let stored = try await service.database.transaction { tx in
                try tx.query(
                    """
                    SELECT a.is_sealed AND a.name IS NULL AND a.uploaded_by IS NULL
                        AND position(\(Self.picture)::bytea in c.bytes) = 0 AS sealed
                    FROM attachment a JOIN attachment_chunk c ON c.attachment = a.id
                    """
                ).map { try $0.decode("sealed", as: Bool.self) }
            }
            #expect(stored == [true])
            let accounts = try await service.database.transaction { tx in
                try tx.query("SELECT 1 AS one FROM journal WHERE actor = 'jiangwm'").count
            }
            #expect(accounts == 0)

            #expect(await service.decide(objection.id, "dismissed", version: 1) == 200)
            #expect(await send(objection.code, "照片.png", Self.picture).status == 409)
        }
    }

    @Test("The written answer is a paper for those who gave their name, when it is closed, and the same each time")
    func answersInWriting() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let named = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let lead = try await service.object(to: Sample.qian, on: notice)
            func answer(_ code: String) async -> PlainResponse {
                await service.call("POST", "/objection-inquiries/answer", json: #"{"receiptCode":"\#(code)"}"#)
            }
            #expect(await answer(named.code).member("code") == "publicity-timer.answer-not-yet")
            #expect(await service.decide(named.id, "dismissed", version: 1) == 200)
            #expect(await service.step(lead.id, "leaving", version: 1).status == 200)
            #expect(await answer(lead.code).member("code") == "publicity-timer.answer-anonymous")
            #expect(await answer("3333333333").status == 404)
            let paper = await answer(named.code)
            #expect(paper.status == 200 && paper.headers["content-type"] == "application/pdf")
            #expect(paper.body.starts(with: Array("%PDF-".utf8)))
            #expect(await answer(named.code).body == paper.body)
            let path = "/objections/\(named.id)/answer"
            let same = await service.call("GET", path, as: .objectionHandler, of: Sample.employer)
            #expect(same.body == paper.body)
            #expect(await service.call("GET", path, as: .enterpriseHR, of: Sample.employer).status == 403)
        }
    }

    @Test("It masks the numbers of persons that the notice masks")
    func masks() throws {
        let name = ShownName(
            person: Sample.zhao,
            application: Sample.zhao,
            name: "赵一",
            unit: "样例公司13900000002",
            workshop: "一车间13900000003",
            occupation: Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil),
            merits: "",
            relaxation: nil
        )
        let title = "公示（联系13800000001）"
        let answer = try PaperSample.answer(.name(Sample.zhao), .upheld, isInTime: true, title: title, name: name)
        let text = "\(answer.document)"
        for number in ["13800000001", "13900000002", "13900000003"] { #expect(!text.contains(number), "\(number)") }
        #expect(text.contains("样例公司***********一车间***********"))
    }

    static let outcomes: [(ObjectionSubject, Objection.Outcome, Bool, [String])] = [
        (.name(Sample.zhao), .upheld, true, ["对公示人选赵一", "异议成立。", "移出本次建议人选名单"]),
        (.name(Sample.zhao), .upheld, false, ["公示期已经届满", "监督部门"]),
        (.name(Sample.zhao), .dismissed, true, ["异议不成立。", "滨州市职业技能鉴定服务中心"]),
        (.procedure, .upheld, true, ["对评价程序的异议", "重新公示"]),
        (.omission(of: "周四"), .upheld, true, ["认为周四应当列入", "退回评价环节"]),
        (.procedure, .withdrawn, true, ["您已撤回异议"]),
    ]

    @Test("It says what was objected, what was found, what follows and how to go on", arguments: outcomes)
    func saysWhatIsNeeded(
        subject: ObjectionSubject,
        outcome: Objection.Outcome,
        isInTime: Bool,
        words: [String]
    ) throws {
        let answer = try PaperSample.answer(subject, outcome, isInTime: isInTime)
        let text = "\(answer.document.blocks)"
        for word in words + ["蒋卫民：", "业绩不实", "经查阅档案", "公司纪委"] { #expect(text.contains(word), "\(word)") }
        let paper = try answer.document.pdf()
        #expect(paper.count > 1000)
        // For people who want to look at it.
        if let folder = ProcessInfo.processInfo.environment["GONGJIANG_SAMPLES"] {
            let name = "answer-\(subject.kind.rawValue)-\(outcome.rawValue)-\(isInTime).pdf"
            try Data(paper).write(to: URL(filePath: folder).appending(path: name))
        }
    }
}
