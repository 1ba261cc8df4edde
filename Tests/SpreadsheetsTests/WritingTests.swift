import Foundation
import Kernel
import Testing

@testable import Spreadsheets

@Suite("A workbook that is written")
struct WritingTests {
    private static let created = Date(timeIntervalSince1970: 1_790_000_000)
    private static let day = LocalDate(dayNumber: 20_726)

    private func book(_ write: (WorkbookWriter) throws -> Void) throws -> [UInt8] {
        try WorkbookWriter.bytes(title: "备案𬭎", created: Self.created, write)
    }

    private static let layout = SheetLayout(
        "备案",
        above: ["企业备案名册", "一行一家"],
        columns: [
            .init("企业名称", isRequired: true), .init("信用代码", hint: "18位"), .init("起始", kind: .day),
            .init("人数", kind: .number), .init("县区", choices: ["滨城区", "沾化区"]),
            .init("职业", choices: (0..<100).map { "职业\($0)" }), .init("备注", kind: .wrapped),
        ],
        frozenColumns: 1
    )

    private func sample(_ writer: WorkbookWriter) throws {
        try writer.begin(Self.layout)
        try writer.append([
            .text("赵𬭎公司"), .text("372323198501012345"), .day(Self.day), .number(42), WrittenCell(.truth(true)),
            WrittenCell(.number(0.5), isWrong: true, comment: "不是职业"), .text("=1+1\n第二行\u{1}"),
        ])
        try writer.append([
            WrittenCell(.blank, isWrong: true, comment: "必填"), .blank, WrittenCell(.day(Self.day, seconds: 30_600)),
        ])
        try writer.begin(SheetLayout("说明", lines: ["填表说明", "一、……"]))
    }

    @Test("is read as it was written, texts that look like numbers and rare characters included")
    func roundTrip() throws {
        let written = try Spreadsheet(.bytes(book(sample)))
        #expect(written.sheets.map(\.name) == ["备案", "说明", "选项1"])
        #expect(written.sheets.map(\.isHidden) == [false, false, true])
        let rows = try written.all()
        #expect(rows[2].cells.map(\.text) == ["企业名称", "信用代码", "起始", "人数", "县区", "职业", "备注"])
        #expect(
            rows[3].cells.map(\.value) == [
                .text("赵𬭎公司"), .text("372323198501012345"), .day(Self.day, seconds: 0), .number(CellNumber(42)),
                .truth(true), .number(CellNumber(0.5)), .text("=1+1\n第二行\u{1}"),
            ]
        )
        #expect(rows[4].cells.map(\.value) == [.day(Self.day, seconds: 30_600)])
        #expect(try written.texts(.named("选项1")).count == 100)
    }

    @Test("has the same bytes for the same content")
    func deterministic() throws { #expect(try book(sample) == book(sample)) }

    @Test("takes names and texts that Excel would not")
    func forbidden() throws {
        let bytes = try book { writer in
            for name in ["a/b[c]", "A/B[C]", "", String(repeating: "长", count: 40)] {
                try writer.begin(SheetLayout(name, columns: [.init("x")]))
                try writer.append([.text("a\0b\u{FFFF}" + String(repeating: "𬭎", count: 20_000))])
            }
        }
        let read = try Spreadsheet(.bytes(bytes))
        #expect(read.sheets.compactMap(\.name) == ["abc", "ABC2", "Sheet", String(repeating: "长", count: 28)])
        let text = try #require(try read.all()[1][0]?.text)
        #expect(text.hasPrefix("ab𬭎") && text.hasSuffix("…") && text.utf16.count <= 32_767)
    }

    @Test("says so where it cannot be written")
    func unwritable() throws {
        let writer = try WorkbookWriter(path: "/nowhere/x.xlsx", title: "x", created: Self.created)
        try writer.begin(Self.layout)
        let refusal = #expect(throws: SpreadsheetError.self) { try writer.finish() }
        #expect(refusal?.code == "spreadsheet.not-written")
    }

    @Test("brings wrong rows back with their own cells, each marked with what is wrong, and can be read again")
    func errors() throws {
        let columns = [SheetColumn("name", "企业名称"), SheetColumn("code", "统一社会信用代码")]
        func upload() throws -> HeadedSheet { try HeadedSheet(Samples.open("openpyxl.xlsx").rows(), columns: columns) }
        let complaints = [
            4: [RowComplaint(field: "code", "校验码不符。"), RowComplaint(field: nil, "整行有误。")],
            5: [RowComplaint(field: "name", "必填。")],
        ]
        let bytes = try book { try ErrorWorkbook.write(upload(), complaints, to: $0) }
        let back = try Spreadsheet(.bytes(bytes))
        #expect(
            try back.texts() == [
                ["原行号", "错误说明", "*企业名称", "统一社会信用代码", "起始日期", "人数", "是否", "比例"],
                [
                    "4", "【统一社会信用代码】校验码不符。\n整行有误。", "乙  公司", "9137160270000001X7", "2026-01-02 08:30", "-3", "FALSE",
                    "1e-07",
                ],
                ["5", "【*企业名称】必填。", "-", "-", "08:30", "372323198501012000"],
            ]
        )
        let again = try HeadedSheet(back.rows(), columns: columns)
        #expect(try again.next()?.text("name") == "乙  公司")
        let all = try book { try ErrorWorkbook.write(upload(), complaints, rows: .all, to: $0) }
        #expect(try Spreadsheet(.bytes(all)).all().count == 6)
    }
}
