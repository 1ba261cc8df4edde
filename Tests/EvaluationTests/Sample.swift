import Contracts
import EvaluationDomain
import Foundation
import Kernel
import TestSupport

@testable import EvaluationService

/// Values the tests share.
enum Sample {
    static let creditCode = "91371600MA3N00011J"
    static let enterprise = EnterpriseRef(id: id(1), creditCode: creditCode)
    static let today = day("2026-09-01")

    /// An id that can be told from others at a glance.
    static func id(_ number: UInt8) -> UUID { UUID(uuid: (0, 0, 0, 0, 0, 0, 0x70, 0, 0x80, 0, 0, 0, 0, 0, 0, number)) }

    static func day(_ text: String) -> LocalDate { LocalDate(text) ?? .earliest }

    static func occupation(_ name: String, _ code: String, _ specialty: String? = nil) -> Occupation {
        Occupation(code: code, edition: "2022", name: name, specialty: specialty)
    }

    static let welder = occupation("焊工", "6-18-02-04")
    static let occupations = [
        welder, occupation("钳工", "6-20-01-01"), occupation("电工", "6-31-01-03"), occupation("车工", "6-18-01-01"),
    ]

    static let scope = FilingScope(
        filing: id(2),
        enterprise: enterprise,
        enterpriseName: "滨州渤远机械制造有限公司",
        agencyCode: "Y000037160001",
        occupations: occupations,
        validFrom: day("2025-03-01"),
        validThrough: day("2028-02-29")
    )

    static let authorisation = Authorisation(name: "周明远", office: "董事长", basis: "总经理办公会第6号决议")

    static func terms(
        _ rule: DeterminationRule = .onCompletion(authorisedBy: authorisation),
        criteria: Criteria = Criteria(),
        publicityDays: Int = 5,
        posts: [PlannedPosts]? = nil,
        panel: Int = 5,
        office: String = "纪检监察室",
        contact: HandlingContact? = nil,
        methods: [Method] = [Method(name: "业绩评审", weight: 100, passMark: 60)],
        committee: Committee? = Committee(kind: .expertPanel, name: "专家评审委员会"),
        schedule: PlanSchedule? = schedule,
        postsDecision: PostsDecision? = PostsDecision(paper: "设岗决定", decidedOn: day("2026-08-20")),
        filing: FilingScope = scope,
        title: String = "2026年特级技师评价",
        above floors: RuleSet.Floors = .notice,
        today: LocalDate? = nil
    ) throws -> PlanTerms {
        try PlanTerms(
            filing: filing,
            title: title,
            referenceDate: day("2026-09-01"),
            criteria: criteria,
            publicityDays: publicityDays,
            posts: posts ?? zip(occupations, [3, 1, 1, 2]).map { PlannedPosts(occupation: $0, count: $1) },
            methods: methods,
            organisation: "考核委员会",
            panel: (0..<panel).map { PanelSeat(evaluator: "expert-\($0)", name: "委员\($0)", unit: "技术中心") },
            determination: rule,
            handlingOffice: office,
            handlingContact: contact,
            decision: "总经理办公会决议",
            workPlan: filing.workPlan.map {
                WorkPlanReference(filing: filing.filing, version: $0.version, digest: $0.digest)
            },
            panelRule: today == nil ? nil : PanelRule(),
            committee: committee,
            schedule: schedule,
            postsDecision: postsDecision,
            above: floors,
            today: today
        )
    }

    /// Applications on the first day of September alone, so that stories go on the day after.
    static let schedule = PlanSchedule(
        applications: .init(from: day("2026-09-01"), through: day("2026-09-01")),
        review: .init(from: day("2026-09-02"), through: day("2026-09-25")),
        vote: .init(from: day("2026-09-02"), through: day("2026-09-26")),
        publicity: .init(from: day("2026-09-03"), through: day("2026-10-31"))
    )

    /// Somebody who meets everything.
    static func particulars(_ change: (inout Particulars) -> Void = { _ in }) throws -> Particulars {
        guard
            let posts = SeniorPosts([SeniorPosts.Span(from: day("2021-06-01"), through: nil)])
        else { throw NotFound("sample") }
        var particulars = Particulars(
            unit: "滨州渤远机械制造有限公司",
            workshop: "焊接一车间",
            position: "焊接班长",
            positionKind: "生产一线",
            employmentForm: "劳动合同",
            dutyStatus: "在职在岗",
            hiredOn: day("2005-07-01"),
            education: "大专",
            occupation: welder,
            prior: PriorCertificate(
                kind: "职业技能等级证书",
                level: .seniorTechnician,
                levelText: "一级/高级技师",
                number: try PriorCertificateNumber("Y000037160001211000001"),
                occupation: "焊工",
                issuer: nil,
                issuedOn: day("2021-05-20")
            ),
            seniorPosts: posts,
            stillInOccupation: true,
            healthConfirmed: true,
            conductConfirmed: true,
            conditions: [.innovation],
            merits: "自动焊工艺革新",
            honour: nil,
            honourDocument: nil,
            relaxation: nil,
            evidence: ["业绩证明01.pdf"],
            photo: nil,
            confirmedOn: nil
        )
        change(&particulars)
        return particulars
    }

    /// The posts of these spans; `2021-06-01~` is open.
    static func posts(_ spans: (String, String?)...) -> SeniorPosts? {
        SeniorPosts(spans.map { SeniorPosts.Span(from: day($0.0), through: $0.1.map(day)) })
    }

    static func entry(_ change: (inout Particulars) -> Void = { _ in }) throws -> Entry {
        Entry(round: id(10), person: id(20), particulars: try particulars(change))
    }

    /// The notice's own rules.
    static func notice() throws -> RuleSet {
        guard let notice = RuleSetFile.notice else { throw NotFound("rule set") }
        return notice.ruleSet
    }

    /// By what the samples are judged.
    static func judging(
        _ criteria: Criteria = Criteria(),
        by ruleSet: RuleSet? = nil,
        mappings: [MappingDecision.Content] = [],
        account: String = "hr"
    ) throws -> Judging {
        Judging(
            by: try ruleSet ?? notice(),
            criteria: criteria,
            on: day("2026-09-01"),
            mappings: OccupationMappings(mappings),
            account: account,
            today: day("2026-09-15")
        )
    }

    static func judged(_ change: (inout Particulars) -> Void = { _ in }) throws -> Assessment {
        try judging().verdict(on: try particulars(change))
    }

    /// The repository's own sample, as Excel wrote it.
    static func applicants() throws -> [UInt8] {
        let bytes = try Data(contentsOf: Repository.root.appending(path: "deploy/sample/applicants.csv"))
        // Signed before the day of these tests.
        return Array(String(decoding: bytes, as: UTF8.self).replacing("2026-09-10", with: "2026-08-31").utf8)
    }

    /// The two applications the enterprise's system hands in.
    static func systemApplications() throws -> [ApplicationForm] {
        struct Item: Decodable { let form: ApplicationForm }
        let data = try Data(contentsOf: Repository.root.appending(path: "deploy/sample/ingress-applications.json"))
        return try JSONDecoder().decode([Item].self, from: data).map { item in
            var form = item.form
            form.confirmedOn = "2026-08-31"
            return form
        }
    }
}
