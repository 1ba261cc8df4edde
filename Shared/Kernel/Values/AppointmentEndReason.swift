/// Why an appointment is over; the one word for it in facts, lists and answers.
package enum AppointmentEndReason: String, Codable, Hashable, CaseIterable, Sendable {
    /// Its term was over (聘期届满).
    case expiry
    /// A yearly assessment or that of the term was failed (考核不合格).
    case failedAssessment = "failed-assessment"
    /// The person works in another occupation (变更职业工种).
    case changeOfOccupation = "change-of-occupation"
    /// The person left the enterprise (离职).
    case leaving
    case retirement
    /// The certificate was revoked or cancelled (证书撤销、注销).
    case revocation
    /// The post is given up (岗位撤销).
    case postClosed = "post-closed"
    case death

    /// The reason in words.
    package var chinese: String {
        switch self {
        case .expiry: "聘期届满"
        case .failedAssessment: "考核不合格"
        case .changeOfOccupation: "变更职业(工种)"
        case .leaving: "离职"
        case .retirement: "退休"
        case .revocation: "证书撤销或注销"
        case .postClosed: "岗位撤销"
        case .death: "死亡"
        }
    }

    /// Whether the enterprise says it; the others come by themselves.
    package var isForPeople: Bool { self != .expiry && self != .revocation }
}
