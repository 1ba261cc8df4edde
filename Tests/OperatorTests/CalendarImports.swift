import ArgumentParser
import Contracts
import Kernel
import Testing

@testable import Operator

@Suite("calendar import")
struct CalendarImports {
    private static let csv = "date,kind,name\n2027-01-01,off,元旦\n2027-02-20,work,春节\n"

    @Test("adds what is said of the paper")
    func source() throws {
        let file = ImportedCalendar(bytes: Array(Self.csv.utf8), name: "2027.csv")
        let documents = try file.documents(
            number: "国办发明电〔2026〕1号",
            address: nil,
            publishedOn: LocalDate("2026-11-05")
        )
        #expect(documents.map(\.source.documentNumber) == ["国办发明电〔2026〕1号"])
        #expect(documents.map(\.source.publishedOn) == [LocalDate("2026-11-05")])
        #expect(
            documents.first.map(ImportedCalendar.summary)?.first
                == "2027年放假安排(国办发明电〔2026〕1号):放假1日,调休上班1日,2026年11月5日公布。"
        )
    }

    @Test("does not say of several years that one paper arranges them")
    func severalYears() {
        let file = ImportedCalendar(bytes: Array((Self.csv + "2028-05-01,off,劳动节\n").utf8), name: "x.csv")
        let error = #expect(throws: OperatorError.self) {
            try file.documents(number: "1号", address: nil, publishedOn: nil)
        }
        #expect(error?.description.contains("2027、2028") == true)
    }

    @Test("names every bad line")
    func badLines() {
        let file = ImportedCalendar(
            bytes: Array((Self.csv + "2027-01-01,work,元旦\n2027-13-01,off,元旦\n").utf8),
            name: "2027.csv"
        )
        let error = #expect(throws: OperatorError.self) {
            try file.documents(number: nil, address: nil, publishedOn: nil)
        }
        #expect(
            error?.description == """
                2027.csv 有2处问题,没有载入:
                  第4行:2027-01-01 既列为放假又列为上班(另一处在第2行),互相矛盾。
                  第5行:“2027-13-01”不是日期,应为存在的日期并写作 2026-01-04(Excel 可能改了写法)。
                """
        )
    }

    @Test("warns of holidays a document leaves out")
    func incomplete() throws {
        let documents = try ImportedCalendar(bytes: Array(Self.csv.utf8), name: "").documents(
            number: nil,
            address: nil,
            publishedOn: nil
        )
        let lines = documents.flatMap(ImportedCalendar.summary)
        #expect(lines.contains { $0.contains("未列出端午节(2027-06-09)") })
        #expect(!lines.contains { $0.contains("未列出元旦") })
    }

    @Test("compares with the calendar built in where there is no service")
    func comparesLocally() throws {
        let documents = try CalendarFile.read(Array(Self.csv.utf8))
        let lines = try CalendarComparison.withInitial(documents).lines
        #expect(lines.first == "改变的日期8个:")
        #expect(lines.contains("  2027-02-20 星期六  不计(周末) → 计入(春节调休上班(国务院安排))"))
        #expect(lines.contains("  2027-05-03 星期一  不计(劳动节补假(法定节日适逢周末)) → 计入(工作日)"))
        #expect(lines.last == "另有357个日期只改变暂定与正式。")
    }

    @Test("tells what the service answers")
    func answer() throws {
        let text = """
            {"version": "v3", "applied": false,
             "changes": [
               {"date": "2027-01-04", "before": {"isWorking": true, "reason": "工作日"},
                "after": {"isWorking": false, "reason": {"stateCouncilOff": {"name": "元旦"}}}},
               {"date": "2027-01-05", "before": {"isWorking": true, "reason": "工作日"},
                "after": {"isWorking": true, "reason": "工作日"}}],
             "moves": [{"notice": "n1", "enterprise": "某厂", "title": "首批", "oldLastDay": "2027-01-04", "newLastDay": "2027-01-05"}]}
            """
        #expect(
            CalendarComparison(answer: try JSON(bytes: Array(text.utf8))).lines == [
                "改变的日期1个:", "  2027-01-04 星期一  计入(工作日) → 不计(元旦放假(国务院安排))", "另有1个日期只改变暂定与正式。",
                "最后一日移动的公示1件:", "  n1  2027-01-04 → 2027-01-05  某厂 首批", "试算,没有载入;载入后的日历版本为 v3。",
            ]
        )
        #expect(
            CalendarComparison(answer: ["version": "v3", "applied": true]).lines == [
                "没有日期改变。", "没有公示的最后一日移动。", "已载入,日历版本 v3。",
            ]
        )
    }

    @Test(
        "computes no festivals where they are not known",
        arguments: [("1928", "1950"), ("2026", "2025"), ("2000", "2201")]
    )
    func festivals(from: String, to: String) {
        #expect(throws: (any Error).self) { try FestivalsCommand.parse(["--from", from, "--to", to]) }
    }
}
