import CompensationDomain
import Cryptography
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

@Suite("What is kept of a file of attestations")
struct KeptFiles {
    /// Amounts that stand in the files and may stand nowhere else.
    private static let canaries = ["18765.21", "23456.78", "34567.89", "45678.91", "5678.5元"]

    @Test("is its known columns alone: no other sheet, line or amount is in the database, and the answer says so")
    func canaries() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let book = try Self.workbook(appointments)
            let handedIn = await service.handIn(book)
            #expect(handedIn.status == 201, "\(handedIn.text)")
            #expect(handedIn.member("leftOut")?.contains("另有2个工作表") == true, "\(handedIn.text)")
            let csv = ImportStory.csv([
                "\(appointments[0]),赵一,ZG-2,已兑现,,,45678.91", "\(appointments[0]),赵一,34567.89,未兑现,少发5678.5元",
            ])
            let text = await service.handIn(csv)
            #expect(text.status == 201 && text.member("leftOut") == nil, "\(text.text)")
            try await Self.expectNoCanary(service, imports: [handedIn, text])
            try await service.tick()
            let done = await service.get("/attestation-imports/\(handedIn.member("id") ?? "")")
            #expect(done.member("attested") == "1" && done.member("refused") == "1", "\(done.text)")
            let rows = await service.get("/attestation-imports/\(text.member("id") ?? "")/rows")
            #expect(rows.member("items", "0", "reasons", "0", "code") == "compensation.row-torn", "\(rows.text)")
            #expect(rows.member("items", "1", "reasons", "0", "field") == "薪酬档次代码", "\(rows.text)")
            #expect(rows.member("items", "1", "reasons", "1", "code") == "compensation.amount-in-text")
            try await Self.expectNoCanary(service, imports: [handedIn, text])
        }
    }

    @Test("comes back as a workbook under the numbers the rows had, and is taken again when mended")
    func comesBack() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let list = try #require(await service.handIn(Self.workbook(appointments)).member("id"))
            try await service.tick()
            let file = await service.get("/attestation-imports/\(list)/workbook")
            #expect(file.status == 200)
            let bytes = try await #require(file.stream).collect()
            let sheet = try HeadedSheet(
                Spreadsheet(.bytes(bytes)).rows(),
                columns: AttestationColumns.all + [SheetColumn("row", "原行号"), SheetColumn("wrong", "错误说明")]
            )
            let rows = try [sheet.next(), sheet.next()].compactMap { $0 }
            #expect(rows.map { $0.text("row") } == ["3", "5"])
            #expect(rows.map { $0.text("name") } == ["赵一", "赵一"])
            #expect(rows.map { $0.text("wrong").isEmpty } == [true, false])
            #expect(rows.map { $0.text("reason") } == ["", KeptRow.removed])
            #expect(try AttestationSheet(bytes, own: OwnWords()).otherSheets == 0)
        }
    }

    @Test("of one that a version before stored as it came is cut down when it is gone on with")
    func older() async throws {
        try await Service.with(Main.self) { service in
            let appointments = try await service.appointed(2)
            try await service.travel(to: Sample.day("2026-12-02").start)
            let book = try Self.workbook(appointments)
            let handedIn = await service.handIn(book)
            let list = try #require(handedIn.member("id").flatMap { UUID(uuidString: $0) })
            let store = service.definition.imports.store
            try await service.database.transaction { tx in
                let piece = try store.cipher.seal(bytes: book, of: list.lowercase)
                try tx.execute("DELETE FROM attestation_import_piece WHERE import = \(list)")
                try tx.execute(
                    "INSERT INTO attestation_import_piece (import, number, bytes) VALUES (\(list), 0, \(piece)::bytea)"
                )
            }
            try await service.tick()
            let done = await service.get("/attestation-imports/\(list.lowercase)")
            #expect(done.member("attested") == "1" && done.member("refused") == "1", "\(done.text)")
            try await Self.expectNoCanary(service, imports: [handedIn])
        }
    }

    /// A workbook with a payslip and a hidden sheet behind the one that is asked for, and pay above its headings.
    private static func workbook(_ appointments: [String]) throws -> [UInt8] {
        let file = ScratchFile(ending: "xlsx")
        let writer = try WorkbookWriter(path: file.path, title: "确认表", created: Sample.day("2026-12-01").start)
        let columns = ["序号", "聘用编号", "姓名", "薪酬档次代码", "兑现情况", "原因"].map { SheetLayout.Column($0) }
        try writer.begin(SheetLayout(AttestationTemplate.sheet, above: ["2026-11 应发合计 18765.21"], columns: columns))
        try writer.append(["34567.89", appointments[0], "赵一", "ZG-2", "已兑现", ""].map { .text($0) })
        try writer.append([])
        try writer.append(["2", appointments[1], "赵一", "ZG-2", "未兑现", "月薪实发23456.78"].map { .text($0) })
        try writer.begin(SheetLayout("工资条", columns: [.init("姓名"), .init("实发")]))
        try writer.append([.text("赵一"), .text("45678.91")])
        try writer.begin(SheetLayout("明细", columns: [.init("绩效")]))
        try writer.append([.text("18765.21")])
        try writer.finish()
        return try file.bytes(0..<file.size)
    }

    /// Looks for the amounts in every row of every table, and in what is sealed of the files.
    private static func expectNoCanary(_ service: Service, imports: [PlainResponse]) async throws {
        let ids = imports.compactMap { $0.member("id").flatMap { UUID(uuidString: $0) } }
        #expect(ids.count == imports.count)
        let store = service.definition.imports.store
        let found = try await service.database.transaction { tx in
            var found: [(place: String, text: String)] = []
            let tables = try tx.query(
                """
                SELECT table_name::text AS name FROM information_schema.tables
                WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'
                """
            ).map { try $0.decode("name", as: String.self) }
            #expect(tables.contains("attestation_import_piece") && tables.contains("journal"))
            for table in tables {
                let rows = try tx.query(SQL(stringLiteral: "SELECT to_jsonb(t)::text AS text FROM \(table) AS t"))
                for row in rows { found.append((table, try row.decode("text"))) }
            }
            for id in ids {
                let bytes = try #require(try store.bytes(of: id, in: tx))
                found.append(("pieces of \(id)", String(decoding: bytes, as: UTF8.self)))
            }
            return found
        }
        for (place, text) in found {
            for canary in canaries {
                let hex = canary.utf8.map { String($0, radix: 16) }.joined()
                // Bytes are written in hex, in which an amount could stand as its characters.
                let isBytes = text.contains("\\\\x") && text.contains(hex)
                #expect(!isBytes && !words(text).contains { $0.contains(canary) }, "\(canary): \(place)")
            }
        }
    }

    /// What stands between what is neither letter, digit nor full stop.
    private static func words(_ text: String) -> [Substring] {
        text.split { !$0.isLetter && !$0.isNumber && $0 != "." }
    }
}
