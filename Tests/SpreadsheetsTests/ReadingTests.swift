import Kernel
import Testing

@testable import Spreadsheets

@Suite("A workbook that is read")
struct ReadingTests {
    @Test("has the values openpyxl wrote, hidden rows included, of the first sheet that is not hidden")
    func openpyxl() throws {
        let book = try Samples.open("openpyxl.xlsx")
        #expect(book.sheets.map(\.name) == ["隐藏的", "备案"])
        #expect(book.sheets.map(\.isHidden) == [true, false])
        let rows = try book.all()
        #expect(
            try book.texts() == [
                ["企业备案名册"],
                ["*企业名称", "统一社会信用代码", "起始日期", "人数", "是否", "比例"],
                ["滨州𬭎科技", "91371600MA3N00011J", "2026-09-30", "42", "TRUE", "0.15"],
                ["乙  公司", "9137160270000001X7", "2026-01-02 08:30", "-3", "FALSE", "1e-07"],
                ["-", "-", "08:30", "372323198501012000", ""],
                ["丙公司", "-", "-", "000012"],
                ["-", "-", "-", "13"],
            ]
        )
        #expect(rows.map(\.isHidden) == [false, false, false, true, false, false, false])
        #expect(rows[2][2]?.value == .day(LocalDate(year: 2026, month: 9, day: 30) ?? .init(dayNumber: 0), seconds: 0))
        #expect(rows[4][3]?.isRounded == true)
        #expect(rows[2][3]?.isRounded == false)
        #expect(rows[4][4]?.value == .uncalculated)
    }

    @Test("has a value merged over several rows in each of them, where that is asked for")
    func merged() throws {
        let book = try Samples.open("openpyxl.xlsx")
        #expect(try book.texts(merged: .everyRow)[6] == ["丙公司", "-", "-", "13"])
        #expect(try book.texts(merged: .everyRow)[0] == ["企业备案名册"])
    }

    @Test("has the values XlsxWriter wrote, counted from 1904, and the last results of formulas")
    func xlsxwriter() throws {
        let book = try Samples.open("xlsxwriter.xlsx")
        #expect(try book.texts()[1] == ["甲 & <乙>\n第二行", "2020-02-29", "1234.5", "合格", "#DIV/0!"])
        #expect(try book.all()[1][4]?.value == .error("#DIV/0!"))
        #expect(try book.texts(.named("二")) == [["第二张"]])
        #expect(try book.texts(.preferred("三"))[0][0] == "名称")
        #expect(throws: SpreadsheetError.noSheet("三", known: ["一", "二"])) { try book.texts(.named("三")) }
    }

    @Test("leaves out how words are read aloud, joins runs, and turns escapes into characters")
    func phonetic() throws {
        #expect(
            try Samples.open("phonetic.xlsx").texts() == [["東京", "特级技师 ", "行内", "一\r二_x0041_", "2026-09-30 08:30"]]
        )
    }

    @Test("may have prefixes, absolute paths and no references")
    func prefixed() throws {
        let rows = try Samples.open("prefixed.xlsx").all()
        #expect(rows.map(\.number) == [1, 2])
        #expect(rows[0].cells.map(\.text) == ["无引用", "7"])
        #expect(rows[1][0] == nil)
        #expect(rows[1][1]?.text == "8")
    }

    @Test("shows numbers as days by their format, without the day Excel invented")
    func days() throws {
        #expect(
            try Samples.open("days.xlsx").texts() == [
                ["45000", "1900-02-28", "60", "1900-03-01", "45000", "2023-03-15 18:00", "9999-12-31", "-1", "06:00"]
            ]
        )
    }

    @Test(
        "tells formats of days from others",
        arguments: [
            ("yyyy-mm-dd", true), ("[$-804]yyyy\"年\"m\"月\"", true), ("h:mm AM/PM", true), ("[h]:mm", true),
            ("e\"年\"m\"月\"d\"日\"", true), ("General", false), ("0.00E+00", false), ("#,##0.00\"日\"", false),
            ("[Red]0.00", false), ("@", false), ("0\\d", false), ("000000", false), ("_-* #,##0_-;d", false),
        ]
    )
    func formats(code: String, isMoment: Bool) {
        #expect((NumberFormats.meaning(of: code) == .moment) == isMoment)
    }

    @Test("passes over rows with nothing in them, and over macros")
    func empties() throws {
        #expect(try Samples.open("empty-rows.xlsx").all().map(\.number) == [1, 6000])
        #expect(try Samples.open("macros.xlsx").texts() == [["1"]])
    }

    @Test("is the same from a path as from memory", arguments: Samples.readable)
    func path(name: String) throws {
        let file = ScratchFile(ending: "xlsx")
        let bytes = try Samples.bytes(name)
        try writeBytes(bytes, to: file.path)
        #expect(try Spreadsheet(.path(file.path)).all() == Spreadsheet(.bytes(bytes)).all())
    }

    @Test(
        "writes numbers in full",
        arguments: [
            (0.1 + 0.2, "0.3"), (1e15, "1000000000000000"), (3.72323198501012e17, "372323198501012000"), (-0.0, "0"),
            (1234.56, "1234.56"), (1e20, "1e+20"), (0.00001, "1e-05"), (2.0 / 3, "0.666666666666667"),
        ]
    )
    func numbers(value: Double, text: String) {
        #expect(CellNumber(value).text == text)
    }

    @Test(
        "knows numbers Excel has rounded",
        arguments: [
            (CellValue.text("3.72323E+17"), true), (.text(" 9.13716E+17 "), true), (.text("1E+05"), false),
            (.text("91371600MA3N00011J"), false), (.number(CellNumber(123_456_789_012_345)), false),
            (.number(CellNumber(1_234_567_890_123_456)), true), (.text("6E-18"), false),
        ]
    )
    func rounded(value: CellValue, isRounded: Bool) {
        #expect(Cell(column: 0, value: value).isRounded == isRounded)
    }

    @Test(
        "names places as Excel does",
        arguments: [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16_383, "XFD")]
    )
    func letters(column: Int, letters: String) {
        #expect(CellPlace.letter(column) == letters)
        #expect(CellPlace(sheet: "备案", row: 7, column: column).description == "“备案”表\(letters)7单元格")
    }
}
