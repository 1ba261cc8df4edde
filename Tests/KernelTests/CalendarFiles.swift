import Foundation
import Glibc
import Kernel
import Testing

@Suite("A calendar file")
struct CalendarFiles {
    private static let csv = "date,kind,name\n2027-01-01,off,元旦\n2027-01-09,work,元旦\n"

    @Test(
        "is read however a program writes it",
        arguments: [
            ("as it is", csv), ("without a line break at its end", String(csv.dropLast())),
            ("with a mark", "\u{FEFF}" + csv), ("by Windows", csv.replacing("\n", with: "\r\n")),
            ("with blank lines", csv.replacing("\n", with: "\n \n")),
            ("with quotes and blanks", "\"date\", \"kind\",\"name\"\n2027-01-01 , off,\"元旦\"\n2027-01-09,work ,元旦\n"),
        ]
    )
    func csvForms(how: String, text: String) throws {
        try expectTwoDays(Array(text.utf8))
    }

    @Test("is read in GB18030, characters of four bytes included")
    func gb18030() throws {
        try expectTwoDays(inGB18030(Self.csv))
        let rare = try CalendarFile.read(inGB18030("date,kind,name\r\n2027-01-01,off,赵𬭎节\r\n"))
        #expect(rare.first?.days.first?.name == "赵𬭎节")
    }

