import Foundation
import Kernel
import Postgres
import ServiceKit
import Spreadsheets
import TestSupport

@testable import FilingService

/// Lists of existing filings as tests hand them in.
enum ListSample {
    /// The headings, in the order of ``row(_:changing:)``.
    static let headings = [
        "企业名称", "统一社会信用代码", "所属县区", "法定代表人", "联系人", "联系电话", "备案码", "有效期起", "有效期止", "职业名称", "工种", "职业编码",
        "职业编码版本", "等级",
    ]

    /// A valid credit code, another for each number.
    static func creditCode(_ number: Int) -> String {
        let body = "9137160" + String(String(10_000_000_000 + number).dropFirst())
        let checks = "0123456789ABCDEFGHJKLMNPQRTUWXY"
        return checks.lazy.map { body + String($0) }.first { (try? CreditCode($0)) != nil } ?? body
    }

    /// A valid agency code, another for each number.
    static func agencyCode(_ number: Int) -> String { "Y000037\(String(String(1_000_000 + number).dropFirst()))" }

    /// The cells of a good row, some changed by their headings.
    static func row(_ number: Int, changing changes: [String: String] = [:]) -> [String] {
        let cells = [
            "滨州第\(number)号𬭎厂", creditCode(number), ["滨城区", "邹平市", "BZ-KFQ"][number % 3], "张三", "李四",
            "0543-8\(String(String(1_000_000 + number).dropFirst()))", agencyCode(number), "2024-07-01", "2027年6月30日",
            "焊工",
            "--", "6-18-02-04", "2022", "三级、二级、一级",
        ]
        return zip(headings, cells).map { changes[$0] ?? $1 }
    }

    /// A CSV file of rows.
    static func csv(_ rows: [[String]]) -> [UInt8] {
        CSVWriter.mark + ([headings] + rows).flatMap { CSVWriter.row($0) }
    }

    /// A workbook of rows.
    static func workbook(_ rows: [[String]]) throws -> [UInt8] {
        try WorkbookWriter.bytes(title: "名册", created: Date(timeIntervalSince1970: 1_790_000_000)) { writer in
            try writer.begin(SheetLayout("备案名册", columns: headings.map { .init($0) }))
            for row in rows { try writer.append(row.map { .text($0) }) }
        }
    }
}

/// The service with a list to be entered.
struct ImportDesk {
    let service: ServiceUnderTest<Main>

    /// Lends a service whose day is 2026-09-01.
    static func with(_ body: (ImportDesk) async throws -> Void) async throws {
        try await ServiceUnderTest.with(Main.self) { service in
            let day = LocalDate(year: 2026, month: 9, day: 1) ?? LocalDate(dayNumber: 0)
            try await service.travel(to: day.start.addingTimeInterval(12 * 3600))
            try await body(ImportDesk(service: service))
        }
    }

    /// Hands in a file.
    func send(_ bytes: [UInt8], dryRun: Bool = false) async -> PlainResponse {
        await service.call(
            "POST",
            "/general-filing-imports?name=\("名册.xlsx".addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? "")&dryRun=\(dryRun)",
            as: .centreOfficer,
            body: bytes,
            headers: ["content-type": "text/csv"]
        )
    }

    /// Hands in a file and waits until it is entered: filings entered, unchanged, differing and refused.
    func enter(_ bytes: [UInt8], dryRun: Bool = false) async throws -> (id: String, counts: [Int]) {
        let sent = await send(bytes, dryRun: dryRun)
        let id = sent.member("id") ?? ""
        try await service.tick()
        let shown = await service.call("GET", "/general-filing-imports/\(id)", as: .centreOfficer)
        let members = try JSONSerialization.jsonObject(with: Data(shown.body)) as? [String: Any] ?? [:]
        let counts = ["entered", "unchanged", "differing", "refused"].map { members[$0] as? Int ?? -1 }
        return (id, members["state"] as? String == "finished" ? counts : [])
    }

    /// The rows that came back: the number each had, what is said, and all its cells.
    func errors(of id: String) async throws -> [(row: String, said: String, cells: [String])] {
        let answer = await service.call("GET", "/general-filing-imports/\(id)/errors", as: .centreOfficer)
        guard let bytes = try await answer.stream?.collect() else { return [] }
        let reader = try Spreadsheet(.bytes(bytes)).rows()
        var rows: [(row: String, said: String, cells: [String])] = []
        _ = try reader.next()
        while let row = try reader.next() {
            let texts = (0...(row.cells.last?.column ?? 0)).map { row[$0]?.text ?? "" }
            rows.append((texts[0], texts[1], Array(texts.dropFirst(2))))
        }
        return rows
    }

    /// How many rows a table has.
    func count(_ table: String) async throws -> Int {
        try await service.database.transaction { tx in
            switch table {
            case "enterprise": try tx.query("SELECT count(*)::int AS n FROM enterprise").first?.decode("n") ?? 0
            case "journal": try tx.query("SELECT count(*)::int AS n FROM journal").first?.decode("n") ?? 0
            default:
                try tx.query("SELECT count(*)::int AS n FROM general_filing WHERE phase = 'accepted'").first?
                    .decode("n") ?? 0
            }
        }
    }
}
