import Foundation
import Testing

@testable import Spreadsheets

@Suite("A CSV file that is read")
struct CSVTests {
    @Test(
        "is separated by commas, semicolons or tabs, in quotation marks or not",
        arguments: [
            "名称,备注\r\n甲,\"一,\"\"二\"\"\n三\"\r\n", "名称;备注\n甲;\"一,\"\"二\"\"\n三\"\n", "名称\t备注\r甲\t\"一,\"\"二\"\"\n三\" ",
            "sep=;\r\n名称;备注\n甲;\"一,\"\"二\"\"\n三\"",
        ]
    )
    func separators(text: String) throws {
        #expect(try Samples.csv(text).texts() == [["名称", "备注"], ["甲", "一,\"二\"\n三"]])
    }

    @Test("is UTF-8 with or without a mark, GB18030 or UTF-16, rare characters included")
    func encodings() throws {
        let text = "姓名,单位\n赵𬭎,滨州\n"
        let expected = [["姓名", "单位"], ["赵𬭎", "滨州"]]
        let gb18030: [UInt8] =
            [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0xB5, 0xA5, 0xCE, 0xBB, 0x0A, 0xD5, 0xD4]
            + [0x99, 0x33, 0xA9, 0x32, 0x2C, 0xB1, 0xF5, 0xD6, 0xDD, 0x0A]
        let utf16 = try #require(text.data(using: .utf16LittleEndian))
        for bytes in [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), gb18030, [0xFF, 0xFE] + [UInt8](utf16),
        ] {
            #expect(try Spreadsheet(.bytes(bytes)).texts() == expected)
        }
    }

    @Test("is decoded the same wherever its pieces are cut")
    func pieces() throws {
        let line = "赵𬭎é,x\n"
        for offset in 0..<12 {
            let text = String(repeating: "a", count: offset) + "\n" + String(repeating: line, count: 12_000)
            let rows = try Samples.csv(text).texts()
            #expect(rows.count == 12_000 + (offset == 0 ? 0 : 1))
            #expect(rows.suffix(12_000).allSatisfy { $0 == ["赵𬭎é", "x"] })
        }
    }

    @Test("counts rows as Excel does: blank lines are rows, a text over two lines is in one")
    func numbers() throws {
        let rows = try Samples.csv("a,b\n\n\"1\n2\",x\n,,\n3,y").all()
        #expect(rows.map(\.number) == [1, 3, 5])
        #expect(try Samples.csv("x,=\"0012\"").texts() == [["x", "0012"]])
    }

    @Test(
        "is refused where its quotation marks do not fit",
        arguments: [("a\n\"x\"y\n", 2), ("a\n\n\"x", 3), ("\"", 1)]
    )
    func quotes(text: String, row: Int) {
        #expect(throws: SpreadsheetError.quotes(row: row)) { try Samples.csv(text).texts() }
    }

    @Test("keeps quotation marks that stand within a text")
    func within() throws { #expect(try Samples.csv("a,5\" 管").texts() == [["a", "5\" 管"]]) }

    @Test("is written for Excel, and what looks like a formula is none")
    func written() throws {
        let rows = [["名称", "备注"], ["赵𬭎", "一,\"二\"\n三"], ["=1+1", "-2"]]
        let bytes = CSVWriter.mark + rows.flatMap { CSVWriter.row($0) }
        #expect(try Spreadsheet(.bytes(bytes)).texts() == [rows[0], rows[1], ["'=1+1", "'-2"]])
    }
}
