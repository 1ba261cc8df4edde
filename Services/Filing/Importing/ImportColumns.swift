import Kernel
import Spreadsheets

/// The columns of a list of existing filings.
///
/// One row is one occupation of a filing; rows with the same credit and agency code are one filing.
enum ImportColumns {
    /// One column: its field, what stands above it, and how people are told what belongs into it.
    struct Column: Sendable {
        let field: String
        let heading: String
        var aliases: [String] = []
        var isRequired = true
        var kind = SheetLayout.Kind.text
        var choices: [String] = []
        var hint: String?
    }

    /// All columns; the counties are the authority's own table.
    static func all(counties: [String] = []) -> [Column] {
        [
            Column(field: "name", heading: "企业名称", aliases: ["单位名称", "备案企业"], hint: "与营业执照一致"),
            Column(field: "creditCode", heading: "统一社会信用代码", aliases: ["信用代码"], hint: "18位"),
            Column(
                field: "jurisdiction",
                heading: "所属县区",
                aliases: ["属地", "县(市、区)", "县区"],
                choices: counties,
                hint: "县(市、区)、开发区的名称或代码"
            ),
            Column(field: "legalRepresentative", heading: "法定代表人", aliases: ["法人代表"]),
            Column(field: "contactName", heading: "联系人"),
            Column(field: "contactTelephone", heading: "联系电话", aliases: ["电话", "手机号码"]),
            Column(
                field: "agencyCode",
                heading: "备案码",
                aliases: ["机构代码", "评价机构代码", "备案号"],
                hint: "13位,以Y或S开头"
            ),
            Column(field: "validFrom", heading: "有效期起", kind: .day, hint: "如2024-07-01"),
            Column(field: "validThrough", heading: "有效期止", aliases: ["有效期至"], kind: .day, hint: "含当日"),
            Column(
                field: "acceptedOn",
                heading: "备案日期",
                aliases: ["受理日期"],
                isRequired: false,
                kind: .day,
                hint: "不填时为有效期起"
            ),
            Column(field: "occupation", heading: "职业名称", aliases: ["职业"]),
            Column(field: "specialty", heading: "工种", isRequired: false, hint: "没有工种的填--"),
            Column(field: "occupationCode", heading: "职业编码", hint: "如6-18-02-04"),
            Column(field: "occupationEdition", heading: "职业编码版本", isRequired: false, hint: "《职业分类大典》的年份,不填时为2022"),
            Column(field: "levels", heading: "等级", aliases: ["评价等级", "备案等级"], hint: "如五级、四级、三级,或五级至一级"),
            Column(field: "evaluationBody", heading: "评价机构", isRequired: false, kind: .wrapped),
            Column(field: "staff", heading: "人员", isRequired: false, kind: .wrapped),
            Column(field: "funding", heading: "经费", isRequired: false, kind: .wrapped),
            Column(field: "rules", heading: "制度", isRequired: false, kind: .wrapped),
        ]
    }

    /// As a sheet is looked for.
    static var sheet: [SheetColumn] {
        all().map { SheetColumn($0.field, $0.heading, aliases: $0.aliases, isRequired: $0.isRequired) }
    }

    /// The fields that are of the filing and not of one occupation; they must be the same in all its rows.
    static let ofFiling = [
        "name", "creditCode", "jurisdiction", "legalRepresentative", "contactName", "contactTelephone", "agencyCode",
        "validFrom", "validThrough", "acceptedOn", "evaluationBody", "staff", "funding", "rules",
    ]

    /// The heading of a field.
    static func heading(of field: String) -> String { headings[field] ?? field }

    private static let headings = Dictionary(all().map { ($0.field, $0.heading) }) { first, _ in first }
}
