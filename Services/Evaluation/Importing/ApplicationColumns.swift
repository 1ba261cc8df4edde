import Contracts

/// The columns of the workbook, each with the member of ``Contracts/ApplicationForm`` it fills.
enum ApplicationColumns {
    /// One column.
    struct Column: Sendable {
        let heading: String
        let member: String
        let isRequired: Bool
    }

    static let all: [Column] =
        required.map { Column(heading: $0, member: $1, isRequired: true) }
        + optional.map { Column(heading: $0, member: $1, isRequired: false) }

    /// The heading a member is written under.
    static func heading(of member: String) -> String {
        all.first { $0.member == member }?.heading ?? member
    }

    /// A form out of the cells of a row, by heading.
    static func form(_ cells: [String: String]) -> ApplicationForm {
        func cell(_ heading: String) -> String { cells[heading] ?? "" }
        return ApplicationForm(
            name: cell("姓名"),
            documentType: cell("证件类型"),
            documentNumber: cell("证件号码"),
            education: cell("文化程度"),
            telephone: cell("手机号码"),
            unit: cell("所在单位"),
            workshop: cell("部门车间"),
            position: cell("岗位名称"),
            positionKind: cell("岗位类别"),
            employmentForm: cell("用工形式"),
            dutyStatus: cell("在岗状态"),
            hiredOn: cell("入职日期"),
            occupation: cell("申报职业"),
            occupationCode: cell("职业编码"),
            occupationEdition: cell("职业编码版本"),
            specialty: cell("工种方向"),
            priorKind: cell("原证书类型"),
            priorLevel: cell("原证书等级"),
            priorNumber: cell("原证书编号"),
            priorOccupation: cell("原证书职业"),
            priorIssuer: cell("原证书发证机构"),
            priorIssuedOn: cell("原证书发证日期"),
            seniorSpans: cell("高级技师岗位起止"),
            stillInOccupation: cell("是否仍从事本职业"),
            healthConfirmed: cell("身体条件确认"),
            conductConfirmed: cell("遵纪守法确认"),
            conditions: cell("附加条件"),
            merits: cell("业绩摘要"),
            honour: cell("荣誉名称"),
            honourDocument: cell("荣誉文号及日期"),
            relaxationGround: cell("放宽事由"),
            relaxedClause: cell("放宽的条件"),
            evidence: cell("证明材料"),
            photo: cell("照片文件"),
            confirmedOn: cell("本人确认日期")
        )
    }

    private static let required: [(String, String)] = [
        ("姓名", "name"), ("证件类型", "documentType"), ("证件号码", "documentNumber"), ("所在单位", "unit"),
        ("部门车间", "workshop"), ("岗位名称", "position"), ("岗位类别", "positionKind"), ("用工形式", "employmentForm"),
        ("在岗状态", "dutyStatus"), ("申报职业", "occupation"), ("职业编码", "occupationCode"),
        ("职业编码版本", "occupationEdition"), ("原证书类型", "priorKind"), ("原证书等级", "priorLevel"),
        ("原证书编号", "priorNumber"), ("原证书职业", "priorOccupation"), ("高级技师岗位起止", "seniorSpans"),
        ("是否仍从事本职业", "stillInOccupation"), ("身体条件确认", "healthConfirmed"),
        ("遵纪守法确认", "conductConfirmed"), ("附加条件", "conditions"), ("业绩摘要", "merits"),
    ]

    private static let optional: [(String, String)] = [
        ("文化程度", "education"), ("手机号码", "telephone"), ("入职日期", "hiredOn"), ("工种方向", "specialty"),
        ("原证书发证机构", "priorIssuer"), ("原证书发证日期", "priorIssuedOn"), ("荣誉名称", "honour"),
        ("荣誉文号及日期", "honourDocument"), ("放宽事由", "relaxationGround"), ("放宽的条件", "relaxedClause"),
        ("证明材料", "evidence"), ("照片文件", "photo"), ("本人确认日期", "confirmedOn"),
    ]
}
