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
        let rows = try Self.rows(of: Sample.applicants())
        #expect(rows.map(\.number) == Array(2...15))
        #expect(rows[3].form.name == "赵𬭎")
        #expect(rows[0].form.merits == "薄壁管自动焊工艺革新,年节约 180 万元")
        #expect(rows.map(\.problems.count) == Array(repeating: 0, count: 12) + [1, 0])
    }

    @Test("is the same in GB18030, characters of four bytes included")
    func gb18030() throws {
        let utf8 = try Sample.applicants()
        let rows = try Self.rows(of: Self.inGB18030(Array(utf8.dropFirst(3))))
        #expect(rows.map(\.form) == (try Self.rows(of: utf8)).map(\.form))
        #expect(rows[3].form.name.unicodeScalars.last?.value == 0x2CB4E)
    }

    @Test("may have its columns in any order, with others between")
    func order() throws {
        let lines = try String(decoding: Sample.applicants(), as: UTF8.self).split(separator: "\r\n")
        let moved = lines.map { line in "备注,\(line.split(separator: ",", maxSplits: 1)[1])" }
        let rows = try Self.rows(of: Array(([moved[0]] + [",,,"] + moved.dropFirst()).joined(separator: "\r\n").utf8))
        #expect(rows.map(\.form) == (try Self.rows(of: Sample.applicants())).map(\.form))
        #expect(rows.map(\.number) == Array(3...16))
    }

    @Test("names the columns that are missing")
    func missing() throws {
        let refused = #expect(throws: SpreadsheetError.self) {
            try ApplicationSheet(Array("姓名,证件类型\n甲,居民身份证\n".utf8))
        }
        guard case .columnsMissing(let missing) = refused else {
            Issue.record("\(String(describing: refused))")
            return
        }
        #expect(missing.contains("证件号码") && !missing.contains("姓名"))
    }

    @Test("marks a row with more cells than columns")
    func torn() throws {
        let lines = try String(decoding: Sample.applicants(), as: UTF8.self).split(separator: "\r\n").map(String.init)
        let rows = try Self.rows(of: Array("\(lines[0])\r\n\(lines[1])\r\n\(lines[1]),多\r\n".utf8))
        #expect(rows.map(\.problems).map { $0.map(\.code) } == [[], ["evaluation.csv-row-torn"]])
    }

    @Test("has a column for every member of the form")
    func columnsMatchTheForm() throws {
        let form = ApplicationColumns.form { $0 }
        let members = try JSONDecoder().decode([String: String].self, from: JSONEncoder().encode(form))
        #expect(members.count == 36)
        #expect(members.allSatisfy { $0.key == $0.value })
        #expect(Set(members.keys) == Set(ApplicationColumns.all.map(\.member)))
    }

    private static func rows(of bytes: [UInt8]) throws -> [ImportedRow] {
        let sheet = try ApplicationSheet(bytes)
        var rows: [ImportedRow] = []
        while let row = try sheet.next() { rows.append(row) }
        return rows
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
