import FilingDomain
import Foundation
import Kernel

/// What stands on a paper of the authority, as it was on the day it was issued; nothing of it is looked up again.
struct PaperContent: Codable, Hashable, Sendable {
    enum Kind: String, CaseIterable, Codable, Sendable {
        /// 备案回执 of a general filing.
        case generalReceipt = "general-receipt"
        /// 备案回执 of a special-grade filing.
        case specialReceipt = "special-receipt"
        /// 备案回执 of a changed work plan.
        case workPlanReceipt = "work-plan-receipt"
        /// 一次性告知书.
        case corrections
        /// 不予备案告知书.
        case refusal
    }

    /// A version of a work plan by its digest.
    struct Plan: Codable, Hashable, Sendable {
        let version: Int
        let digest: String
    }

    /// A file that was handed in.
    struct File: Codable, Hashable, Sendable {
        let purpose: String
        let sha256: String
    }

    let kind: Kind
    let number: ReceiptNumber
    let on: LocalDate
    /// What the paper is about, where the kind does not tell.
    var about: Handling.Kind?
    /// The enterprise's name and code that day.
    let enterprise: String
    let creditCode: String
    let office: PaperOffice
    /// Whom to turn to with problems and suggestions (问题及建议); nil on papers from before it was kept.
    var contact: String?
    var submittedOn: LocalDate?
    var resubmittedOn: LocalDate?
    var agencyCode: AgencyCode?
    var term: Term?
    var occupations: [FiledOccupation] = []
    var workPlan: Plan?
    /// The version in force before, on the receipt of a changed plan.
    var replaces: Int?
    /// Why the plan changed.
    var reason: String?
    var scope: ScopeDecision?
    var requests: [CorrectionRequest] = []
    /// Working days of the promise used up to the notice, and left.
    var usedDays: Int?
    var leftDays: Int?
    var reasons: [String] = []
    var attachments: [File] = []
}

/// The office that issues a paper, and how to reach it.
struct PaperOffice: Codable, Hashable, Sendable {
    let name: String
    /// `电话：0543-…`, one by one.
    let reach: [String]
}
