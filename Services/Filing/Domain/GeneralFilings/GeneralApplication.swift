import Kernel

/// What an enterprise hands in for its general filing (自主评价备案); a part not written yet is empty.
package struct GeneralApplication: Hashable, Sendable, Codable {
    package let filer: EnterpriseRef
    package let occupations: [FiledOccupation]
    /// 评价机构: the body that evaluates.
    package let evaluationBody: String
    /// 人员: its experts, assessors and staff, in words.
    package let staff: String
    /// The same, one by one.
    package let members: [StaffMember]
    /// 经费: what pays for it.
    package let funding: String
    /// 制度: the rules it works by.
    package let rules: String
    /// The files handed in with it; empty until it is.
    package internal(set) var attachments: [FiledPaper]

    /// An application with the parts there are.
    package init(
        filer: EnterpriseRef,
        occupations: [FiledOccupation],
        evaluationBody: String,
        staff: String,
        members: [StaffMember] = [],
        funding: String,
        rules: String,
        attachments: [FiledPaper] = []
    ) {
        self.filer = filer
        self.occupations = occupations
        self.evaluationBody = evaluationBody
        self.staff = staff
        self.members = members
        self.funding = funding
        self.rules = rules
        self.attachments = attachments
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        filer = try container.decode(EnterpriseRef.self, forKey: .filer)
        occupations = try container.decode([FiledOccupation].self, forKey: .occupations)
        evaluationBody = try container.decode(String.self, forKey: .evaluationBody)
        staff = try container.decode(String.self, forKey: .staff)
        funding = try container.decode(String.self, forKey: .funding)
        rules = try container.decode(String.self, forKey: .rules)
        // Rows written before staff was listed and files were taken have neither.
        members = try container.decodeIfPresent([StaffMember].self, forKey: .members) ?? []
        attachments = try container.decodeIfPresent([FiledPaper].self, forKey: .attachments) ?? []
    }

    /// The parts not written yet, in the form's order.
    package var missing: [GeneralPart] { GeneralPart.allCases.filter { !has($0) } }

    /// The parts in which another application differs.
    package func differences(to other: GeneralApplication) -> [GeneralPart] {
        GeneralPart.allCases.filter { part in
            switch part {
            case .occupations: occupations != other.occupations
            case .evaluationBody: evaluationBody != other.evaluationBody
            case .staff: staff != other.staff || members != other.members
            case .funding: funding != other.funding
            case .rules: rules != other.rules
            }
        }
    }

    private func has(_ part: GeneralPart) -> Bool {
        switch part {
        case .occupations: !occupations.isEmpty && occupations.allSatisfy { !$0.levels.isEmpty }
        case .evaluationBody: !evaluationBody.isEmpty
        case .staff: !staff.isEmpty || !members.isEmpty
        case .funding: !funding.isEmpty
        case .rules: !rules.isEmpty
        }
    }

    /// The same with the files that are handed in.
    package func with(_ attachments: [FiledPaper]) -> GeneralApplication {
        var changed = self
        changed.attachments = attachments
        return changed
    }
}

/// One of those who evaluate; no more of a person than the filing needs.
package struct StaffMember: Hashable, Sendable, Codable {
    package let name: String
    /// 专家, 考评员, 内部质量督导员, 管理人员 or another, in the enterprise's words.
    package let role: String
    /// 职称 or 职业资格, in the enterprise's words; empty where there is none.
    package let qualification: String

    /// A member by name, role and qualification.
    package init(name: String, role: String, qualification: String) {
        self.name = name
        self.role = role
        self.qualification = qualification
    }
}

/// The parts of a general filing's form.
package enum GeneralPart: String, CaseIterable, Codable, Sendable {
    case occupations, evaluationBody, staff, funding, rules

    /// The part's heading.
    package var chinese: String {
        switch self {
        case .occupations: "职业(工种)及等级"
        case .evaluationBody: "评价机构"
        case .staff: "评价人员"
        case .funding: "经费"
        case .rules: "制度"
        }
    }
}
