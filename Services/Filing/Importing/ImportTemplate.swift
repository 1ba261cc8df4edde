import Foundation
import Spreadsheets

/// The workbook people fill with the filings there are.
enum ImportTemplate {
    /// The sheet of the filings.
    static let sheet = "备案名册"

    /// An empty one with headings, choices and instructions.
    ///
    /// - Parameters:
    ///   - counties: The names of counties and zones.
    ///   - now: Business time.
    /// - Returns: The workbook.
    /// - Throws: `SpreadsheetError`.
    static func bytes(counties: [String], at now: Date) throws -> [UInt8] {
        try WorkbookWriter.bytes(title: "自主评价备案导入模板", created: now) { writer in
            let columns = ImportColumns.all(counties: counties).map { column in
                SheetLayout.Column(
                    column.heading,
                    kind: column.kind,
                    width: ["name", "creditCode", "contactTelephone"].contains(column.field) ? 24 : nil,
                    choices: column.choices,
                    hint: column.hint,
                    isRequired: column.isRequired
                )
            }
            try writer.begin(SheetLayout(sheet, columns: columns, frozenColumns: 1))
            try writer.begin(SheetLayout("填表说明", lines: instructions))
        }
    }

    private static let instructions = [
        "填表说明",
        "一、一行填一个职业(工种)。同一企业、同一备案码的各行合为一项备案;企业名称、联系人等各行相同,可以合并单元格,也可以只填第一行(统一社会信用代码和备案码每行都填)。",
        "二、红色表头为必填。列的次序可以变动,可以另加列;表头的文字不要改。",
        "三、统一社会信用代码、电话的单元格是文本格式,请勿改为数字,否则 Excel 会舍去末几位。",
        "四、日期写作 2024-07-01 或 2024年7月1日。等级写作“三级、二级、一级”或“五级至一级”;特级技师另行备案,不在此表。",
        "五、先用“预检”上传一次,只检查不入库;有误的行会连同原内容和错误说明退回,改好后直接再次上传。已经导入且内容相同的备案再次上传不会重复;内容不同的会告知,系统中的不作改动。",
        "六、一次最多 20000 行,文件最大 16 MB;也可以上传 CSV 文件(UTF-8 或 GB18030 编码)。",
    ]
}
