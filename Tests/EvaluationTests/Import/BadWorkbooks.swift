import Contracts
import EvaluationDomain
import Foundation
import Kernel
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import EvaluationService

@Suite("A workbook as people send it", .timeLimit(.minutes(30)))
struct BadWorkbooks {
    /// What is expected of one row: what became of it, and of which column what was said.
    private struct Row: Decodable {
        struct Reason: Decodable {
            let field: String?
            let place, code, message: String
        }
        let row: Int
        let name, outcome: String
        let reasons: [Reason]
    }

    private struct Rows: Decodable { let items: [Row] }

    private static func fixture(_ name: String) throws -> [UInt8] {
        try Array(
            Data(contentsOf: Repository.root.appending(path: "Tests/SpreadsheetsTests/Fixtures/applications/\(name)"))
        )
    }

    private static func rows(_ answer: PlainResponse?) throws -> [Row] {
        try WireFormat.decode(Rows.self, from: try #require(answer).body).items
    }

    @Test("may have merged cells: unit and day hold for each of the rows")
    func merged() async throws {
        try await Desk.with { desk in
            let (done, rows) = try await desk.imported(
                try Self.fixture("merged.xlsx"),
                into: try await desk.openRound()
            )
            #expect(done.member("sheet") == "申报")
            #expect(try Self.rows(rows).map(\.outcome) == ["entered", "entered", "entered"], "\(rows?.text ?? "")")
            #expect(try Self.rows(rows).map(\.row) == [3, 4, 5])
        }
    }

    @Test(
        "may have results of formulas, bare day numbers, truth values and stray spaces; what is unclear is named by its cell"
    )
    func cells() async throws {
        try await Desk.with { desk in
            let (_, answer) = try await desk.imported(try Self.fixture("cells.xlsx"), into: try await desk.openRound())
            let rows = try Self.rows(answer)
            let expected: [(outcome: String, reason: String?)] = [
                ("entered", nil), ("entered", nil),
                ("refused", "“申报”表第4行“证件号码”列 identifier.rounded-by-excel"),
                ("refused", "“申报”表第5行“原证书编号”列 identifier.rounded-by-excel"),
                ("refused", "“申报”表第6行“岗位名称”列 evaluation.cell-error"),
                ("refused", "“申报”表第7行“入职日期”列 evaluation.day"),
                ("refused", "“申报”表第8行“入职日期”列 evaluation.day"), ("entered", nil),
            ]
            try #require(rows.count == expected.count, "\(answer?.text ?? "")")
            for (row, expected) in zip(rows, expected) {
                #expect(row.outcome == expected.outcome, "\(row)")
                #expect(row.reasons.first.map { "\($0.place) \($0.code)" } == expected.reason)
                #expect(row.reasons.count == (expected.reason == nil ? 0 : 1), "\(row.reasons)")
            }
            #expect(rows[2].reasons.first?.message.contains("Excel") == true)
            #expect(rows[7].name.unicodeScalars.map(\.value) == [0x2CB4E, 0x20000])
            let id = try #require(answer?.member("items", "1", "application"))
            let second = await desk.hr("GET", "/applications/\(id)")
            #expect(second.member("state") == "submitted")
            let first = try #require(answer?.member("items", "0", "application"))
            #expect(await desk.hr("GET", "/applications/\(first)").member("workshop") == "焊接一车间")
        }
    }

    @Test("names a formula that no program has calculated")
    func uncalculated() async throws {
        try await Desk.with { desk in
            let (_, answer) = try await desk.imported(
                try Self.fixture("uncalculated.xlsx"),
                into: try await desk.openRound()
            )
            let row = try #require(try Self.rows(answer).first)
            #expect(row.reasons.map(\.code) == ["evaluation.cell-uncalculated"])
            #expect(row.reasons.first?.field == "岗位名称")
        }
    }

    @Test("is read on the sheet that can be seen, hidden rows included; hidden sheets are told and not read")
    func hidden() async throws {
        try await Desk.with { desk in
            let (done, rows) = try await desk.imported(
                try Self.fixture("hidden.xlsx"),
                into: try await desk.openRound()
            )
            #expect(done.member("sheet") == "今年")
            #expect(done.member("passedOver", "0") == "去年的")
            #expect(done.member("passedOver", "1") == "字典")
            #expect(try Self.rows(rows).map(\.outcome) == ["entered", "entered"])
        }
    }

    @Test("made with an older template is taken where it has every column, and else told which are missing")
    func template() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let (old, none) = try await desk.imported(try Self.fixture("old-template.xlsx"), into: round)
            #expect(old.member("code") == "evaluation.other-template", "\(old.text)")
            #expect(old.member("title")?.contains("0.9") == true && old.member("title")?.contains("附加条件") == true)
            #expect(none == nil)
            let (complete, rows) = try await desk.imported(try Self.fixture("old-complete.xlsx"), into: round)
            #expect(complete.member("otherTemplate") == "0.9")
            #expect(try Self.rows(rows).map(\.outcome) == ["entered"])
        }
    }

    @Test("names the second row of the same person, whatever the digits look like")
    func twice() async throws {
        try await Desk.with { desk in
            let (_, answer) = try await desk.imported(try Self.fixture("twice.xlsx"), into: try await desk.openRound())
            let rows = try Self.rows(answer)
            try #require(rows.map(\.outcome) == ["entered", "refused", "entered"])
            #expect(rows[1].reasons.map(\.code) == ["evaluation.person-in-row"])
            #expect(rows[1].reasons.first?.message.contains("第2行") == true)
        }
    }

    @Test("may hold macros, which are not run")
    func macros() async throws {
        try await Desk.with { desk in
            let (_, rows) = try await desk.imported(try Self.fixture("macros.xlsm"), into: try await desk.openRound())
            #expect(try Self.rows(rows).map(\.outcome) == ["entered"])
        }
    }

    @Test("may have a million empty rows between")
    func empties() throws {
        // Without the mark in front.
        let text = String(decoding: try Sample.applicants().dropFirst(3), as: UTF8.self)
        let cells = text.split(separator: "\r\n").prefix(2)
        func row(_ line: Substring) -> String {
            // No quotation marks and commas stand in these columns but in the merits.
            let texts = line.replacing("\"薄壁管自动焊工艺革新,年节约 180 万元\"", with: "自动焊工艺革新").split(
                separator: ",",
                omittingEmptySubsequences: false
            )
            return "<row>" + texts.map { "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }.joined() + "</row>"
        }
        let empty = String(repeating: "<row/>", count: 1_000_000)
        let sheet = "\(row(cells[0]))\(empty)\(row(cells[1]))"
        let book = StoredWorkbook.bytes(rows: sheet)
        let applications = try ApplicationSheet(book)
        let found = try #require(try applications.next())
        #expect(found.number == 1_000_002)
        #expect(found.form.name == "王建国 ")
        #expect(found.problems == [])
        #expect(try applications.next() == nil)
    }

    @Test("with a password, a bomb or nothing at all is refused with what to do")
    func refused() async throws {
        let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
        let locked = ole + [UInt8](repeating: 0, count: 2000) + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] }
        let bomb = try Array(
            Data(contentsOf: Repository.root.appending(path: "Tests/SpreadsheetsTests/Fixtures/bomb.xlsx"))
        )
        let cases: [([UInt8], String)] = [
            (locked, "spreadsheet.encrypted"), (bomb, "spreadsheet.bomb"),
            (Array("%PDF-1.7\n".utf8), "spreadsheet.not-a-spreadsheet"),
            (Array("甲,乙\n1,2\n".utf8), "spreadsheet.no-headings"),
        ]
        try await Desk.with { desk in
            let round = try await desk.openRound()
            for (bytes, code) in cases {
                let (answer, _) = try await desk.imported(bytes, into: round)
                let said = answer.member("code") ?? answer.member("problem", "code")
                #expect(said == code, "\(answer.text)")
            }
        }
    }
}

