import Foundation
import Testing

@testable import Spreadsheets

@Suite("A file that is no harmless spreadsheet")
struct HostileTests {
    /// Opens and reads all there is.
    private func refusal(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> SpreadsheetError? {
        #expect(throws: SpreadsheetError.self) { _ = try Spreadsheet(.bytes(bytes), limits: limits).all() }
    }

    @Test(
        "is named as what it is",
        arguments: [
            ("entities.xlsx", "spreadsheet.entities"), ("external-entity.xlsx", "spreadsheet.entities"),
            ("external-sheet.xlsx", "spreadsheet.damaged"), ("climbing.xlsx", "spreadsheet.damaged"),
            ("bomb.xlsx", "spreadsheet.bomb"), ("bad-shared.xlsx", "spreadsheet.damaged"),
            ("backwards.xlsx", "spreadsheet.damaged"), ("word.docx", "spreadsheet.not-a-spreadsheet"),
            ("calc.ods", "spreadsheet.open-document"), ("binary.xlsb", "spreadsheet.binary-workbook"),
        ]
    )
    func files(name: String, code: String) throws {
        let bytes = try Samples.bytes(name)
        let refusal = try #require(self.refusal(bytes))
        #expect(refusal.code == code)
        #expect(!refusal.sentence.isEmpty)
    }

    private static let ole: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    @Test(
        "is known by its first bytes, whatever it is called",
        arguments: [
            ([], "spreadsheet.empty"), (Array("\n \n".utf8), ""),
            (ole + [UInt8](repeating: 0, count: 600), "spreadsheet.legacy-workbook"),
            (
                ole + [UInt8](repeating: 0, count: 70_000) + "EncryptedPackage".utf8.flatMap { [$0, 0] as [UInt8] },
                "spreadsheet.encrypted"
            ),
            (Array("%PDF-1.7\n".utf8), "spreadsheet.not-a-spreadsheet"),
            (Array("MZ".utf8) + [0x90, 0], "spreadsheet.not-a-spreadsheet"),
            (Array("<html><table>".utf8), "spreadsheet.web-page"),
            (
                Array("\u{FEFF}<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>".utf8),
                "spreadsheet.web-page"
            ),
            ([0x41, 0x2C, 0xFF, 0xFF, 0x0A], "spreadsheet.encoding"),
            ([0x41, 0, 0x42], "spreadsheet.not-a-spreadsheet"),
        ] as [([UInt8], String)]
    )
    func signs(bytes: [UInt8], code: String) throws {
        guard !code.isEmpty else {
            #expect(try Spreadsheet(.bytes(bytes)).all() == [])
            return
        }
        #expect(refusal(bytes)?.code == code)
    }

    @Test("is refused where it is cut off, at whatever byte", arguments: ["openpyxl.xlsx", "phonetic.xlsx"])
    func cut(name: String) throws {
        let bytes = try Samples.bytes(name)
        for length in stride(from: 8, to: bytes.count, by: 97) {
            #expect(refusal(Array(bytes[..<length])) != nil)
        }
    }

    @Test("is refused beyond each limit")
    func limits() throws {
        func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
            var limits = ReadingLimits()
            change(&limits)
            return limits
        }
        let book = try Samples.bytes("openpyxl.xlsx")
        #expect(refusal(book, limits: limits { $0.fileBytes = 1000 }) == .tooLarge(most: 1000))
        #expect(refusal(book, limits: limits { $0.unpackedBytes = 2000 }) == .bomb)
        let shared = try Samples.bytes("phonetic.xlsx")
        #expect(refusal(shared, limits: limits { $0.sharedTextBytes = 20 }) == .bomb)
        #expect(refusal(book, limits: limits { $0.rows = 3 }) == .tooManyRows(most: 3))
        let place = CellPlace(sheet: "备案", row: 2, column: 4)
        #expect(refusal(book, limits: limits { $0.columns = 4 }) == .tooManyColumns(most: 4, place))
        let long = Array("a,\(String(repeating: "x", count: 200_000))".utf8)
        #expect(refusal(long) == .cellTooLong(CellPlace(sheet: nil, row: 1, column: 1)))
        let wide = Array((String(repeating: ",", count: 600) + "x").utf8)
        #expect(refusal(wide) == .tooManyColumns(most: 512, CellPlace(sheet: nil, row: 1, column: 512)))
    }

    /// Reads with a small memory of what can happen: rows or a refusal, never anything else.
    private func survives(_ bytes: [UInt8]) {
        var limits = ReadingLimits()
        limits.unpackedBytes = 4 << 20
        limits.sharedTextBytes = 1 << 20
        do {
            let book = try Spreadsheet(.bytes(bytes), limits: limits)
            for sheet in book.sheets {
                let reader = try book.rows(of: sheet.name.map { .named($0) } ?? .first, merged: .everyRow)
                while let row = try reader.next() {
                    for cell in row.cells { _ = (cell.text, cell.isRounded) }
                }
            }
        } catch {
            #expect(!error.sentence.isEmpty)
        }
    }

    @Test("never ends the program, whichever of its bytes are changed", arguments: Samples.readable)
    func mutated(name: String) throws {
        let original = try Samples.bytes(name)
        var random = Seeded(UInt64(name.utf8.count) &* 7919)
        for _ in 0..<400 {
            var bytes = original
            for _ in 0..<Int.random(in: 1...8, using: &random) {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            survives(bytes)
        }
    }

    @Test("never ends the program, whatever text it is")
    func mutatedText() {
        var random = Seeded(4711)
        let alphabet: [UInt8] = [0x22, 0x2C, 0x0A, 0x0D, 0x3B, 0x09, 0x41, 0xE4, 0xB8, 0x80, 0x81, 0x30, 0xFF, 0x3D]
        for _ in 0..<3000 {
            let count = Int.random(in: 1...60, using: &random)
            survives((0..<count).map { _ in alphabet.randomElement(using: &random) ?? 0x41 })
        }
    }
}
