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
        /// The province did not take it in as it is; somebody has to correct it or send it again.
        case refused
        /// Is not sent for the time being: its person left the batch, is objected to, or is being corrected.
        case shelved
        /// Waits to be taken back from the province.
        case withdrawing
        /// The province was asked to take it out, and has not confirmed.
        case withdrawalSent = "withdrawal-sent"
        /// The province has taken it out.
        case withdrawn
        /// The province would not take it out: it is there still, and somebody has to ask again or settle it there.
        case withdrawalRefused = "withdrawal-refused"

        /// Whether it waits to be sent.
        package var isWaiting: Bool { self == .queued || self == .resubmitted || self == .withdrawing }

        /// Whether both systems have to have the same of it; what is on its way, or taken back, differs for that reason.
        package var isCompared: Bool {
            switch self {
            case .sent, .accepted, .rejected, .visibleInProvince, .visibleNationally: true
            case .queued, .resubmitted, .refused, .shelved, .withdrawing, .withdrawalSent, .withdrawn,
                .withdrawalRefused:
                false
            }
        }

        /// Whether it is not to be there for the time being.
        package var isAway: Bool {
            switch self {
            case .shelved, .withdrawing, .withdrawalSent, .withdrawn, .withdrawalRefused: true
            case .queued, .resubmitted, .sent, .accepted, .rejected, .visibleInProvince, .visibleNationally, .refused:
                false
            }
        }

        /// Whether somebody may correct the record, or send it again, wherever its registration stands.
        package var isTurnedDown: Bool { self == .rejected || self == .refused }

        /// Whether the province has taken it into its register.
        package var isTaken: Bool { self == .accepted || self == .visibleInProvince || self == .visibleNationally }

        /// How far it has come, to compare two sides; what waits and what is rejected have come nowhere.
        package var reach: Int {
            switch self {
            case .queued, .resubmitted, .refused, .shelved, .withdrawing: 0
            case .sent, .rejected, .withdrawalSent, .withdrawalRefused: 1
            case .accepted, .withdrawn: 2
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
            case .refused: "省系统未受理"
            case .shelved: "暂不上传"
            case .withdrawing: "待向省系统撤回"
            case .withdrawalSent: "已申请撤回,待省系统确认"
            case .withdrawn: "省系统已撤回"
            case .withdrawalRefused: "省系统未撤回,待处理"
            }
        }
    }
}
