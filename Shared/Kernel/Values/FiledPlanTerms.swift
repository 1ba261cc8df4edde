/// What a filed work plan (工作方案) lays down in a form machines hold an implementation plan against.
///
/// Beside its words, which are for people. What is nil it leaves open; the notice's own floors hold besides.
package struct FiledPlanTerms: Codable, Hashable, Sendable {
    /// A method of evaluation as it was filed.
    package struct Method: Codable, Hashable, Sendable {
        /// 业绩评审, 现场答辩, 综合评审, 实操考核 or another.
        package let name: String
        /// Its part of the whole, in percent; nil where it was left open.
        package let weight: Double?
        /// The lowest mark that passes, of 100; nil where it was left open.
        package let passMark: Double?

        /// A method.
        package init(name: String, weight: Double? = nil, passMark: Double? = nil) {
            self.name = name
            self.weight = weight
            self.passMark = passMark
        }
    }

    /// Years in a 高级技师 post at the least.
    package let seniorPostYears: Int?
    /// How many of the additional conditions must be met at the least.
    package let additionalConditions: Int?
    /// The methods; all of them are used and no other.
    package let methods: [Method]?
    /// Who may review: `assessment-committee`, `expert-panel`, `other`.
    package let committees: [String]?
    /// Members of the panel at the least.
    package let panelSize: Int?
    /// Working days the proposed list is on show at the least.
    package let publicityDays: Int?
    /// Special-grade posts (岗位) of all occupations together at the most.
    package let mostPosts: Int?

    /// What a work plan lays down; nil for what it leaves open.
    package init(
        seniorPostYears: Int? = nil,
        additionalConditions: Int? = nil,
        methods: [Method]? = nil,
        committees: [String]? = nil,
        panelSize: Int? = nil,
        publicityDays: Int? = nil,
        mostPosts: Int? = nil
    ) {
        self.seniorPostYears = seniorPostYears
        self.additionalConditions = additionalConditions
        self.methods = methods
        self.committees = committees
        self.panelSize = panelSize
        self.publicityDays = publicityDays
        self.mostPosts = mostPosts
    }

    /// The kinds of body that may review, by the words of ``committees``.
    package static let committeeKinds = ["assessment-committee", "expert-panel", "other"]

    /// Each part with its heading, as people read and compare it; what is left open does not appear.
    package var lines: [String] {
        let words = ["assessment-committee": "技能等级认定考核委员会", "expert-panel": "专家评审委员会", "other": "其他机构"]
        return [
            seniorPostYears.map { "高级技师岗位工作年限:不少于\($0)年" },
            additionalConditions.map { "附加条件:至少具备\($0)项" },
            methods.map { "评价方法:" + $0.map(\.chinese).joined(separator: "、") },
            committees.map { "评审机构:" + $0.map { words[$0] ?? $0 }.joined(separator: "、") },
            panelSize.map { "评审委员会人数:不少于\($0)人" }, publicityDays.map { "公示期:不少于\($0)个工作日" },
            mostPosts.map { "岗位职数:合计不超过\($0)个" },
        ].compactMap(\.self)
    }
}

extension FiledPlanTerms.Method {
    fileprivate var chinese: String {
        let parts = [
            weight.map { "占\(Self.text($0))%" }, passMark.map { "\(Self.text($0))分合格" },
        ].compactMap(\.self)
        return parts.isEmpty ? name : "\(name)(\(parts.joined(separator: ",")))"
    }

    /// A number without a needless `.0`.
    private static func text(_ number: Double) -> String {
        number == number.rounded() && abs(number) < 1e9 ? String(Int(number)) : String(number)
    }
}
