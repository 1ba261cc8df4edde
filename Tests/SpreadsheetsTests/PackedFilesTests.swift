import Testing

@testable import Spreadsheets

@Suite("The files of an archive")
struct PackedFilesTests {
    @Test("are read whole, none beyond what is asked for")
    func read() throws {
        let files = try PackedFiles(Samples.bytes("openpyxl.xlsx"), most: 100, limits: ReadingLimits())
        let book = try #require(files.files.first { $0.name == "workbook.xml" })
        #expect(book.path == "xl/workbook.xml")
        let bytes = try #require(try files.bytes(of: book, most: 1 << 20))
        #expect(String(decoding: bytes, as: UTF8.self).contains("<workbook"))
        #expect(try files.bytes(of: book, most: bytes.count) == bytes)
        #expect(try files.bytes(of: book, most: bytes.count - 1) == nil)
    }

    @Test("are not unpacked without end")
    func bomb() throws {
        let files = try PackedFiles(Samples.bytes("bomb.xlsx"), most: 100, limits: ReadingLimits())
        #expect(throws: SpreadsheetError.bomb) {
            for file in files.files { _ = try files.bytes(of: file, most: .max) }
        }
        var limits = ReadingLimits()
        limits.unpackedBytes = 2000
        let book = try PackedFiles(Samples.bytes("openpyxl.xlsx"), most: 100, limits: limits)
        #expect(throws: SpreadsheetError.bomb) {
            for file in book.files { _ = try book.bytes(of: file, most: 1 << 20) }
        }
        #expect(throws: SpreadsheetError.tooManyRows(most: 2)) {
            _ = try PackedFiles(Samples.bytes("openpyxl.xlsx"), most: 2, limits: ReadingLimits())
        }
    }
}
