import Contracts
import EvaluationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport
import Testing

@testable import EvaluationService

@Suite("A file of applications", .timeLimit(.minutes(30)))
struct ImportStory {
    @Test("is tried first, which enters nothing; then it is entered, and entered again nothing is new")
    func rehearsal() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let file = try Applicants.csv(count: 30)
            let (tried, rows) = try await desk.imported(file, into: round, dryRun: true)
            #expect(tried.member("entered") == "30" && tried.member("verdicts", "eligible") == "30", "\(tried.text)")
            #expect(rows?.member("items", "0", "application") == nil)
            #expect(await desk.hr("GET", "/rounds/\(round)").member("applications") == "0")
            #expect(try await desk.count("person") == 0)
            #expect(try await desk.imported(file, into: round).import.member("entered") == "30")
            #expect(try await desk.imported(file, into: round).import.member("unchanged") == "30")
            #expect(try await desk.count("application") == 30)
            let listed = await desk.hr("GET", "/rounds/\(round)/applications/imports")
            #expect(listed.member("items", "0", "unchanged") == "30")
        }
    }

    @Test(
        "that is handed in mended changes what is not judged yet, on record, and makes nothing anew that was taken back"
    )
    func changed() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let (_, rows) = try await desk.imported(try Applicants.csv(count: 3), into: round)
            let first = try #require(rows?.member("items", "0", "application"))
            let third = try #require(rows?.member("items", "2", "application"))
            let version = await desk.hr("GET", "/applications/\(third)").version
            _ = await desk.hr(
                "POST",
                "/applications/\(third)/withdrawal",
                json: "{\"reason\":\"本人放弃\"}",
                ifMatch: version
            )
            let mended = try Applicants.csv(count: 3) { number, cells in
                if number == 0 { cells["部门车间"] = "新车间" }
                if number == 1 { cells["入职日期"] = "2003-07-01" }
            }
            let (done, again) = try await desk.imported(mended, into: round)
            #expect(done.member("changed") == "2" && done.member("refused") == "1", "\(done.text)")
            #expect(again?.member("items", "2", "reasons", "0", "code") == "evaluation.application-withdrawn")
            let shown = await desk.hr("GET", "/applications/\(first)")
            #expect(shown.member("workshop") == "新车间" && shown.member("version") == "2")
            #expect(shown.member("confirmation", "state") == "on-paper")
            // The paper of the second was signed before the day changed.
            let waiting = await desk.hr("GET", "/rounds/\(round)/applications/confirmations")
            #expect(waiting.member("items", "0", "application") == again?.member("items", "1", "application"))
            #expect(waiting.member("items", "1", "application") == nil)
            #expect(try await desk.count("changes") == 2)
        }
    }

    @Test(
        "says how many rows there are, takes no day of signature to come, and counts none whose signed paper is missing"
    )
    func signatures() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let file = try Applicants.csv(count: 3) { number, cells in
                if number == 1 { cells["本人确认日期"] = "2026-09-02" }
            }
            let sent = await desk.hr("POST", "/rounds/\(round)/applications/import?name=a.csv", body: file)
            #expect(sent.member("expectedRows") == "3" && sent.member("rows") == "0", "\(sent.text)")
            try await desk.service.tick()
            let id = try #require(sent.member("id"))
            let rows = await desk.hr("GET", "/application-imports/\(id)/rows")
            #expect(rows.member("items", "1", "reasons", "0", "code") == "evaluation.day-in-future", "\(rows.text)")
            let first = try #require(rows.member("items", "0", "application"))
            func state() async -> String? {
                await desk.hr("GET", "/applications/\(first)").member("confirmation", "state")
            }
            #expect(await state() == "paper-awaited")
            let waiting = await desk.hr("GET", "/rounds/\(round)/applications/confirmations")
            #expect(waiting.member("items") == "2 items", "\(waiting.text)")
            #expect(waiting.member("items", "0", "paperAwaitedOn") == "2026-08-31")
            let strange = await desk.hr(
                "POST",
                "/rounds/\(round)/applications/import?papers=\(Sample.id(77).lowercase)",
                body: file
            )
            #expect(strange.text.contains("evaluation.paper-missing"))
            // The same list again with the scan of what they signed.
            let (done, _) = try await desk.imported(file, into: round)
            #expect(done.member("changed") == "2" && done.member("refused") == "1", "\(done.text)")
            #expect(await state() == "on-paper")
            #expect(await desk.hr("GET", "/rounds/\(round)/applications/confirmations").member("items") == "0 items")
            let paper = try #require(done.member("papers"))
            let version = await desk.hr("GET", "/attachments/\(paper)").version
            let kept = await desk.hr("DELETE", "/attachments/\(paper)", ifMatch: version)
            #expect(kept.member("code") == "evaluation.file-used", "\(kept.text)")
            let others = await desk.hr("GET", "/rounds/\(round)/attachments", of: "9137160270000001X7")
            #expect(others.status == 403)
            #expect(try await desk.imported(file, into: round).import.member("unchanged") == "2")
            #expect(await state() == "on-paper")
        }
    }

    @Test("tells the team of each, where the list has it")
    func teams() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let file = try Applicants.csv(count: 1) { _, cells in cells["班组"] = "甲班" }
            let (_, rows) = try await desk.imported(file, into: round)
            let id = try #require(rows?.member("items", "0", "application"))
            #expect(await desk.hr("GET", "/applications/\(id)").member("team") == "甲班")
            let uuid = try #require(UUID(uuidString: id))
            let candidates = try await desk.service.database.transaction { tx in
                try desk.service.definition.stores.panelRegister.candidates([uuid], in: tx)
            }
            #expect(candidates.map(\.team) == ["甲班"])
        }
    }

    @Test("comes back whole, with a column of what is wrong, and can be handed in again as it is")
    func back() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let file = try Applicants.csv(count: 603) { number, cells in
                if number == 550 { (cells["姓名"], cells["附加条件"]) = ("", "二9") }
            }
            let (done, _) = try await desk.imported(file, into: round)
            #expect(done.member("refused") == "1" && done.member("entered") == "602", "\(done.text)")
            let id = try #require(done.member("id"))
            let answer = await desk.hr("GET", "/application-imports/\(id)/workbook")
            let bytes = try #require(try await answer.stream?.collect())
            let reader = try Spreadsheet(.bytes(bytes)).rows()
            let headings = try #require(try reader.next()).cells.map(\.text)
            #expect(headings.prefix(3) == ["原行号", "错误说明", "姓名"])
            var rows: [Spreadsheets.Row] = []
            while let row = try reader.next() { rows.append(row) }
            try #require(rows.count == 603)
            #expect(rows.filter { $0[1] != nil }.map { $0[0]?.text } == ["552"])
            #expect(rows[550][1]?.text.contains("【姓名】") == true && rows[550][1]?.text.contains("【附加条件】") == true)
            let (again, _) = try await desk.imported(bytes, into: round)
            #expect(again.member("unchanged") == "602" && again.member("refused") == "1", "\(again.text)")
            let refused = await desk.hr("GET", "/application-imports/\(id)/rows?outcome=refused")
            #expect(refused.member("items", "0", "row") == "552")
            #expect(refused.member("items", "1", "row") == nil)
        }
    }

    @Test("goes on behind the last row that was looked at, where whoever entered it died")
    func resumed() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let file = try Applicants.csv(count: 1200) { number, cells in
                // The same person again, in another transaction than the first.
                if number == 1150 { cells["证件号码"] = Applicants.number(7) }
            }
            let sent = await desk.hr("POST", "/rounds/\(round)/applications/import?name=a.csv", body: file)
            let id = try #require(sent.member("id"))
            let stores = desk.service.definition.stores
            func worker() -> Imports {
                Imports(
                    store: desk.service.definition.imports.store,
                    gate: FilingGate(stores: stores),
                    submit: SubmitApplications(stores: stores)
                )
            }
            func step(_ worker: Imports) async throws -> Bool {
                try await desk.service.database.transaction { tx in try worker.enter(at: Sample.today.start, in: tx) }
            }
            #expect(try await step(worker()))
            #expect(await desk.hr("GET", "/application-imports/\(id)").member("lastRow") == "1001")
            // One that fails in the middle leaves nothing, and hands the same rows out again.
            let other = worker()
            struct Dies: Error {}
            await #expect(throws: Dies.self) {
                try await desk.service.database.transaction { tx in
                    _ = try other.enter(at: Sample.today.start, in: tx)
                    throw Dies()
                }
            }
            #expect(try await desk.count("application") == 1000)
            #expect(try await step(other))
            while try await step(worker()) {}
            let done = await desk.hr("GET", "/application-imports/\(id)")
            #expect(done.member("state") == "finished", "\(done.text)")
            #expect(done.member("entered") == "1199" && done.member("refused") == "1")
            let refused = await desk.hr("GET", "/application-imports/\(id)/rows?outcome=refused")
            #expect(refused.member("items", "0", "reasons", "0", "code") == "evaluation.person-in-row")
            #expect(refused.member("items", "0", "reasons", "0", "message")?.contains("第9行") == true)
        }
    }

    @Test("is read to its end before the round is judged, can be stopped by hand, and goes after thirty days")
    func ended() async throws {
        try await Desk.with { desk in
            let other = try await desk.openRound()
            let sent = await desk.hr("POST", "/rounds/\(other)/applications/import", body: try Applicants.csv(count: 3))
            let stopped = await desk.hr("POST", "/application-imports/\(sent.member("id") ?? "")/cancellation")
            #expect(stopped.member("state") == "cancelled", "\(stopped.text)")
            let round = try await desk.openRound()
            _ = try await desk.imported(try Applicants.csv(count: 1), into: round)
            let late = await desk.hr("POST", "/rounds/\(round)/applications/import", body: try Applicants.csv(count: 3))
            try await desk.endApplications()
            let version = await desk.hr("GET", "/rounds/\(round)").version
            let early = await desk.hr("POST", "/rounds/\(round)/eligibility", json: "{}", ifMatch: version)
            #expect(early.member("code") == "evaluation.import-running", "\(early.text)")
            try await desk.service.tick()
            let id = try #require(late.member("id"))
            let finished = await desk.hr("GET", "/application-imports/\(id)")
            #expect(finished.member("state") == "finished", "\(finished.text)")
            _ = try await desk.step(round, "eligibility")
            #expect(
                await desk.hr("POST", "/application-imports/\(id)/cancellation").member("code")
                    == "evaluation.import-over"
            )
            #expect(await desk.hr("GET", "/application-imports/\(id)", of: "9137160270000001X7").status == 403)
            try await desk.service.travel(to: Sample.day("2026-10-05").start)
            try await desk.service.tick()
            #expect(await desk.hr("GET", "/application-imports/\(id)/workbook").status == 404)
        }
    }

    @Test("has a template with the round's occupations, which can be filled and handed in")
    func template() async throws {
        try await Desk.with { desk in
            let round = try await desk.openRound()
            let answer = await desk.hr("GET", "/rounds/\(round)/applications/import/template")
            let book = try Spreadsheet(.bytes(answer.body))
            #expect(book.sheets.map(\.name) == ["特级技师申报表", "填表说明"])
            let sheet = try ApplicationSheet(answer.body)
            #expect(sheet.otherTemplate == nil && sheet.passedOver == [])
            #expect(try sheet.next() == nil)
            #expect(sheet.headed.places.count == ApplicationColumns.all.count)
        }
    }
}

