/// How a number stands in the ledger.
package enum NumberStanding: String, Codable, Sendable, CaseIterable {
    /// Somebody's once the audits have passed; what is uploaded bears it.
    case reserved
    /// Somebody's for good.
    case given
    /// Came to nothing, and is never given again.
    case void

    /// The standing in words.
    package var chinese: String {
        switch self {
        case .reserved: "已预留"
        case .given: "已赋予"
        case .void: "已作废"
        }
    }
}

/// Where a number came from.
package enum NumberSource: String, Codable, Sendable, CaseIterable {
    /// Given here once the last audit had passed.
    case afterAudit = "after-audit"
    /// Reserved here when the batch was handed in.
    case reserved
    /// Returned by the provincial system.
    case province
    /// Of a certificate issued before, entered from its enterprise's records.
    case historic

    /// The source in words.
    package var chinese: String {
        switch self {
        case .afterAudit: "审核通过后编号"
        case .reserved: "上传时预留"
        case .province: "省级系统返回"
        case .historic: "历史证书补录"
        }
    }
}

/// Why a number came to nothing.
package enum VoidReason: String, Codable, Sendable, CaseIterable {
    /// It was not issued in the year it bears.
    case yearOver = "year-over"
    /// An objection against its holder was upheld.
    case takenOut = "taken-out"
    /// The enterprise took its holder back from the batch.
    case takenBack = "taken-back"
    /// It was reserved in a series that is no longer the one in force.
    case seriesChanged = "series-changed"
    /// The province gave its holder another one.
    case replacedByProvince = "replaced-by-province"
    /// Its holder got another one while an older version of the service ran.
    case numberedMeanwhile = "numbered-meanwhile"

    /// The reason in words.
    package var chinese: String {
        switch self {
        case .yearOver: "当年未颁发,跨年作废"
        case .takenOut: "异议成立,不予编号"
        case .takenBack: "企业撤回该人员"
        case .seriesChanged: "编码规则或备案码变更"
        case .replacedByProvince: "省级系统另行赋号"
        case .numberedMeanwhile: "系统回退期间另行编号"
        }
    }
}
