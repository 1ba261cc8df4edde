import Testing

@testable import Spreadsheets

@Suite("A sheet with headings")
struct ColumnTests {
    private static let columns = [
        SheetColumn("name", "企业名称", aliases: ["单位名称"]), SheetColumn("code", "统一社会信用代码"),
        SheetColumn("remark", "备注", isRequired: false),
    ]

    private func sheet(_ text: String) throws -> HeadedSheet {
        try HeadedSheet(Samples.csv(text).rows(), columns: Self.columns)
    }

    @Test("knows its columns in any order, below titles, however their headings are decorated")
    func order() throws {
        let sheet = try sheet("企业备案名册\n填表说明,一行一家\n序号,统一社会信用代码\u{3000},*单位 名称（必填）\n1,X1,甲\n\n2,X2,乙\n")
        #expect(sheet.above.count == 2)
        let first = try #require(try sheet.next())
        #expect(first.number == 4)
        #expect(first.text("name") == "甲")
        #expect(first.text("code") == "X1")
        #expect(first["remark"] == nil)
        #expect(try sheet.next()?.number == 6)
        #expect(try sheet.next() == nil)
        #expect(sheet.place(of: "name", row: 4)?.description == "C4单元格")
    }

    @Test("is refused with all that is missing, or what stands twice")
    func refused() throws {
        #expect(throws: SpreadsheetError.columnsMissing(["统一社会信用代码"])) { try sheet("企业名称,备注\n甲,x\n") }
        #expect(throws: SpreadsheetError.noHeadings(expected: ["企业名称", "统一社会信用代码"])) { try sheet("a,b\n1,2\n") }
        let places = (CellPlace(sheet: nil, row: 1, column: 0), CellPlace(sheet: nil, row: 1, column: 2))
        #expect(throws: SpreadsheetError.columnTwice("企业名称", places.0, places.1)) {
            try sheet("企业名称,统一社会信用代码,单位名称\n")
        }
        #expect(throws: SpreadsheetError.empty) { try sheet("\n\n") }
    }

    @Test("is found in a workbook below its title")
    func workbook() throws {
        let sheet = try HeadedSheet(Samples.open("openpyxl.xlsx").rows(), columns: Self.columns)
        #expect(try sheet.next()?.text("name") == "滨州𬭎科技")
        #expect(sheet.place(of: "code", row: 3)?.description == "“备案”表B3单元格")
    }
}
