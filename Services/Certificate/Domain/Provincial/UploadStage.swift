extension Upload {
    /// Where the record of one person stands in the provincial system.
    package enum Stage: String, Codable, Sendable, CaseIterable {
        /// Waits to be sent for the first time.
        case queued
        /// Waits to be sent again, corrected.
        case resubmitted
        /// Sent; the province has not decided.
        case sent
        case accepted
        case rejected
        /// Whoever looks in the province finds it.
        case visibleInProvince = "visible-in-province"
        /// Whoever looks at the national site finds it; some three months later, as a rule.
        case visibleNationally = "visible-nationally"

        /// Whether it waits to be sent.
        package var isWaiting: Bool { self == .queued || self == .resubmitted }

        /// Whether the province has taken it into its register.
        package var isTaken: Bool { self == .accepted || self == .visibleInProvince || self == .visibleNationally }

        /// How far it has come, to compare two sides; what waits and what is rejected have come nowhere.
        package var reach: Int {
            switch self {
            case .queued, .resubmitted: 0
            case .sent, .rejected: 1
            case .accepted: 2
            case .visibleInProvince: 3
            case .visibleNationally: 4
            }
        }

        /// The stage in words.
        package var chinese: String {
            switch self {
            case .queued: "待上传"
            case .resubmitted: "已更正,待重新上传"
            case .sent: "已上传,待省系统审核"
            case .accepted: "省系统已接收"
            case .rejected: "省系统退回"
            case .visibleInProvince: "省内可查"
            case .visibleNationally: "全国可查"
            }
        }
    }
}
