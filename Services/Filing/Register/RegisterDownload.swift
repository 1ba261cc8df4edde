import FilingDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres
import ServiceKit
import Spreadsheets
import Synchronization

extension PublicRegister {
    /// Entries read in one transaction.
    private static let entriesAtOnce = 1000

    /// Everything that was found as CSV or a workbook, read and sent piece by piece.
    func download(_ call: Call, in tx: borrowing Transaction) throws -> Answer {
        let filter = try Self.filter(call, in: tx)
        let (day, now) = (call.cause.today, call.cause.now)
        switch call.query("format") ?? "csv" {
        case "csv": return csv(filter, on: day)
        case "xlsx":
            let layout = Self.layout(on: day)
            return try WorkbookDownload(
                title: "企业技能人才评价备案名册",
                created: now,
                from: UUID?.none,
                begin: { try $0.begin(layout) },
                next: { [entries] last, tx in
                    let found = try entries.page(filter, on: day, after: last, limit: Self.entriesAtOnce, in: tx)
                    let rows = found.flatMap { Self.rows(of: $0).map { $0.map(\.cell) } }
                    return (rows, then: found.count == Self.entriesAtOnce ? .some(found.last?.filing) : nil)
                }
            ).answer(name: "企业技能人才评价备案名册-\(day).xlsx")
        default: throw InvalidInput(field: "format", code: "filing.unknown-format")
        }
    }

    private func csv(_ filter: RegisterFilter, on day: LocalDate) -> Answer {
        // Where the next piece begins; nil at the end.
        let place = Mutex<UUID??>(.some(nil))
        let stream = AnswerStream(untilEnd: { [entries] index, tx in
            guard let last = place.withLock({ $0 }) else { return nil }
            let found = try entries.page(filter, on: day, after: last, limit: Self.entriesAtOnce, in: tx)
            place.withLock { $0 = found.count == Self.entriesAtOnce ? .some(found.last?.filing) : nil }
            let head = index == 0 ? CSVWriter.mark + CSVWriter.row(Self.columns.map(\.heading)) : []
            return head + found.flatMap { Self.rows(of: $0).flatMap { CSVWriter.row($0.map(\.text)) } }
        })
        return .file(stream, type: "text/csv; charset=utf-8", name: "企业技能人才评价备案名册-\(day).csv")
    }

    private static let columns: [SheetLayout.Column] = [
        .init("企业名称", width: 36), .init("统一社会信用代码", width: 22), .init("所属县区", width: 14), .init("备案类别", width: 18),
        .init("备案码", width: 16), .init("职业名称", width: 20), .init("工种", width: 16), .init("职业编码"),
        .init("职业编码版本"), .init("等级", width: 40), .init("有效期起", kind: .day), .init("有效期止", kind: .day), .init("状态"),
    ]

    private static func layout(on day: LocalDate) -> SheetLayout {
        SheetLayout("备案名册", above: ["企业技能人才评价备案名册(\(day.chinese))"], columns: columns, frozenColumns: 1)
    }

    /// A value of a file.
    private enum Value {
        case text(String)
        case day(LocalDate)

        var text: String {
            switch self {
            case .text(let text): text
            case .day(let day): day.description
            }
        }

        var cell: WrittenCell {
            switch self {
            case .text(let text): .text(text)
            case .day(let day): .day(day)
            }
        }
    }

    /// One row for each occupation.
    private static func rows(of entry: RegisterEntry) -> [[Value]] {
        entry.occupations.map { filed in
            [
                .text(entry.name), .text(entry.creditCode), .text(entry.county), .text(entry.kind.chinese),
                .text(entry.agencyCode), .text(filed.occupation.name), .text(filed.occupation.specialty ?? "--"),
                .text(filed.occupation.code), .text(filed.occupation.edition), .text(filed.levelsInWords),
                .day(entry.validFrom), .day(entry.validThrough), .text(entry.phase.chinese),
            ]
        }
    }
}