/// A workbook of one sheet, put together byte by byte without compression.
enum StoredWorkbook {
    private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    private static let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    private static let package = "http://schemas.openxmlformats.org/package/2006"

    /// The workbook whose sheet has these rows.
    static func bytes(rows: String) -> [UInt8] {
        zip([
            (
                "[Content_Types].xml",
                "<Types xmlns=\"\(package)/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
            (
                "_rels/.rels",
                "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"a\" Type=\"\(relation)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook xmlns=\"\(main)\" xmlns:r=\"\(relation)\"><sheets><sheet name=\"表\" sheetId=\"1\" r:id=\"a\"/></sheets></workbook>"
            ),
            (
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"a\" Type=\"\(relation)/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
            ),
            ("xl/worksheets/sheet1.xml", "<worksheet xmlns=\"\(main)\"><sheetData>\(rows)</sheetData></worksheet>"),
        ])
    }

    private static func zip(_ parts: [(name: String, text: String)]) -> [UInt8] {
        var bytes: [UInt8] = []
        var directory: [UInt8] = []
        for (name, text) in parts {
            let data = Array(text.utf8)
            var common = two(20) + two(0) + two(0) + four(0)
            common += four(Int(sum(of: data))) + four(data.count) + four(data.count)
            common += two(name.utf8.count) + two(0)
            let start = bytes.count
            bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + data
            directory += [0x50, 0x4B, 1, 2] as [UInt8]
            directory += two(20) + common
            directory += two(0) + two(0) + two(0)
            directory += four(0) + four(start)
            directory += Array(name.utf8)
        }
        var end: [UInt8] = [0x50, 0x4B, 5, 6]
        end += two(0) + two(0)
        end += two(parts.count) + two(parts.count)
        end += four(directory.count) + four(bytes.count)
        end += two(0)
        return bytes + directory + end
    }

    private static func two(_ number: Int) -> [UInt8] { [UInt8(number & 0xFF), UInt8(number >> 8 & 0xFF)] }
    private static func four(_ number: Int) -> [UInt8] { two(number & 0xFFFF) + two(number >> 16 & 0xFFFF) }

    /// CRC-32 as zip wants it.
    private static func sum(of data: [UInt8]) -> UInt32 {
        let table: [UInt32] = (0..<256).map { index in
            var sum = UInt32(index)
            for _ in 0..<8 { sum = sum & 1 == 1 ? 0xEDB8_8320 ^ (sum >> 1) : sum >> 1 }
            return sum
        }
        var sum = ~UInt32(0)
        for byte in data { sum = table[Int((sum ^ UInt32(byte)) & 0xFF)] ^ (sum >> 8) }
        return ~sum
    }
}
