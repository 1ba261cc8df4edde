import Kernel

/// A plan in rows people read: to show it, and to tell two versions apart.
package struct PlanOutline: Hashable, Sendable {
    /// One thing a plan lays down.
    package struct Row: Codable, Hashable, Sendable {
        /// The member of the plan, as a request names it.
        package let field: String
        /// Its heading.
        package let label: String
        package let text: String
    }

    /// The rows, in the order of the form; what a plan leaves out has none.
    package let rows: [Row]

    /// The rows of a plan.
    package init(_ terms: PlanTerms) {
        let basics = Self.basics(of: terms) + Self.posts(of: terms) + Self.methods(of: terms)
        rows = basics + Self.reviewers(of: terms) + Self.days(of: terms) + Self.ending(of: terms)
    }

    /// What differs from one plan to another: each row that is not the same, with both texts.
    package static func difference(from old: PlanTerms, to new: PlanTerms) -> [Change] {
        let (before, after) = (PlanOutline(old).rows, PlanOutline(new).rows)
        let (was, now) = (
            Dictionary(before.map { ($0.field, $0.text) }) { $1 }, Dictionary(after.map { ($0.field, $0.text) }) { $1 }
        )
        let gone = before.filter { now[$0.field] == nil }
        return (after + gone).filter { was[$0.field] != now[$0.field] }
            .map { Change(field: $0.field, label: $0.label, before: was[$0.field], after: now[$0.field]) }
    }

    /// A row that is not the same in two plans.
    package struct Change: Codable, Hashable, Sendable {
        package let field: String
        package let label: String
        /// Nil where it was not there.
        package let before: String?
        /// Nil where it is not there any more.
        package let after: String?
    }

    private static func basics(of terms: PlanTerms) -> [Row] {
        [
            Row(field: "title", label: "名称", text: terms.title),
            Row(field: "filing", label: "备案职业", text: terms.filing.occupations.map(\.inWords).joined(separator: "、")),
            terms.workPlan.map {
                Row(field: "workPlan", label: "依据的工作方案", text: "备案工作方案第\($0.version)版（摘要\($0.digest.prefix(12))）")
            },
            Row(field: "decision", label: "方案通过情况", text: terms.decision),
            Row(
                field: "criteria.seniorPostYears",
                label: "高级技师岗位工作年限",
                text: "满\(terms.criteria.seniorPostYears)年且仍从事本职业（工种）"
            ),
            Row(
                field: "criteria.additionalConditions",
                label: "附加条件",
                text: "通知三（二）所列条件中至少具备\(terms.criteria.additionalConditions)项"
            ),
            Row(field: "referenceDate", label: "年限计算截止日", text: terms.referenceDate.chinese),
            terms.ruleSet.map { Row(field: "ruleSet", label: "评价条件规则", text: "\($0.id)（摘要\($0.digest.prefix(12))）") },
        ].compactMap(\.self)
    }

    private static func posts(of terms: PlanTerms) -> [Row] {
        let posts = terms.posts.map { post in
            Row(
                field: "posts[\(post.occupation.code)/\(post.occupation.specialty ?? "")]",
                label: "岗位职数：\(post.occupation.inWords)",
                text: "\(post.count)个"
            )
        }
        let decision = terms.postsDecision.map {
            Row(field: "postsDecision", label: "设岗依据", text: "\($0.paper)，\($0.decidedOn.chinese)")
        }
        return posts + (decision.map { [$0] } ?? [])
    }

    private static func methods(of terms: PlanTerms) -> [Row] {
        terms.methods.map { method in
            Row(
                field: "methods[\(method.name)]",
                label: "评价方法：\(method.name)",
                text: "权重\(Self.number(method.weight))%，\(Self.number(method.passMark))分合格"
            )
        }
    }

    private static func reviewers(of terms: PlanTerms) -> [Row] {
        let rule = terms.panelRule.map { rule in
            Row(
                field: "panelRule",
                label: "评审委员会组成",
                text: "\(rule.size)人，\(rule.selection == .drawn ? "从专家库随机抽取" : "由方案指定")"
            )
        }
        let vote = terms.votingRule.map { rule in
            Row(
                field: "votingRule",
                label: "表决办法",
                text: "\(rule.ballot == .secret ? "无记名" : "记名")投票，到会不少于全体委员的\(rule.quorum.chinese)，"
                    + "到会且不回避的委员\(rule.passing.chinese)以上同意为通过"
            )
        }
        return [
            Row(field: "organisation", label: "组织方式", text: terms.organisation),
            terms.committee.map { committee in
                let reason = committee.reason.map { "；理由：\($0)" } ?? ""
                return Row(field: "committee", label: "评审机构", text: committee.name + reason)
            }, rule, vote, terms.votingRule.flatMap(Self.openers),
        ].compactMap(\.self)
    }

    /// Who opens the box, where the plan says so.
    private static func openers(of rule: VotingRule) -> Row? {
        guard !rule.openingOfficers.isEmpty else { return nil }
        let names = rule.openingOfficers.map { officer in
            officer.name + (officer.standIn.map { "（候补\($0.name)）" } ?? "")
        }
        return Row(field: "votingRule.openingOfficers", label: "开票人员", text: names.joined(separator: "、"))
    }

    private static func days(of terms: PlanTerms) -> [Row] {
        guard let schedule = terms.schedule else { return [] }
        return [
            ("applications", "申报时间", schedule.applications), ("review", "评审时间", schedule.review),
            ("vote", "表决时间", schedule.vote), ("publicity", "公示时间", schedule.publicity),
        ].map { name, label, window in
            Row(field: "schedule.\(name)", label: label, text: window.chinese)
        }
    }

    private static func ending(of terms: PlanTerms) -> [Row] {
        let authority = terms.determination.authorisedBy.chinese
        let rule =
            switch terms.determination {
            case .onCompletion: "公示期满无异议的即行确定，授权：\(authority)"
            case .signed: "公示期满无异议的，由\(authority)签署确定"
            }
        let contact = terms.handlingContact
        let reached = [contact?.person, contact?.telephone, contact?.address, contact?.email].compactMap(\.self)
        let office = ([terms.handlingOffice] + reached).joined(separator: "，")
        return [
            Row(field: "publicityDays", label: "公示期", text: "不少于\(terms.publicityDays)个工作日"),
            Row(field: "determination", label: "获评人员的确定", text: rule),
            Row(field: "handlingOffice", label: "异议受理部门", text: office),
        ]
    }

    /// A number without a needless `.0`.
    private static func number(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
    }
}

extension Occupation {
    /// The occupation with its 工种, as people say it.
    fileprivate var inWords: String { specialty.map { "\(name)（\($0)）" } ?? name }
}

extension PlanSchedule.Window {
    /// Its days as people say them; one day is said once.
    package var chinese: String { from == through ? from.chinese : "\(from.chinese)至\(through.chinese)" }
}
