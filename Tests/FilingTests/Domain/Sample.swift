import FilingDomain
import Foundation
import Kernel

/// Values the tables share; enterprise and agency code are invented and valid.
enum Sample {
    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? .earliest }

    static let monday = day("2026-08-03")
    static let tuesday = day("2026-08-04")
    static let wednesday = day("2026-08-05")
    static let thursday = day("2026-08-06")

    static let enterpriseID = UUID(uuidString: "01990000-0000-7000-8000-000000000001") ?? UUID()
    static let generalID = UUID(uuidString: "01990000-0000-7000-8000-000000000002") ?? UUID()
    static let creditCode = "91371600MA3N00011J"
    static let agencyCode = try? AgencyCode("Y000037160001")
    static let filer = EnterpriseRef(id: enterpriseID, creditCode: creditCode)

    static let welder = Occupation(code: "6-18-02-04", edition: "2022", name: "焊工", specialty: nil)
    static let turner = Occupation(code: "6-18-01-01", edition: "2022", name: "车工", specialty: "数控车工")
    static let electrician = Occupation(code: "6-31-01-03", edition: "2022", name: "电工", specialty: nil)

    /// Welders and turners up to 高级技师, electricians only to 技师.
    static let filed = [
        FiledOccupation(occupation: welder, levels: [.seniorTechnician, .technician, .senior]),
        FiledOccupation(occupation: turner, levels: [.seniorTechnician]),
        FiledOccupation(occupation: electrician, levels: [.technician]),
    ]

    static let general = GeneralApplication(
        filer: filer,
        occupations: filed,
        evaluationBody: "职业技能等级认定考核委员会",
        staff: "考评员12人、质量督导员3人",
        funding: "职工教育经费列支",
        rules: "考务管理制度等9项"
    )

    static func term(_ from: String, _ through: String) throws -> Term {
        guard let term = Term(from: day(from), through: day(through)) else { throw NotFound("term") }
        return term
    }

    static func basis(_ from: String = "2026-01-01", _ through: String = "2028-12-31") throws -> FilingBasis {
        try FilingBasis(agencyCode: AgencyCode("Y000037160001"), term: term(from, through), occupations: filed)
    }

    static let plan = WorkPlan(
        planning: "三年规划",
        standards: "评价标准",
        methods: "业绩评审与现场答辩",
        procedure: "申报、审核、评审、公示、核准",
        resultsUse: "评聘结合",
        conditions: "通知第三条",
        organisation: "评审委员会5人",
        schedule: "2026年9月至10月"
    )
    static let planWithoutSchedule = WorkPlan(
        planning: "三年规划",
        standards: "",
        methods: "业绩评审与现场答辩",
        procedure: "申报、审核、评审、公示、核准",
        resultsUse: "评聘结合",
        conditions: "通知第三条",
        organisation: "评审委员会5人",
        schedule: ""
    )

    static let form = SpecialApplication(
        reason: "畅通技能人才发展通道",
        handler: "经办人甲",
        skilledWorkers: 420,
        seniorTechnicians: 36,
        plannedPosts: 7,
        consultation: Consultation(heldOn: monday, form: "职工代表大会", evidence: "会议纪要")
    )

    static func dossier(
        _ occupations: [Occupation] = [welder, turner],
        plan: WorkPlan = plan,
        version: Int = 1,
        digest: String = "aa"
    ) -> Dossier {
        Dossier(
            generalFiling: ID(generalID),
            filer: filer,
            occupations: occupations,
            application: form,
            workPlan: WorkPlanVersion(number: version, digest: digest, plan: plan, on: monday)
        )
    }

    static let corrections = Corrections(
        requests: [
            CorrectionRequest(number: 1, place: "工作方案·评价标准", reason: "未写明业绩的认定依据"),
            CorrectionRequest(number: 2, place: "申请表·经办人", reason: "未盖章"),
        ],
        submittedOn: monday,
        on: tuesday
    )

    static let number = ReceiptNumber(word: "滨特备", year: 2026, sequence: 1)

    static let wrong = corrections.requests.map { Deficiency(place: $0.place, reason: $0.reason) }
    static let refusal = Refusal(reasons: ["不具备条件"], on: thursday)
    static let withdrawal = Withdrawal(reason: "重新准备", on: thursday)
    static let paper = FiledPaper(file: generalID, purpose: "rules", sha256: "cc", size: 7)
    static let officer = Officer(id: "wang", name: "王经办")
    static let colleague = Officer(id: "li", name: "李经办")
    static let acceptance = SpecialFiling.Acceptance(number: number, authority: "滨州市职业技能鉴定服务中心")
}
