import Foundation
import Spreadsheets

/// The workbook people fill with certificates issued before.
enum HistoricTemplate {
    static let sheet = "历史证书"

    /// An empty one with headings and instructions.
    ///
    /// - Throws: `SpreadsheetError`.
    static func bytes(at now: Date) throws -> [UInt8] {
        try WorkbookWriter.bytes(title: "历史证书导入模板", created: now) { writer in
            let columns = HistoricColumns.all.map {
                SheetLayout.Column(
                    $0.heading,
                    kind: $0.kind,
                    width: $0.width,
                    hint: $0.hint,
                    isRequired: $0.isRequired
                )
            }
            try writer.begin(SheetLayout(sheet, columns: columns, frozenColumns: 2))
            try writer.begin(SheetLayout("填表说明", lines: instructions))
        }
    }

    private static let instructions = [
        "填表说明",
        "一、一行填一本本系统启用前已经颁发的特级技师证书,内容与证书一致。红色表头为必填;列的次序可以变动,表头的文字不要改。",
        "二、证书编号、身份证号码、统一社会信用代码的单元格是文本格式,请勿改为数字,否则 Excel 会舍去末几位。",
        "三、证书编号中的年份应与发证日期的年份一致;第16位应为特级技师的等级代码。",
        "四、先用“预检”上传一次,只检查不入库;有误的行会连同原内容和错误说明退回,无误的行不受影响。",
        "五、已经导入且内容相同的证书再次上传不会重复;编号已被占用而内容不同的会告知,系统中的不作改动。",
        "六、一次最多 \(ImportHistoric.mostRows) 行,文件最大 4 MB;也可以上传 CSV 文件(UTF-8 或 GB18030 编码)。",
    ]
}
