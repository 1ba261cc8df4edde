import CompensationDomain
import Contracts
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import CompensationService

@Suite("What the enterprise's own records say, in a file of attestations")
struct OwnWordsStory {
    @Test(
        "comes back unharmed as the template wrote it, though it reads like pay; what others would write there does not"
    )
    func comesBack() async throws {
        try await Service.with(Main.self) { service in
            _ = try await service.appointed(3)
            try await service.travel(to: Sample.day("2026-12-02").start)
            try await Self.makeOld(service)
            let template = await service.get("/attestations/import/template?month=2026-11")
            let bytes = try await #require(template.stream).collect()
            let sheet = try HeadedSheet(Spreadsheet(.bytes(bytes)).rows(), columns: AttestationColumns.all)
            var rows: [String] = []
            while let row = try sheet.next() {
                #expect(row.text("name") == "陆百" && row.text("band") == "16800")
                rows.append("\(row.text("appointment")),\(row.text("name")),\(row.text("band")),已兑现,")
            }
            #expect(rows.count == 3)
            rows[2] = rows[2].replacing("16800", with: "16900").replacing("陆百", with: "陆千")
            let list = try #require(await service.handIn(ImportStory.csv(rows)).member("id"))
            try await service.tick()
            let done = await service.get("/attestation-imports/\(list)")
            #expect(done.member("attested") == "2" && done.member("refused") == "1", "\(done.text)")
            let refused = await service.get("/attestation-imports/\(list)/rows")
            let fields = (0..<2).map { refused.member("items", "0", "reasons", "\($0)", "field") }
            #expect(fields == ["姓名", "薪酬档次代码"], "\(refused.text)")
            let kept = try await service.database.transaction { tx in
                try service.definition.imports.store.bytes(of: #require(UUID(uuidString: list)), in: tx)
            }
            let text = String(decoding: try #require(kept), as: UTF8.self)
            #expect(text.contains("16800") && !text.contains("16900") && !text.contains("陆千"))
            // What was attested by older rules is written by the template again, and is no correction.
            try await service.database.transaction { tx in
                try tx.execute(
                    """
                    UPDATE attestation SET standing = 'not-met', state = replace(
                        replace(state::text, '"standing": "met"', '"standing": "not-met", "reason": "少发800元"'),
                        '"reason": null, ', '')::jsonb
                    """
                )
            }
            let again = rows.prefix(2).map { $0.replacing("已兑现,", with: "未兑现,少发800元") }
            let second = try #require(await service.handIn(ImportStory.csv(again)).member("id"))
            try await service.tick()
            let unchanged = await service.get("/attestation-imports/\(second)")
            #expect(unchanged.member("unchanged") == "2", "\(unchanged.text)")
        }
    }

    @Test(
        "Names of the file and of its sheet that read like pay, or could harm who opens what comes back, are not kept"
    )
    func names() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(1)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let file = ScratchFile(ending: "xlsx")
            let writer = try WorkbookWriter(path: file.path, title: "x", created: Sample.day("2026-12-01").start)
            let columns = ["聘用编号", "姓名", "薪酬档次代码", "兑现情况"].map { SheetLayout.Column($0) }
            try writer.begin(SheetLayout("实发18765.21", columns: columns))
            try writer.append([appointments[0], "钱二", "ZG-2", "已兑现"].map { .text($0) })
            try writer.finish()
            let signer = "陆百川".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            func handIn(_ name: String, by signer: String) async throws -> PlainResponse {
                let name = name.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
                return await service.call(
                    "POST",
                    "/attestations/import?month=2026-11&name=\(name)&signer=\(signer)&position=%E9%83%A8%E9%95%BF",
                    as: .enterpriseHR,
                    of: Sample.employer.creditCode,
                    body: try file.bytes(0..<file.size)
                )
            }
            let paid = try await handIn("实发23456.78元.xlsx", by: signer)
            #expect(paid.member("fileName") == "待遇兑现确认表-2026-11", "\(paid.text)")
            let hostile = try await handIn("../../a\u{202E}\r\nb<c>.xlsx", by: signer)
            #expect(hostile.member("fileName") == "ab_c_.xlsx", "\(hostile.text)")
            let orders = try await service.database.transaction { tx in
                try tx.query("SELECT state::text AS state FROM attestation_import")
                    .map { try $0.decode("state", as: String.self) }.joined()
            }
            #expect(!orders.contains("18765") && !orders.contains("23456"))
            try await service.tick()
            let back = await service.get("/attestation-imports/\(paid.member("id") ?? "")/workbook")
            let bytes = try await #require(back.stream).collect()
            #expect(try Spreadsheet(.bytes(bytes)).sheets.map(\.name) == [AttestationTemplate.sheet])
            let amount = "一万二千元".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
            let refused = try await handIn("a.xlsx", by: amount)
            #expect(refused.member("errors", "0", "field") == "signer.name", "\(refused.text)")
        }
    }

    @Test("A file that is stopped is let go at once")
    func stopped() async throws {
        try await Service.with(Main.self) { service in
            let appointment = try #require(try await service.appointed(1).first)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let row = "\(appointment),赵一,ZG-2,已兑现,"
            let sent = await service.handIn(ImportStory.csv(Array(repeating: row, count: 1_500)))
            let list = try #require(sent.member("id").flatMap { UUID(uuidString: $0) }, "\(sent.text)")
            let imports = service.definition.imports
            _ = try await service.database.transaction { tx in try imports(at: service.clock.now, in: tx) }
            let progress = await service.get("/attestation-imports/\(list.lowercase)")
            #expect(progress.member("rows") == "1000" && progress.member("state") == "running", "\(progress.text)")
            let stopped = await service.post("/attestation-imports/\(list.lowercase)/cancellation", "{}")
            #expect(stopped.member("state") == "cancelled", "\(stopped.text)")
            #expect(imports.reading.next(of: list, after: 1_002, most: 1000) == nil)
        }
    }

    /// A band code and a name that read like amounts, as a version before took them.
    private static func makeOld(_ service: Service) async throws {
        try await service.database.transaction { tx in
            for statement: SQL in [
                "UPDATE appointment SET state = replace(state::text, 'ZG-2', '16800')::jsonb",
                "UPDATE appointment_band SET band = '16800'",
                "UPDATE holder SET state = replace(state::text, '赵一', '陆百')::jsonb",
            ] { try tx.execute(statement) }
        }
    }
}
