import CertificateDomain
import Contracts
import Foundation
import Kernel
import Spreadsheets

/// The workbook that is carried to the provincial system, and the one that comes back with receipts.
///
/// It is one and the same: what the province decides stands in the last columns, empty when it goes.
enum ReceiptWorkbook {
    static let sheet = "上传信息"
    /// Identifies the row; nothing else does.
    static let upload = SheetColumn("upload", "上传标识")
    static let revision = SheetColumn("revision", "上传次数")
    /// What the province is asked for.
    static let matter = SheetColumn("matter", "办理事项", isRequired: false)
    static let outcome = SheetColumn("outcome", "省系统结果")
    static let at = SheetColumn("at", "结果日期")
    static let reason = SheetColumn("reason", "退回原因", isRequired: false)
    static let number = SheetColumn("number", "省系统证书编号", isRequired: false)

    static let columns = [upload, revision, outcome, at, reason, number]

    /// The words of outcomes, as people choose them.
    static let words: [(word: String, outcome: Receipt.Outcome)] = [
        ("已收到", .received), ("接收", .accepted), ("退回", .rejected), ("省内可查", .visibleInProvince),
        ("全国可查", .visibleNationally), ("已撤回", .withdrawn),
    ]

    /// The workbook of some records.
    ///
    /// - Throws: `SpreadsheetError`.
    static func bytes(of rows: [ProvinceWire.Row], at now: Date) throws -> [UInt8] {
        try WorkbookWriter.bytes(title: "特级技师证书信息上传", created: now) { writer in
            let front = [upload, revision, matter].map { SheetLayout.Column($0.heading, width: 38) }
            let items = RecordItem.allCases.map { SheetLayout.Column($0.heading) }
            let back = [outcome, at, reason, number].map { column in
                SheetLayout.Column(
                    column.heading,
                    choices: column == outcome ? words.map(\.word) : [],
                    hint: column == at ? "写作 2026-10-14;由省系统结果填写" : "由省系统结果填写"
                )
            }
            try writer.begin(SheetLayout(sheet, columns: front + items + back, frozenColumns: 2))
            for row in rows {
                let values = RecordItem.allCases.map { WrittenCell.text(row.record[$0.rawValue] ?? "") }
                let matter = row.withdrawn.map { "撤回:\($0)" } ?? "上传"
                let front = [WrittenCell.text(row.upload.lowercase), .text(String(row.revision)), .text(matter)]
                try writer.append(front + values + Array(repeating: .blank, count: 4))
            }
        }
    }

    /// A row that can be taken, or what is wrong with it.
    enum Read {
        case told(ProvinceWire.Told)
        /// Its result is not filled in yet.
        case open
        case wrong([RowComplaint])
    }

    /// Reads a row; everything that is wrong with it is told at once.
    static func read(_ row: HeadedRow, today: LocalDate) -> Read {
        let word = row.text("outcome").trimmingCharacters(in: .whitespaces)
        guard !word.isEmpty else { return .open }
        var wrong: [RowComplaint] = []
        let upload = UUID(uuidString: row.text("upload").trimmingCharacters(in: .whitespaces))
        if upload == nil { wrong.append(.init(field: "upload", "上传标识应保持导出时的原样。")) }
        let revision = Int(row.text("revision").trimmingCharacters(in: .whitespaces))
        if revision == nil { wrong.append(.init(field: "revision", "上传次数应为整数。")) }
        let outcome = words.first { $0.word == word }?.outcome
        if outcome == nil {
            let known = words.map(\.word).joined(separator: "、")
            wrong.append(.init(field: "outcome", "省系统结果应为以下之一:\(known)。"))
        }
        let day = LocalDate(row.text("at").trimmingCharacters(in: .whitespaces))
        if let day, day > today {
            wrong.append(.init(field: "at", "结果日期不能晚于今天(\(today))。"))
        } else if day == nil {
            wrong.append(.init(field: "at", "结果日期应写作 2026-10-14。"))
        }
        let reason = row.text("reason")
        if outcome == .rejected, reason.allSatisfy(\.isWhitespace) {
            wrong.append(.init(field: "reason", "退回的须写明退回原因。"))
        }
        let number = row.text("number").trimmingCharacters(in: .whitespaces)
        if !number.isEmpty, (try? CertificateNumber(number)) == nil {
            wrong.append(.init(field: "number", "证书编号应为22位。"))
        }
        guard wrong.isEmpty, let upload, let revision, let outcome, let day else { return .wrong(wrong) }
        return .told(
            ProvinceWire.Told(
                upload: upload,
                revision: revision,
                outcome: outcome,
                reason: reason.isEmpty ? nil : reason,
                number: number.isEmpty ? nil : number,
                reference: nil,
                at: day.start
            )
        )
    }
}
