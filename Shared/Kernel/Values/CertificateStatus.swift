/// How an issued certificate stands; the one word for it in facts, lists, pages and answers.
package enum CertificateStatus: String, Codable, Hashable, CaseIterable, Sendable {
    /// In force (有效).
    case valid
    /// Out of force for the time being (暂停使用).
    case suspended
    /// Withdrawn for cause: it should not have been given, or its holder forfeited it (撤销). Final.
    case revoked
    /// Set aside without fault of the holder (注销). Final.
    case cancelled

    /// The status in words.
    package var chinese: String {
        switch self {
        case .valid: "有效"
        case .suspended: "暂停使用"
        case .revoked: "已撤销"
        case .cancelled: "已注销"
        }
    }
}

/// Why a certificate is not in force, as everybody may know it: a kind of reason, never what happened to a person.
package enum StatusReason: String, Codable, Hashable, CaseIterable, Sendable {
    /// The filing it was issued under is suspended or cancelled, and it was decided so.
    case filing
    /// What was reported about it is being examined.
    case examination
    /// It was obtained by false statements or papers.
    case fraud
    /// An objection made in time was upheld.
    case objectionUpheld = "objection-upheld"
    /// The evaluation did not follow its procedure.
    case procedure
    /// The holder did not meet the conditions.
    case conditions
    /// Something printed on it is wrong, and another was issued.
    case wrongData = "wrong-data"
    /// The holder asked for it.
    case holderRequest = "holder-request"
    /// The same was issued twice.
    case issuedTwice = "issued-twice"

    /// The reason in words.
    package var chinese: String {
        switch self {
        case .filing: "备案暂停或取消"
        case .examination: "有关情况正在核查"
        case .fraud: "以弄虚作假方式取得"
        case .objectionUpheld: "公示期内提出的异议成立"
        case .procedure: "评价违反规定程序"
        case .conditions: "持证人不符合申报条件"
        case .wrongData: "登载信息有误,已另行颁发"
        case .holderRequest: "持证人申请"
        case .issuedTwice: "重复颁发"
        }
    }

    /// The status it can be the reason of.
    package var status: CertificateStatus {
        switch self {
        case .filing, .examination: .suspended
        case .fraud, .objectionUpheld, .procedure, .conditions: .revoked
        case .wrongData, .holderRequest, .issuedTwice: .cancelled
        }
    }
}
