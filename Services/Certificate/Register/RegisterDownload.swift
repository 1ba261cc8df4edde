import Foundation
import Importing
import Kernel
import Messaging
import ServiceKit
import Spreadsheets

/// What was found in the register as a workbook, read and sent piece by piece.
enum RegisterDownload {
    /// Entries read in one transaction.
    private static let entriesAtOnce = 1000

    static func answer(_ filter: RegisterEntries.Filter, because cause: Cause) throws -> Answer {
        try WorkbookDownload(
            title: "特级技师证书名册",
            created: cause.now,
            from: UUID?.none,
            begin: { try $0.begin(layout(on: cause.today)) },
            next: { last, tx in
                let found = try RegisterEntries().page(filter, after: last, limit: entriesAtOnce, in: tx)
                let rows = found.map(row)
                return (rows, then: found.count == entriesAtOnce ? .some(found.last?.id.uuid) : nil)
            }
        ).answer(name: "特级技师证书名册-\(cause.today).xlsx")
    }

    private static func layout(on day: LocalDate) -> SheetLayout {
        SheetLayout(
            "证书名册",
            above: ["特级技师证书名册(\(day.chinese))"],
            columns: [
                .init("证书编号", width: 26), .init("姓名", width: 14), .init("评价机构", width: 36),
                .init("统一社会信用代码", width: 22), .init("所在单位", width: 20), .init("职业名称", width: 20),
                .init("工种", width: 16), .init("职业编码"), .init("发证日期", kind: .day), .init("状态", width: 16),
                .init("来源", width: 12),
            ],
            frozenColumns: 2
        )
    }

    private static func row(_ entry: RegisterEntry) -> [WrittenCell] {
        [
            .text(entry.number), .text(entry.name), .text(entry.issuer), .text(entry.creditCode), .text(entry.unit),
            .text(entry.occupation.name), .text(entry.occupation.specialty ?? "--"), .text(entry.occupation.code),
            .day(entry.issuedOn), .text(entry.statusName), .text(entry.isHistoric ? "历史导入" : "本系统颁发"),
        ]
    }
}
