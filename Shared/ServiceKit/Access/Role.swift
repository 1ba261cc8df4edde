import Foundation

/// What a caller is, as the token says.
package enum Role: String, CaseIterable, Codable, Sendable {
    /// An officer of the bureau (职业能力建设科).
    case bureauOfficer = "bureau-officer"
    /// An officer of the municipal centre (市职业技能鉴定服务中心).
    case centreOfficer = "centre-officer"
    /// An officer of the provincial centre.
    case provinceOfficer = "province-officer"
    /// An officer of a county's bureau or of a zone (县区经办), who liaises and decides nothing.
    case countyOfficer = "county-officer"
    /// The enterprise's human resources (企业人事).
    case enterpriseHR = "enterprise-hr"
    /// A member of an enterprise's panel (评审委员).
    case evaluator
    /// The office of an enterprise that handles objections (异议受理部门: 纪检, 工会 or another; not HR, not the panel).
    case objectionHandler = "objection-handler"
    /// An employee of an enterprise (职工).
    case employee
    /// Who runs the system (运维).
    case `operator`
    /// Anybody without a token.
    case everyone

    /// Whether this role belongs to one enterprise, so that a token must name it.
    package var isOfEnterprise: Bool {
        switch self {
        case .enterpriseHR, .evaluator, .objectionHandler, .employee: true
        case .bureauOfficer, .centreOfficer, .provinceOfficer, .countyOfficer, .operator, .everyone: false
        }
    }

    /// Whether this role belongs to one county, so that a token must name it.
    package var isOfCounty: Bool { self == .countyOfficer }
}

/// Who calls.
package struct Caller: Hashable, Sendable {
    /// The account.
    package let subject: String
    /// The name to show.
    package let name: String
    package let role: Role
    /// The credit code of the enterprise, for roles of an enterprise.
    package let organisation: String?
    /// The person of the register, for an employee whose account is tied to one.
    package let person: UUID?
    /// The code of the county or zone in the authority's table, for an officer of one.
    package let county: String?

    /// Names a caller.
    package init(
        subject: String,
        name: String,
        role: Role,
        organisation: String? = nil,
        person: UUID? = nil,
        county: String? = nil
    ) {
        self.subject = subject
        self.name = name
        self.role = role
        self.organisation = organisation
        self.person = person
        self.county = county
    }

    /// Anybody without a token.
    package static let everyone = Caller(subject: "everyone", name: "公众", role: .everyone)
}
