import Contracts
import Spreadsheets

/// The columns of the workbook, each with the member of ``Contracts/ApplicationForm`` it fills.
enum ApplicationColumns {
    /// One column.
    struct Column: Sendable {
        let heading: String
        let member: String
        let isRequired: Bool

        /// What stands in its cells.
        enum Kind: Sendable {
            case text
            /// A number of a document, certificate or telephone, of which every digit counts.
            case identifier
            case day
            case yesOrNo
        }

        /// What stands in its cells.
        var kind: Kind {
            switch member {
            case "documentNumber", "priorNumber", "telephone": .identifier
            case "hiredOn", "priorIssuedOn", "confirmedOn": .day
            case "stillInOccupation", "healthConfirmed", "conductConfirmed": .yesOrNo
            default: .text
            }
        }
    }

    /// As a sheet is looked for.
    static let sheet: [SheetColumn] = all.map { column in
        SheetColumn(
            column.member,
            column.heading,
            aliases: aliases[column.member] ?? [],
            isRequired: column.isRequired
        )
    }

    /// Other headings people write.
    private static let aliases: [String: [String]] = [
        "documentNumber": ["身份证号", "身份证号码", "证件号"], "telephone": ["手机", "联系电话", "手机号"], "unit": ["工作单位", "单位"],
        "workshop": ["车间", "部门"], "position": ["岗位"], "occupation": ["职业", "申报职业(工种)"], "specialty": ["工种"],
        "hiredOn": ["入职时间"], "priorNumber": ["证书编号"], "education": ["学历"],
    ]

    static let all: [Column] =
        required.map { Column(heading: $0, member: $1, isRequired: true) }
        + optional.map { Column(heading: $0, member: $1, isRequired: false) }

    /// The heading a member is written under.
    static func heading(of member: String) -> String { headings[member] ?? member }

    private static let headings = Dictionary(
        all.map { ($0.member, $0.heading) },
        uniquingKeysWith: { first, _ in first }
    )

    /// A form out of the texts of its members.
    static func form(_ text: (String) -> String) -> ApplicationForm {
        ApplicationForm(
            name: text("name"),
            documentType: text("documentType"),
            documentNumber: text("documentNumber"),
            education: text("education"),
            telephone: text("telephone"),
            unit: text("unit"),
            workshop: text("workshop"),
            team: text("team"),
            position: text("position"),
            positionKind: text("positionKind"),
            employmentForm: text("employmentForm"),
            dutyStatus: text("dutyStatus"),
            hiredOn: text("hiredOn"),
            occupation: text("occupation"),
            occupationCode: text("occupationCode"),
            occupationEdition: text("occupationEdition"),
            specialty: text("specialty"),
            priorKind: text("priorKind"),
            priorLevel: text("priorLevel"),
            priorNumber: text("priorNumber"),
            priorOccupation: text("priorOccupation"),
            priorIssuer: text("priorIssuer"),
            priorIssuedOn: text("priorIssuedOn"),
            seniorSpans: text("seniorSpans"),
            stillInOccupation: text("stillInOccupation"),
            healthConfirmed: text("healthConfirmed"),
            conductConfirmed: text("conductConfirmed"),
            conditions: text("conditions"),
            merits: text("merits"),
            honour: text("honour"),
            honourDocument: text("honourDocument"),
            relaxationGround: text("relaxationGround"),
            relaxedClause: text("relaxedClause"),
            evidence: text("evidence"),
            photo: text("photo"),
            confirmedOn: text("confirmedOn")
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
        ("文化程度", "education"), ("手机号码", "telephone"), ("班组", "team"), ("入职日期", "hiredOn"), ("工种方向", "specialty"),
        ("原证书发证机构", "priorIssuer"), ("原证书发证日期", "priorIssuedOn"), ("荣誉名称", "honour"),
        ("荣誉文号及日期", "honourDocument"), ("放宽事由", "relaxationGround"), ("放宽的条件", "relaxedClause"),
        ("证明材料", "evidence"), ("照片文件", "photo"), ("本人确认日期", "confirmedOn"),
    ]
}
