import CertificateDomain
import Contracts
import Foundation
import Kernel
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import CertificateService

@Suite("Records carried to the province as a workbook")
struct ReceiptWorkbookTests {
    private func with(_ body: (Bench) async throws -> Void) async throws {
        try await ServiceUnderTest.with(Main.self, settings: ["province.transport": "workbook"]) { service in
            let bench = Bench(service: service)
            try await bench.travel(to: "2026-10-14")
            try await body(bench)
        }
    }

    /// The rows of a workbook, by heading.
    private func rows(_ bytes: [UInt8]) throws -> [[String: String]] {
        let reader = try Spreadsheet(.bytes(bytes)).rows(of: .preferred(ReceiptWorkbook.sheet))
        guard let headings = try reader.next() else { return [] }
        var rows: [[String: String]] = []
        while let row = try reader.next() {
            let pairs = headings.cells.map { ($0.text, row[$0.column]?.text ?? "") }
            rows.append(Dictionary(pairs, uniquingKeysWith: { first, _ in first }))
        }
        return rows
    }

    /// The workbook as it comes back, with results filled in.
    private func answered(_ rows: [[String: String]], _ results: [[String: String]]) throws -> [UInt8] {
        let headings = [
            "上传标识", "上传次数", "姓名", "省系统结果", "结果日期", "退回原因", "省系统证书编号",
        ]
        return try WorkbookWriter.bytes(title: "回执", created: UploadSamples.noon) { writer in
            try writer.begin(SheetLayout(ReceiptWorkbook.sheet, columns: headings.map { .init($0) }))
            for (row, result) in zip(rows, results) {
                let merged = row.merging(result) { $1 }
                try writer.append(headings.map { .text(merged[$0] ?? "") })
            }
        }
    }

    private func handIn(_ bytes: [UInt8], _ bench: Bench, _ query: String = "") async -> PlainResponse {
        await bench.service.call("POST", "/upload-receipts\(query)", as: .centreOfficer, body: bytes)
    }

    @Test("go there with all fields and come back with results, row by row")
    func roundTrip() async throws {
        try await with { bench in
            let path = try await bench.issued(names: ["王建国", "李明", "赵强"])
            try await bench.service.tick()
            let export = await bench.service.call("POST", "\(path)/upload-workbook", as: .centreOfficer)
            #expect(export.status == 200)
            let sent = try rows(export.body)
            #expect(sent.map { $0["姓名"] } == ["王建国", "李明", "赵强"])
            #expect(sent[0]["证件号码"] == Samples.identityNumber)
            #expect(sent[0]["证书编号"] == "Y00003716000126T000001")
            #expect(sent[0]["工种(职业方向)"] == "--")
            #expect(sent[0]["公示开始日期"] == "2026-09-30")
            let uploads = try await bench.ask("GET /uploads", as: "centre").json["items"]?.elements ?? []
            #expect(uploads.map { $0["state"]?.text } == ["sent", "sent", "sent"])

            let results = [
                ["省系统结果": "接收", "结果日期": "2026-10-14"],
                ["省系统结果": "退回", "结果日期": "2026-10-14", "退回原因": "照片不清"],
                ["省系统结果": "通过", "结果日期": "2099-01-01", "上传标识": "x"],
            ]
            let back = try answered(sent, results)
            let looked = await handIn(back, bench, "?dryRun=true")
            #expect(looked.member("dryRun") == "1")
            #expect(looked.member("entered") == "2")
            #expect(looked.member("refused") == "1")
            #expect(try await bench.ask("GET /uploads?state=sent", as: "hr").json["items"]?.elements.count == 3)
            let rehearsal = await handIn(back, bench, "?dryRun=true&answer=workbook")
            let wrong = try rows(rehearsal.body)
            #expect(wrong.count == 1)
            #expect(wrong.first?["姓名"] == "赵强")
            #expect(wrong.first?["错误说明"]?.contains("省系统结果应为以下之一") == true)
            #expect(wrong.first?["错误说明"]?.contains("上传标识") == true)
            #expect(wrong.first?["错误说明"]?.contains("结果日期") == true)

            let taken = await handIn(back, bench)
            #expect(taken.member("entered") == "2")
            #expect(taken.member("problems") == "3 items")
            #expect(taken.member("problems", "0", "row") == "4")
            let again = await handIn(back, bench)
            #expect(again.member("entered") == "0")
            #expect(again.member("unchanged") == "2")
            let after = try await bench.ask("GET /uploads", as: "hr").json["items"]?.elements ?? []
            #expect(after.map { $0["state"]?.text } == ["accepted", "rejected", "sent"])
            #expect(after[1]["reason"]?.text == "照片不清")
            #expect(after[1]["steps"]?.elements.last?["source"]?.text == "workbook")

            // An officer lets the rejected record be made again; what was sent and is undecided is in the next workbook too.
            let id = after[1]["id"]?.text ?? ""
            #expect(try await bench.ask("POST /uploads/\(id)/resubmission", as: "hr").status == 403)
            #expect(try await bench.ask("POST /uploads/\(id)/resubmission", as: "centre").status == 204)
            let taken1 = after[0]["id"]?.text ?? ""
            let refused = try await bench.ask("POST /uploads/\(taken1)/resubmission", as: "centre")
            #expect(refused.code == "certificate.upload-taken")
            let second = await bench.service.call("POST", "\(path)/upload-workbook", as: .centreOfficer)
            #expect(try rows(second.body).map { $0["上传次数"] } == ["2", "1"])
        }
    }

    @Test("are refused where they cannot be read, and carried by whoever wants them where nothing goes by itself")
    func refusals() async throws {
        try await with { bench in
            let path = try await bench.numbered()
            try await bench.service.tick()
            let nothing = await bench.service.call("POST", "\(path)/upload-workbook", as: .centreOfficer)
            #expect(nothing.member("code") == "certificate.nothing-to-upload")
            let none = await handIn(Array("%PDF-1.7".utf8), bench)
            #expect(none.member("code") == "certificate.receipt-workbook-unreadable")
            #expect(none.status == 422)
        }
        try await Bench.with { bench in
            let path = try await bench.issued()
            try await bench.service.tick()
            #expect(try await bench.ask("GET /uploads", as: "centre").json["items"]?.elements.isEmpty == true)
            // Nothing goes by itself, and the workbook is there when somebody wants it.
            let export = await bench.service.call("POST", "\(path)/upload-workbook", as: .centreOfficer)
            let sent = try rows(export.body)
            #expect(sent.map { $0["办理事项"] } == ["上传", "上传"])
            let results = Array(repeating: ["省系统结果": "接收", "结果日期": "2026-10-14"], count: 2)
            let taken = await handIn(try answered(sent, results), bench)
            #expect(taken.member("entered") == "2")
            let after = try await bench.ask("GET /uploads", as: "centre").json["items"]?.elements ?? []
            #expect(after.map { $0["state"]?.text } == ["accepted", "accepted"])
            let compared = try await bench.ask("POST /reconciliations", as: "centre")
            #expect(compared.code == "certificate.no-province")
            #expect(try await bench.ask("GET /province", as: "bureau").json["transport"]?.text == "none")
        }
    }
}