/// Lists of applicants of any length.
enum Applicants {
    /// A valid number of an identity card, another for each.
    static func number(_ index: Int) -> String {
        let day = LocalDate(year: 1970, month: 1, day: 1)?.adding(days: index / 400) ?? .earliest
        let body =
            "372301" + day.description.replacing("-", with: "") + String(String(1000 + index % 400 * 2 + 1).dropFirst())
        return "0123456789X".lazy.map { body + String($0) }.first { (try? CitizenID($0)) != nil } ?? body
    }

    /// A list of so many, some cells changed by their headings.
    static func csv(count: Int, _ change: (Int, inout [String: String]) -> Void = { _, _ in }) throws -> [UInt8] {
        let headings = ApplicationColumns.all.map(\.heading)
        var bytes = CSVWriter.mark + CSVWriter.row(headings)
        for index in 0..<count {
            var cells: [String: String] = [
                "姓名": "职工𬭎\(index)", "证件类型": "居民身份证", "证件号码": number(index), "所在单位": "滨州渤远机械制造有限公司", "部门车间": "焊接一车间",
                "岗位名称": "焊接班长", "岗位类别": "生产一线", "用工形式": "劳动合同", "在岗状态": "在职在岗", "入职日期": "2005-07-01", "申报职业": "焊工",
                "职业编码": "6-18-02-04", "职业编码版本": "2022", "工种方向": "--", "原证书类型": "职业技能等级证书", "原证书等级": "一级/高级技师",
                "原证书编号": "Y00003716000121" + "1" + String(String(1_000_001 + index).dropFirst()), "原证书职业": "焊工",
                "原证书发证日期": "2021-05-20", "高级技师岗位起止": "2021-06-01~", "是否仍从事本职业": "是", "身体条件确认": "是", "遵纪守法确认": "是",
                "附加条件": "二1",
                "业绩摘要": "自动焊工艺革新", "证明材料": "业绩证明.pdf", "本人确认日期": "2026-08-31",
            ]
            change(index, &cells)
            bytes += CSVWriter.row(headings.map { cells[$0] ?? "" })
        }
        return bytes
    }
}

extension Desk {
    /// How many there are.
    func count(_ what: String) async throws -> Int {
        try await service.database.transaction { tx in
            switch what {
            case "person": try tx.query("SELECT count(*)::int AS n FROM person").first?.decode("n") ?? 0
            case "changes":
                try tx.query("SELECT count(*)::int AS n FROM journal WHERE kind = 'changed'").first?.decode("n") ?? 0
            default: try tx.query("SELECT count(*)::int AS n FROM application").first?.decode("n") ?? 0
            }
        }
    }
}
