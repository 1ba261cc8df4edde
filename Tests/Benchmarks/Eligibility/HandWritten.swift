import EvaluationDomain
import Kernel

/// The rules of the notice written by hand in Swift, with the same sentences: what rule sets as data are measured against.
enum HandWritten {
    /// What one rule found.
    struct Found {
        let rule: String
        let outcome: Finding.Outcome
        let facts: [String]
    }

    /// Every rule, in the order of the rule set.
    static func verdict(on particulars: Particulars, years: Int, by day: LocalDate) -> [Finding] {
        let found = [
            frontLine(particulars), skilledWork(particulars), inService(particulars), conduct(particulars),
            seniorLevel(particulars), seniorYears(particulars, years, day), still(particulars), health(particulars),
            claim("innovation", .innovation, particulars), claim("leading-method", .leadingMethod, particulars),
            claim("teaching", .teaching, particulars), honours(particulars),
        ]
        return found.map {
            Finding(
                clause: .preamble,
                rule: $0.rule,
                outcome: $0.outcome,
                facts: $0.facts,
                evidence: particulars.evidence
            )
        }
    }

    private static func frontLine(_ particulars: Particulars) -> Found {
        let kind = particulars.positionKind
        let fact = "岗位类别为“\(kind)”"
        if ["生产一线", "科研一线", "生产科研一线"].contains(kind) {
            return Found(rule: "front-line-post", outcome: .met, facts: [fact])
        }
        if ["管理", "行政", "后勤", "职能", "销售"].contains(where: kind.contains) {
            return Found(rule: "front-line-post", outcome: .notMet, facts: [fact, "不属于生产科研一线岗位"])
        }
        return Found(rule: "front-line-post", outcome: .needsPerson, facts: [fact, "是否属于生产科研一线岗位,须人工认定"])
    }

    private static func skilledWork(_ particulars: Particulars) -> Found {
        let fact = "岗位“\(particulars.position)”,申报职业\(particulars.occupation.name)(\(particulars.occupation.code))"
        return particulars.stillInOccupation
            ? Found(rule: "skilled-work", outcome: .met, facts: [fact, "从事该职业的技术技能工作"])
            : Found(rule: "skilled-work", outcome: .notMet, facts: [fact, "已不从事该职业的技术技能工作"])
    }

    private static func inService(_ particulars: Particulars) -> Found {
        let words = [particulars.employmentForm, particulars.dutyStatus]
        let fact = "用工形式“\(words[0])”,在岗状态“\(words[1])”"
        for word in ["返聘", "退休", "离职", "离岗", "停薪留职", "内退"]
        where words.contains(where: { $0.contains(word) }) {
            return Found(rule: "in-service", outcome: .notMet, facts: [fact, "不属于在职在岗人员"])
        }
        guard words[1] == "在职在岗", ["劳动合同", "正式职工", "在编"].contains(words[0]) else {
            return Found(rule: "in-service", outcome: .needsPerson, facts: [fact, "是否属于本企业在职在岗人员,须人工认定"])
        }
        return Found(rule: "in-service", outcome: .met, facts: [fact])
    }

    private static func conduct(_ particulars: Particulars) -> Found {
        guard particulars.conductConfirmed else {
            return Found(rule: "conduct", outcome: .notMet, facts: ["企业未确认遵纪守法"])
        }
        return Found(rule: "conduct", outcome: .met, facts: ["企业已确认遵纪守法", "业绩:\(particulars.merits)"])
    }

    private static func seniorLevel(_ particulars: Particulars) -> Found {
        let prior = particulars.prior
        let fact = "持有\(prior.kind)“\(prior.levelText)”,职业\(prior.occupation),编号\(prior.number)"
        func found(_ outcome: Finding.Outcome, _ facts: String...) -> Found {
            Found(rule: "senior-level", outcome: outcome, facts: facts)
        }
        guard let level = prior.level else { return found(.needsPerson, fact, "证书等级写法不能识别,须人工核对原件") }
        if level < .seniorTechnician, let told = prior.number.level, told < .seniorTechnician {
            return found(.notMet, fact, "低于一级/高级技师")
        }
        guard prior.number.pattern != .unknown else {
            return found(.needsPerson, fact, "证书编号不是16位职业资格或22位等级证书的格式,须人工核对原件")
        }
        guard prior.number.level == level else {
            return found(.needsPerson, fact, "证书编号所示等级为\(prior.number.level?.chinese ?? "不明"),与填写的不一致,须人工核对原件")
        }
        guard prior.occupation == particulars.occupation.name else {
            return found(.needsPerson, fact, "与申报职业\(particulars.occupation.name)名称不同,是否为本职业须人工认定")
        }
        return found(.met, fact)
    }