    @Test("gives one document a year, the last week of December to the next")
    func severalYears() throws {
        let text = "date,kind,name\n2027-12-31,off,元旦\n2026-12-31,work,元旦\n2027-01-01,off,元旦\n2026-05-01,off,劳动节\n"
            .replacing("2026-12-31,work", with: "2026-12-31,off")
        let documents = try CalendarFile.read(Array(text.utf8))
        #expect(documents.map(\.year) == [2026, 2027])
        #expect(
            documents.map { $0.days.map(\.date.description) } == [
                ["2026-05-01"], ["2027-12-31", "2026-12-31", "2027-01-01"],
            ]
        )
    }

    @Test("of the common JSON shape is read with its papers, one year or a list")
    func json() throws {
        let year = """
            {"$schema": "x", "year": 2027, "papers": ["https://example.org/1", "https://example.org/2"], "days": [
              {"name": "元旦", "date": "2027-01-01", "isOffDay": true},
              {"name": "元旦", "date": "2027-01-09", "isOffDay": false}]}
            """
        try expectTwoDays(Array(year.utf8))
        try expectTwoDays(Array(("\u{FEFF} [" + year + "]").utf8))
        #expect(
            try CalendarFile.read(Array(year.utf8)).first?.source.address
                == "https://example.org/1 https://example.org/2"
        )
    }

    struct Bad: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let text: String
        let sentences: [String]
    }

    static let table = [
        Bad(testDescription: "empty", text: "", sentences: ["第1行:首行应为“date,kind,name”,现为“”。"]),
        Bad(
            testDescription: "with another heading",
            text: "day,kind,name\n2027-01-01,off,元旦\n",
            sentences: ["第1行:首行应为“date,kind,name”,现为“day,kind,name”。"]
        ),
        Bad(testDescription: "of a heading alone", text: "date,kind,name\n", sentences: ["没有列出任何日期。"]),
        Bad(
            testDescription: "with every kind of bad line",
            text: """
                date,kind,name
                2027-02-30,off,春节
                2027/1/1,off,元旦

                2027-01-01,rest,元旦
                2027-01-01,off
                2027-01-01,off,
                x,y,
                2027-01-01,off,元旦
                2027-01-01,work,元旦
                2027-01-06,work,元旦
                """,
            sentences: [
                "第2行:“2027-02-30”不是日期,应为存在的日期并写作 2026-01-04(Excel 可能改了写法)。",
                "第3行:“2027/1/1”不是日期,应为存在的日期并写作 2026-01-04(Excel 可能改了写法)。",
                "第5行:“rest”不是类别:CSV 应为 off(放假)或 work(上班),JSON 的 isOffDay 应为 true 或 false。",
                "第6行:应有日期、类别、名称三项,现有2项。", "第7行:缺少节日名称。",
                "第8行:“x”不是日期,应为存在的日期并写作 2026-01-04(Excel 可能改了写法)。",
                "第8行:“y”不是类别:CSV 应为 off(放假)或 work(上班),JSON 的 isOffDay 应为 true 或 false。",
                "第8行:缺少节日名称。", "第10行:2027-01-01 既列为放假又列为上班(另一处在第9行),互相矛盾。",
                "第11行:2027-01-06 是星期三,本来就是工作日,不能列为调休上班日。",
            ]
        ),
        Bad(
            testDescription: "with only the turn of a year",
            text: "date,kind,name\n2027-12-31,off,元旦\n",
            sentences: ["2028年:没有列出本年的任何日期,不能当作该年的安排。"]
        ),
        Bad(
            testDescription: "that is broken JSON",
            text: #"{"year": 2027, "days": [}"#,
            sentences: ["不是形如 {year, papers, days:[{name, date, isOffDay}]} 的 JSON。"]
        ),
        Bad(
            testDescription: "that is another JSON",
            text: #"{"documents": []}"#,
            sentences: ["不是形如 {year, papers, days:[{name, date, isOffDay}]} 的 JSON。"]
        ),
        Bad(testDescription: "that is an empty list", text: "[]", sentences: ["没有列出任何日期。"]),
        Bad(
            testDescription: "of a year not yet arranged",
            text: #"{"year": 2027, "papers": [], "days": []}"#,
            sentences: ["2027年:没有列出任何日期。"]
        ),
        Bad(
            testDescription: "without a year",
            text: #"{"days": [{"name": "元旦", "date": "2027-01-01", "isOffDay": true}]}"#,
            sentences: ["“”不是可载入的年份,应在1950至2100之间。"]
        ),
        Bad(
            testDescription: "with bad entries",
            text: """
                {"year": 2027, "days": [{"name": "元旦", "date": 20270101, "isOffDay": "yes"},
                 {"date": "2027-01-01", "isOffDay": true}, {"name": "元旦", "date": "2025-01-01", "isOffDay": true}]}
                """,
            sentences: [
                "2027年第1项:“”不是日期,应为存在的日期并写作 2026-01-04(Excel 可能改了写法)。",
                "2027年第1项:“”不是类别:CSV 应为 off(放假)或 work(上班),JSON 的 isOffDay 应为 true 或 false。",
                "2027年第2项:缺少节日名称。",
                "2027年第3项:2025-01-01 不属于该年的安排,只能列上年12月1日至下年1月31日之间的日期。",
            ]
        ),
    ]

    @Test("is refused with every line named", arguments: table)
    func refuses(_ bad: Bad) {
        let error = #expect(throws: CalendarFileError.self) { try CalendarFile.read(Array(bad.text.utf8)) }
        #expect(error?.problems.map(\.chinese) == bad.sentences)
    }

    @Test(
        "in no known encoding is refused",
        arguments: [
            [0xFF, 0xFE, 0x64, 0x00], [0xEF, 0xBB, 0xBF, 0xC4], [0x64, 0x80],
            // JSON in GB18030: the standard knows only UTF-8.
            [0x7B, 0x22, 0xB9, 0xFA, 0x22, 0x7D],
        ] as [[UInt8]]
    )
    func encoding(bytes: [UInt8]) {
        let error = #expect(throws: CalendarFileError.self) { try CalendarFile.read(bytes) }
        #expect(error?.problems.map(\.fault) == [.encoding])
    }

    @Test("that is too large is refused")
    func tooLarge() {
        let bytes = [UInt8](repeating: UInt8(ascii: "\n"), count: CalendarFile.mostBytes + 1)
        let error = #expect(throws: CalendarFileError.self) { try CalendarFile.read(bytes) }
        #expect(error?.problems.map(\.code) == ["calendar.too-large"])
    }

    private func expectTwoDays(_ bytes: [UInt8]) throws {
        let documents = try CalendarFile.read(bytes)
        #expect(documents.map(\.year) == [2027])
        #expect(
            documents.first?.days == [
                ScheduledDay(date: try day("2027-01-01"), isWorking: false, name: "元旦"),
                ScheduledDay(date: try day("2027-01-09"), isWorking: true, name: "元旦"),
            ]
        )
    }

    private func inGB18030(_ text: String) throws -> [UInt8] {
        let converter = unsafe iconv_open("GB18030", "UTF-8")
        try #require(unsafe converter != iconv_t(bitPattern: -1))
        defer { _ = unsafe iconv_close(converter) }
        var input = text.utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 2 + 4)
        let capacity = output.count
        var (inputLeft, outputLeft) = (input.count, capacity)
        let outcome = unsafe input.withUnsafeMutableBufferPointer { from in
            unsafe output.withUnsafeMutableBufferPointer { to in
                var (source, target) = (from.baseAddress, to.baseAddress)
                return unsafe iconv(converter, &source, &inputLeft, &target, &outputLeft)
            }
        }
        try #require(outcome != -1)
        return output.prefix(capacity - outputLeft).map { UInt8(bitPattern: $0) }
    }
}
