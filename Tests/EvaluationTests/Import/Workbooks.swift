import Contracts
import Foundation
import Glibc
import Kernel
import Spreadsheets
import Testing

@testable import EvaluationService

@Suite("A workbook saved as CSV")
struct Workbooks {
    @Test("is read as Excel writes it")
    func sample() throws {
        let book = try Workbook(Sample.applicants(), columns: ApplicationColumns.all)
        #expect(book.lines.map(\.number) == Array(1...14))
        #expect(book.lines[3].cells["姓名"] == "赵𬭎")
        #expect(book.lines[0].cells["业绩摘要"] == "薄壁管自动焊工艺革新,年节约 180 万元")
        #expect(book.lines.allSatisfy { !$0.isTorn })
    }

    @Test("is the same in GB18030, characters of four bytes included")
    func gb18030() throws {
        let utf8 = try Sample.applicants()
        let book = try Workbook(Self.inGB18030(Array(utf8.dropFirst(3))), columns: ApplicationColumns.all)
        #expect(book.lines.map(\.cells) == (try Workbook(utf8, columns: ApplicationColumns.all)).lines.map(\.cells))
        #expect(book.lines[3].cells["姓名"]?.unicodeScalars.last?.value == 0x2CB4E)
    }

    @Test("is the same as an Excel workbook, below a title, with days and numbers as Excel keeps them")
    func excel() throws {
        let utf8 = try Sample.applicants()
        let rows = try Spreadsheet(.bytes(utf8)).rows()
        let bytes = try WorkbookWriter.bytes(title: "x", created: Date(timeIntervalSince1970: 1)) { writer in
            let headings = try #require(try rows.next())
            let columns = headings.cells.map { SheetLayout.Column($0.text) }
            try writer.begin(SheetLayout("申报", above: ["特级技师申报汇总表"], columns: columns))
            while let row = try rows.next() {
                let day = WrittenDay.read(row[Self.column("入职日期", in: headings)]?.text ?? "")
                try writer.append(
                    columns.indices.map { column in
                        column == Self.column("入职日期", in: headings) && day != nil
                            ? .day(day) : .text(row[column]?.text ?? "")
                    }
                )
            }
        }
        let book = try Workbook(bytes, columns: ApplicationColumns.all)
        let csv = try Workbook(utf8, columns: ApplicationColumns.all)
        #expect(book.lines.map(\.number) == csv.lines.map(\.number))
        for (mine, theirs) in zip(book.lines, csv.lines) {
            for (heading, text) in theirs.cells where heading != "入职日期" { #expect(mine.cells[heading] == text) }
            #expect(WrittenDay.read(mine.cells["入职日期"] ?? "") == WrittenDay.read(theirs.cells["入职日期"] ?? ""))
        }
    }

    private static func column(_ heading: String, in row: Spreadsheets.Row) -> Int {
        row.cells.first { $0.text == heading }?.column ?? -1
    }

    @Test("may have its columns in any order, with others between")
    func order() throws {
        let text = "备注,证件号码,姓名\r\nx,1,甲\r\n,,\r\ny,2,乙\r\n"
        let columns = ApplicationColumns.all.filter { ["姓名", "证件号码"].contains($0.heading) }
        let book = try Workbook(Array(text.utf8), columns: columns)
        #expect(book.lines.map { $0.cells["姓名"] } == ["甲", "乙"])
        #expect(book.lines.map(\.number) == [1, 3])
    }

    @Test("names the columns that are missing")
    func missing() throws {
        let refused = #expect(throws: InvalidInput.self) {
            try Workbook(Array("姓名,证件类型\n甲,居民身份证\n".utf8), columns: ApplicationColumns.all)
        }
        #expect(refused?.problems.contains { $0.field == "证件号码" && $0.code == "evaluation.csv-column-missing" } == true)
        #expect(refused?.problems.contains { $0.field == "姓名" } == false)
    }

    @Test(
        "is refused whole where it cannot be read",
        arguments: [
            ([0xFF, 0xFF, 0x41], "evaluation.csv-encoding"), (Array("姓名\n".utf8), "evaluation.csv-empty"),
            ([], "evaluation.csv-empty"), (Array("姓名\n\"甲\"x\n".utf8), "evaluation.csv-quotes"),
        ] as [([UInt8], String)]
    )
    func unreadable(bytes: [UInt8], code: String) {
        let columns = ApplicationColumns.all.filter { $0.heading == "姓名" }
        let refused = #expect(throws: InvalidInput.self) { try Workbook(bytes, columns: columns) }
        #expect(refused?.problems.map(\.code) == [code])
    }

    @Test("marks a row with more cells than columns")
    func torn() throws {
        let columns = ApplicationColumns.all.filter { $0.heading == "姓名" }
        let book = try Workbook(Array("姓名\n甲\n乙,丙\n".utf8), columns: columns)
        #expect(book.lines.map(\.isTorn) == [false, true])
    }

    @Test("has a column for every member of the form")
    func columnsMatchTheForm() throws {
        let form = ApplicationColumns.form(
            Dictionary(uniqueKeysWithValues: ApplicationColumns.all.map { ($0.heading, $0.member) })
        )
        let members = try JSONDecoder().decode([String: String].self, from: JSONEncoder().encode(form))
        #expect(members.count == 35)
        #expect(members.allSatisfy { $0.key == $0.value })
    }

    /// By the C library, as Excel on a Chinese Windows would.
    private static func inGB18030(_ utf8: [UInt8]) throws -> [UInt8] {
        let converter = unsafe iconv_open("GB18030", "UTF-8")
        defer { _ = unsafe iconv_close(converter) }
        var input = utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: utf8.count * 2)
        let capacity = output.count
        var (inputLeft, outputLeft) = (input.count, capacity)
        let outcome = unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { to in
                var source = from.baseAddress
                var target = to.baseAddress
                return unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
            }
        }
        try #require(outcome != -1)
        return output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }
    }
}
