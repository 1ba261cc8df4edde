import Kernel
import Testing

@Suite("A citizen id")
struct CitizenIDs {
    @Test(
        "is taken, in whatever form it was typed",
        arguments: [
            ("11010519491231002X", "11010519491231002X", "1949-12-31"),
            ("440524188001010014", "440524188001010014", "1880-01-01"),
            ("34052419800101001X", "34052419800101001X", "1980-01-01"),
            ("11010519491231002x", "11010519491231002X", "1949-12-31"),
            ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X", "1949-12-31"),
            ("１１０１０５１９４９１２３１００２ｘ", "11010519491231002X", "1949-12-31"),
            (" 110105 19491231 002X\t", "11010519491231002X", "1949-12-31"),
            ("\u{FEFF}110105\u{3000}19491231\u{A0}002X\u{200B}", "11010519491231002X", "1949-12-31"),
        ]
    )
    func taken(typed: String, text: String, birth: String) throws {
        let id = try CitizenID(typed)
        #expect(id.text == text)
        #expect(id.birthDate == (try day(birth)))
    }

    @Test(
        "is never refused for its county, old, void or unheard of",
        arguments: [
            "372301", "372323", "372330", "371602", "371624", "371626", "371681", "999999", "000000",
        ]
    )
    func anyCounty(code: String) throws {
        let body = code + "19700415123"
        let id = try #require("0123456789X".lazy.compactMap { try? CitizenID(body + String($0)) }.first)
        #expect(id.text.hasPrefix(code))
    }

    @Test(
        "is told what is wrong with it",
        arguments: [
            ("", IdentifierError.empty),
            (" \u{3000}", .empty),
            ("110105194912310021", .checkCharacter(expected: "X")),
            ("44052418800101001X", .checkCharacter(expected: "4")),
            ("11010519491231003X", .checkCharacter(expected: "8")),
            ("3.72323E+17", .roundedByExcel),
            ("3.72323e+17", .roundedByExcel),
            ("３.７２３２３Ｅ+１７", .roundedByExcel),
            ("3.72323196501011E17", .roundedByExcel),
            ("4E+17", .roundedByExcel),
            ("372323196501010000", .roundedByExcel),
            ("110105491231002", .firstGeneration),
            ("1101051949123100", .length(expected: 18, found: 16)),
            ("11010519491231002XX", .length(expected: 18, found: 19)),
            ("11010519491331002X", .date),
            ("110105194902290025", .date),
            ("1101O519491231002X", .character(at: 5)),
            ("X10105194912310020", .character(at: 1)),
            ("11010519491231002Y", .character(at: 18)),
            ("一1010519491231002X", .character(at: 1)),
            ("1101051949123100٢X", .character(at: 17)),
        ]
    )
    func refused(typed: String, error: IdentifierError) {
        #expect(throws: error) { try CitizenID(typed) }
    }

    @Test("is taken when it ends in 000 and checks: that need not be Excel's doing")
    func endsInZeros() throws {
        #expect(try CitizenID("372323196501050000").birthDate == day("1965-01-05"))
    }

    @Test("tells how to format the column when Excel rounded it")
    func excelAdvice() {
        #expect(IdentifierError.roundedByExcel.chinese.contains("文本"))
        #expect(IdentifierError.roundedByExcel.code == "identifier.rounded-by-excel")
    }

    @Test("shows itself masked wherever it is printed")
    func masked() throws {
        let id = try CitizenID("11010519491231002X")
        #expect(id.masked == "1101**********002X")
        #expect("\(id)" == id.masked)
        #expect(String(reflecting: id) == id.masked)
    }
}
