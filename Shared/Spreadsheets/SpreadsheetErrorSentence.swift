extension SpreadsheetError {
    /// The Chinese sentence for the person who has the file: what it is, and what to do.
    package var sentence: String {
        switch self {
        case .empty: "文件中没有数据,请填写后再上传。"
        case .tooLarge(let most): "文件过大,最大\(Self.size(most));请删去图片和多余的工作表,或者分成几个文件上传。"
        case .notASpreadsheet(let kind):
            "这不是 Excel 或 CSV 文件\(kind.map { "(内容是\($0))" } ?? ""),请上传 .xlsx 或 .csv 文件。"
        case .legacyWorkbook: "这是旧版 Excel 97-2003 工作簿(.xls)。\(Self.saveAs)"
        case .binaryWorkbook: "这是 Excel 二进制工作簿(.xlsb)。\(Self.saveAs)"
        case .openDocument: "这是 OpenDocument 表格(.ods)。\(Self.saveAs)"
        case .webPage: "这个文件虽然以 .xls 命名,内容却是网页或 XML。\(Self.saveAs)"
        case .encrypted: "文件设有打开密码,无法读取;请在“文件—信息—保护工作簿”中取消密码,保存后重新上传。"
        case .damaged: "文件已损坏或者没有传完整;请在 Excel 或 WPS 中打开检查,另存为 .xlsx 后重新上传。"
        case .bomb: "文件解压后异常庞大,不予读取;请把需要的数据复制到新的工作簿中再上传。"
        case .entities: "文件中含有工作簿不应有的声明,不予读取;\(Self.saveAs)"
        case .noSheet(let name, let known): "没有名为“\(name)”的工作表,文件中有:\(known.joined(separator: "、"))。"
        case .tooManyRows(let most): "数据行过多,一次最多\(most)行,请分成几个文件上传。"
        case .tooManyColumns(let most, let place): "\(place)以右还有内容,最多读取\(most)列;请删去多余的列。"
        case .cellTooLong(let place): "\(place)的内容过长,一个单元格最多32767个字符。"
        case .encoding: "文件的文字编码既不是 UTF-8 也不是 GB18030;请在 Excel 中另存为“CSV UTF-8”或 .xlsx。"
        case .quotes(let row): "第\(row)行的引号不成对,无法分清单元格;请在 Excel 中打开检查,另存为 .xlsx 后上传。"
        case .noHeadings(let expected): "找不到表头行;表头中应有:\(expected.joined(separator: "、"))。请使用下载的模板。"
        case .columnsMissing(let columns): "缺少这些列:\(columns.joined(separator: "、"))。请使用下载的模板,不要改动表头。"
        case .columnTwice(let heading, let first, let second):
            "“\(heading)”这一列出现了两次(\(first)和\(second)),请删去其中一列。"
        case .notWritten: "表格文件生成失败,请稍后再试。"
        }
    }

    private static let saveAs = "请在 Excel 或 WPS 中打开,选“文件—另存为”,类型选“Excel 工作簿(*.xlsx)”,再上传另存的文件。"

    private static func size(_ bytes: Int) -> String {
        bytes >= 1 << 20 ? "\(bytes >> 20) MiB" : "\(max(1, bytes >> 10)) KiB"
    }
}
