import Spreadsheets

/// The columns of a list of certificates issued before this register was kept; one row is one certificate.
enum HistoricColumns {
    /// One column: its field, what stands above it, and how people are told what belongs into it.
    struct Column: Sendable {
        let field: String
        let heading: String
        var aliases: [String] = []
        var isRequired = true
        var kind = SheetLayout.Kind.text
        var width: Double?
        var hint: String?
    }

    static let all = [
        Column(field: "number", heading: "证书编号", width: 26, hint: "22位,如Y00003716000124T000001"),
        Column(field: "name", heading: "姓名"),
        Column(
            field: "documentNumber",
            heading: "身份证号码",
            aliases: ["证件号码", "公民身份号码"],
            isRequired: false,
            width: 22,
            hint: "18位;加密保存,用于持证人查询"
        ),
        Column(field: "issuerName", heading: "评价机构", aliases: ["发证单位", "企业名称"], width: 30, hint: "与证书一致"),
        Column(field: "creditCode", heading: "统一社会信用代码", aliases: ["信用代码"], width: 22, hint: "18位"),
        Column(field: "unit", heading: "所在单位", aliases: ["部门", "车间"], isRequired: false),
        Column(field: "occupation", heading: "职业名称", aliases: ["职业"]),
        Column(field: "specialty", heading: "工种", aliases: ["工种/职业方向"], isRequired: false, hint: "没有工种的填--"),
        Column(field: "occupationCode", heading: "职业编码", isRequired: false, hint: "如6-18-02-04"),
        Column(field: "edition", heading: "职业编码版本", isRequired: false, hint: "《职业分类大典》的年份,不填时为2022"),
        Column(field: "issuedOn", heading: "发证日期", kind: .day, hint: "如2024-07-01"),
    ]

    /// As a sheet is looked for.
    static let sheet = all.map { SheetColumn($0.field, $0.heading, aliases: $0.aliases, isRequired: $0.isRequired) }
}