    private static func seniorYears(_ particulars: Particulars, _ years: Int, _ day: LocalDate) -> Found {
        let posts = particulars.seniorPosts
        let served = posts.length(by: day)
        let fact = "高级技师岗位\(posts.chinese),至参照日\(day)任职\(served.years)年\(served.months)个月"
        guard let full = posts.dayFull(years: years, by: day) else {
            return Found(
                rule: "senior-post-years",
                outcome: .notMet,
                facts: [fact, "不满\(years)年(自聘任到岗之日起算,不自发证之日起算)"]
            )
        }
        return Found(rule: "senior-post-years", outcome: .met, facts: [fact, "于\(full)满\(years)年(民法典第202条)"])
    }

    private static func still(_ particulars: Particulars) -> Found {
        let occupation = particulars.occupation
        let name = occupation.specialty.map { "\(occupation.name)(\($0))" } ?? occupation.name
        return particulars.stillInOccupation
            ? Found(rule: "still-in-occupation", outcome: .met, facts: ["仍在从事\(name)工作"])
            : Found(
                rule: "still-in-occupation",
                outcome: .notMet,
                facts: ["已不再从事\(name)工作,现岗位“\(particulars.position)”"]
            )
    }

    private static func health(_ particulars: Particulars) -> Found {
        particulars.healthConfirmed
            ? Found(rule: "health", outcome: .met, facts: ["企业已确认身体条件适应岗位需要"])
            : Found(rule: "health", outcome: .notMet, facts: ["企业未确认身体条件"])
    }

    private static func claim(_ rule: String, _ condition: AdditionalCondition, _ particulars: Particulars) -> Found {
        guard particulars.conditions.contains(condition) else {
            return Found(rule: rule, outcome: .notMet, facts: ["未申报此项"])
        }
        let fact = "申报业绩:\(particulars.merits)"
        guard !particulars.evidence.isEmpty else {
            return Found(rule: rule, outcome: .needsPerson, facts: [fact, "未附证明材料,须人工核实"])
        }
        let papers = "证明材料:\(particulars.evidence.joined(separator: "、"))"
        return Found(rule: rule, outcome: .met, facts: [fact, papers, "业绩分量由评审委员会评审"])
    }

    private static func honours(_ particulars: Particulars) -> Found {
        func found(_ outcome: Finding.Outcome, _ facts: String...) -> Found {
            Found(rule: "honours", outcome: outcome, facts: facts)
        }
        guard particulars.conditions.contains(.honours) else { return found(.notMet, "未申报此项") }
        guard let honour = particulars.honour else { return found(.notMet, "申报此项但未填写荣誉名称") }
        let fact = "荣誉:\(honour)(\(particulars.honourDocument ?? "未填文号"))"
        guard particulars.honourDocument != nil else { return found(.needsPerson, fact, "未填文号及日期,须人工核实") }
        if honour.contains("泰山产业领军人才"), !honour.contains("产业技能") {
            return found(.needsPerson, fact, "泰山产业领军人才是否为产业技能类,须人工认定")
        }
        let named = ["中华技能大奖", "国务院政府特殊津贴", "全国技术能手", "泰山产业领军人才", "齐鲁首席技师", "山东省首席技师", "齐鲁工匠"]
        let isNamed = named.contains(where: honour.contains)
        if isNamed, !honour.contains("提名") { return found(.met, fact, "在三(二)4列举之内") }
        if ["全国劳动模范", "全国五一劳动奖章"].contains(honour) { return found(.met, fact, "在三(二)4列举之内") }
        if ["劳动模范", "五一劳动奖章"].contains(where: honour.contains) {
            return found(.needsPerson, fact, "是否为省级及以上,须人工认定")
        }
        return found(.needsPerson, fact, "是否属于三(二)4列举的荣誉或项目,须人工认定")
    }
}
