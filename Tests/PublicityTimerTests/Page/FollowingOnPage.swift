import Foundation
import Kernel
import Postgres
import ServiceKit
import TestSupport
import Testing

@testable import PublicityTimerService

@Suite("Following an objection on the page")
struct FollowingOnPage {
    private static let page = "/objection-inquiry-page"

    @Test(
        "Adds a file and takes the objection back with the receipt code; then it is closed, and the page offers neither"
    )
    func withdraws() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let code = [("code", objection.code)]
            let open = await service.send(code, to: Self.page)
            for action in ["evidence", "withdrawal"] { #expect(open.text.contains("\(Self.page)/\(action)\"")) }
            #expect(open.text.contains("name=\"code\" value=\"\(objection.code)\"") && !open.text.contains("PDF"))

            let sent = await service.send(code, files: [("现场<1>.png", onePixel)], to: Self.page + "/evidence")
            #expect(sent.status == 200 && sent.text.contains("已经收到") && !sent.text.contains("<1>"), "\(sent.text)")
            let program = Array("MZ program".utf8)
            for files in [[], [(name: "工具.exe", bytes: program)]] {
                let wrong = await service.send(code, files: files, to: Self.page + "/evidence")
                #expect(wrong.status == 422 && wrong.text.contains("证据文件："))
            }
            let path = "/objections/\(objection.id)/evidence"
            let files = await service.call("GET", path, as: .objectionHandler, of: Sample.employer)
            #expect(files.member("items") == "1 items")

            let silent = await service.send(code, to: Self.page + "/withdrawal")
            #expect(silent.status == 422 && silent.text.contains("撤回理由："))
            let gone = await service.send(code + [("reason", "已当面说明")], to: Self.page + "/withdrawal")
            #expect(gone.status == 200 && gone.text.contains("异议已经撤回") && gone.text.contains("已办结：已撤回"))
            #expect(gone.headers["cache-control"] == "no-store")
            for action in ["evidence", "withdrawal"] {
                #expect(!gone.text.contains("\(Self.page)/\(action)\""))
                let late = await service.send(code + [("reason", "再次")], to: "\(Self.page)/\(action)")
                #expect(late.status == 422 && late.text.contains("已经办结"))
            }
        }
    }

    @Test("Fetches the written answer once there is one, and says why where there is none")
    func fetchesAnswer() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            let code = [("code", objection.code)]
            let early = await service.send(code, to: Self.page + "/answer")
            #expect(early.status == 422 && early.text.contains("role=\"alert\""))
            #expect(await service.decide(objection.id, "dismissed", version: 1) == 200)
            #expect(await service.send(code, to: Self.page).text.contains("\(Self.page)/answer\""))
            let answer = await service.send(code, to: Self.page + "/answer")
            #expect(answer.status == 200 && answer.headers["content-type"] == "application/pdf")
            #expect(answer.body.starts(with: Array("%PDF".utf8)))
        }
    }

    @Test("A code there is none for opens nothing", arguments: ["", "/answer", "/evidence", "/withdrawal"])
    func unknown(_ action: String) async throws {
        try await Service.with(Main.self) { service in
            let none = await service.send([("code", "3333333333"), ("reason", "x")], to: Self.page + action)
            #expect(none.status == 404 && none.text.contains("没有查到"))
        }
    }

    @Test("What cannot be read from the database is a fault, and not a code there is none for")
    func faults() async throws {
        try await Service.with(Main.self) { service in
            let notice = try await service.openNotice()
            let objection = try await service.object(to: Sample.zhao, on: notice, named: "蒋卫民")
            try await service.database.transaction { tx in
                try tx.execute("UPDATE objection SET state = '{}'::jsonb")
            }
            let reply = await service.send([("code", objection.code)], to: Self.page)
            #expect(reply.status >= 400 && reply.status != 404 && !reply.text.contains("没有查到"), "\(reply.text)")
        }
    }
}
