import EvaluationDomain
import Foundation
import Kernel
import Spreadsheets

/// The workbook people fill with applications.
enum ApplicationTemplate {
    /// The sheet of the applications.
    static let sheet = "特级技师申报表"
    /// The sheet that says how to fill it.
    static let instructions = "填表说明"
    /// Counted up when a column that must be there comes or goes.
    static let version = "1"

    private static let mark = "模板版本"

    /// An empty one for a round: headings, choices and instructions.
    ///
    /// - Throws: `SpreadsheetError`.
    static func bytes(
        for terms: PlanTerms,
        units: [String],
        relaxing rules: RelaxationRules,
        at now: Date
    ) throws -> [UInt8] {
        try WorkbookWriter.bytes(title: sheet, created: now) { writer in
            let columns = ApplicationColumns.all.map { column in
                SheetLayout.Column(
                    column.heading,
                    kind: column.kind == .day ? .day : column.member == "merits" ? .wrapped : .text,
                    width: widths[column.member],
                    choices: column.member == "relaxedClause"
                        ? rules.conditions.map(\.name) : choices(of: column.member, terms, units),
                    hint: hints[column.member],
                    isRequired: column.isRequired
                )
            }
            try writer.begin(
                SheetLayout(sheet, above: ["\(terms.title) 申报表(\(mark)\(version))"], columns: columns, frozenColumns: 1)
            )
            try writer.begin(SheetLayout(instructions, lines: lines))
        }
    }

    /// The version named above the headings; nil where none is.
    static func version(in rows: [Row]) -> String? {
        for row in rows {
            for cell in row.cells {
                guard let range = cell.text.range(of: mark) else { continue }
                let digits = Normalised.identifier(String(cell.text[range.upperBound...])).prefix {
                    $0.isNumber || $0 == "."
                }
                if !digits.isEmpty { return String(digits) }
            }
        }
        return nil
    }

    /// The version a file names in its first rows.
    static func version(in book: Spreadsheet) throws(SpreadsheetError) -> String? {
        let reader = try book.rows()
        var rows: [Row] = []
        while rows.count < 20, let row = try reader.next() { rows.append(row) }
        return version(in: rows)
    }

    private static func choices(of member: String, _ terms: PlanTerms, _ units: [String]) -> [String] {
        func unique(_ texts: [String]) -> [String] {
            texts.reduce(into: []) { if !$1.isEmpty, !$0.contains($1) { $0.append($1) } }
        }
        let occupations = terms.posts.map(\.occupation)
        return switch member {
        case "documentType": WrittenWords.documentTypes
        case "education": ["初中", "高中/中专", "大专", "本科", "硕士", "博士"]
        case "unit": units
        case "positionKind": ["生产一线", "科研一线", "技术支持", "管理"]
        case "employmentForm": ["劳动合同", "劳务派遣", "退休返聘", "其他"]
        case "dutyStatus": ["在职在岗", "离岗", "返聘"]
        case "occupation": unique(occupations.map(\.name))
        case "occupationCode": unique(occupations.map(\.code))
        case "occupationEdition": unique(occupations.map(\.edition))
        case "specialty": unique(occupations.compactMap(\.specialty) + ["--"])
        case "priorKind": ["职业资格证书", "职业技能等级证书"]
        case "priorLevel": ["一级/高级技师", "二级/技师"]
        case "stillInOccupation", "healthConfirmed", "conductConfirmed": ["是", "否"]
        default: []
        }
    }

    private static let widths: [String: Double] = [
        "documentNumber": 22, "priorNumber": 26, "unit": 28, "merits": 48, "seniorSpans": 26, "evidence": 24,
    ]

    private static let hints: [String: String] = [
        "documentNumber": "18位,文本格式", "telephone": "文本格式", "hiredOn": "如2005-07-01", "priorNumber": "16位或22位,文本格式",
        "priorIssuedOn": "如2021-05-20", "seniorSpans": "聘任到岗之日起;如2021-06-01~;中间有中断的加写“;中断2022-01-01~2022-03-31”",
        "conditions": "如二1;可填多项,用分号隔开", "merits": "公示时要展示,勿写证件号码和电话", "honourDocument": "如鲁人社字〔2023〕1号 2023-12-20",
        "evidence": "填了多项附加条件的,注明证明哪一项,如二1:专利证书;二3:师徒协议", "team": "评委与申报人同班组的须回避",
        "confirmedOn": "本人在纸质表上签字的日期,不得晚于导入当天;签字件须随表上传。未签的留空,由本人在系统中确认", "specialty": "没有工种的填--",
    ]

    private static let lines = [
        "填表说明",
        "一、一人一行。红色表头为必填。列的次序可以变动,可以另加列(如序号);表头的文字不要改。",
        "二、证件号码、手机号码、原证书编号的单元格是文本格式,请勿改为数字:Excel 只保留15位,末几位会被舍入为0,这样的行会退回。",
        "三、日期写作 2005-07-01 或 2005年7月1日。高级技师岗位起止从聘任到岗之日起算,写作 2021-06-01~;有中断的分段写。",
        "四、身体条件只填“是”或“否”,不收体检、病历等材料。证明材料、照片在系统中逐条上传。证明材料未注明证明哪一项附加条件的,只算所填的第一项。",
        "五、“本人确认日期”是本人在打印的申报表上签字的日期,不得晚于导入当天。全表人员的签字件合并扫描为一个文件,先上传到本批次,再随本表一并导入;也可以导入后逐人上传。签字件未上传的,或者不填日期的,须补传签字件或由本人登录确认后才能列入建议人选名单。",
        "六、先用“预检”上传一次,只检查不入库。有误的行连同说明随原表退回,改好后直接再次上传:已收且内容相同的不会重复,尚未审核而内容有改动的按改动处理。",
        "七、一次最多 50000 行,文件最大 16 MB;也可以上传 CSV 文件(UTF-8 或 GB18030 编码)。带宏的文件不会运行宏;设密码的文件请先去除密码。",
    ]
}
