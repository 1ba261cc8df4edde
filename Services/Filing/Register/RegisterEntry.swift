import FilingDomain
import Foundation
import Kernel

/// A filing as the public register shows it: no person is named.
struct RegisterEntry: Sendable {
    let filing: UUID
    let kind: RegisterKind
    let name: String
    let creditCode: String
    /// The name of the county or zone.
    let county: String
    let agencyCode: String
    let occupations: [FiledOccupation]
    let validFrom: LocalDate
    let validThrough: LocalDate
    let phase: RegisterState
}

/// What the register is searched by; all that is named must fit.
struct RegisterFilter: Hashable, Sendable {
    /// A part of the enterprise's name, or the beginning of its credit or agency code.
    var words: String?
    /// A part of an occupation's name or 工种, or of its code.
    var occupation: String?
    /// The county or zone, by its code.
    var county: String?
    var kind: RegisterKind?
    var phase: RegisterState?
}

/// How a filing stands for everybody.
enum RegisterState: String, CaseIterable, Codable, Sendable {
    case inForce = "in-force"
    case suspended, expired, cancelled

    /// As people call it.
    var chinese: String {
        switch self {
        case .inForce: "有效"
        case .suspended: "暂停"
        case .expired: "已到期"
        case .cancelled: "已取消"
        }
    }
}

/// What was filed.
enum RegisterKind: String, CaseIterable, Codable, Sendable {
    case general, special

    /// As people call it.
    var chinese: String {
        switch self {
        case .general: "自主评价备案"
        case .special: "特级技师评价备案"
        }
    }
}

extension FiledOccupation {
    /// `焊工·气焊工 6-18-02-04(2022版)`.
    var inWords: String {
        let name = occupation.specialty.map { "\(occupation.name)·\($0)" } ?? occupation.name
        return "\(name) \(occupation.code)(\(occupation.edition)版)"
    }

    /// The levels by name, `三级/高级工、二级/技师`.
    var levelsInWords: String { levels.map(\.chinese).joined(separator: "、") }
}
