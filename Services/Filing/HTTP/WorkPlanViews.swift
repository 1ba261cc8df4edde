import FilingDomain
import Foundation
import Kernel
import Messaging

/// One version in the list of a filing's work plans.
struct WorkPlanLine: Encodable {
    let version: Int
    let digest: String
    let writtenOn: LocalDate?
    let isInForce: Bool
    /// The change it came with; nil for the versions of the filing itself.
    let change: String?
    let missing: [WorkPlanPart]

    init(_ kept: WorkPlans.Kept, inForce: Int?, change: UUID?) {
        version = kept.number
        digest = kept.digest
        writtenOn = kept.writtenOn
        isInForce = kept.number == inForce
        self.change = change?.lowercase
        missing = kept.plan.missing
    }
}

/// One version in full, and how it differs from another where that is asked for.
struct WorkPlanReading: Encodable {
    let version: Int
    let digest: String
    let writtenOn: LocalDate?
    let workPlan: WorkPlan
    let against: Int?
    let difference: [PartView]?
    /// How what they lay down in machine form differs.
    let termsDifference: [LineView]?

    struct PartView: Encodable {
        let part: WorkPlanPart
        let title: String
        let lines: [LineView]
    }

    struct LineView: Encodable {
        let kind: PlanDifference.Line.Kind
        let text: String
    }

    init(_ kept: WorkPlans.Kept, against other: WorkPlans.Kept?) {
        version = kept.number
        digest = kept.digest
        writtenOn = kept.writtenOn
        workPlan = kept.plan
        against = other?.number
        let differs = other.map { PlanDifference(from: $0.plan, to: kept.plan) }
        termsDifference = differs.map { $0.terms.map { LineView(kind: $0.kind, text: $0.text) } }
        difference = differs.map { differs in
            differs.parts.map { part in
                PartView(
                    part: part.part,
                    title: part.part.chinese,
                    lines: part.lines.map { LineView(kind: $0.kind, text: $0.text) }
                )
            }
        }
    }
}

/// A change of a work plan as it is shown.
struct WorkPlanChangeView: Encodable {
    let id: ID<WorkPlanChange>
    let specialFiling: String
    let enterprise: FilerView
    let state: WorkPlanChange.Phase
    /// The version in force when it was proposed.
    let replaces: Int
    let reason: String
    let workPlan: WorkPlanView
    private(set) var submittedOn: LocalDate?
    private(set) var acceptedOn: LocalDate?
    private(set) var receiptNumber: String?
    private(set) var authority: String?
    private(set) var refusedOn: LocalDate?
    private(set) var reasons: [String]?
    private(set) var withdrawnOn: LocalDate?
    private(set) var withdrawalReason: String?
    let handling: HandlingView?

    init?(_ change: Stored<WorkPlanChange>, handling: HandlingView?) {
        guard let proposal = change.state.proposal else { return nil }
        id = ID(change.id)
        specialFiling = proposal.filing.lowercase
        enterprise = FilerView(proposal.filer)
        state = change.state.phase
        replaces = proposal.inForce
        reason = proposal.reason
        workPlan = WorkPlanView(proposal.plan)
        self.handling = handling
        switch change.state {
        case .notDrafted, .draft: break
        case .submitted(_, let day): submittedOn = day
        case .accepted(_, let day, let receipt):
            submittedOn = day
            (acceptedOn, receiptNumber, authority) = (receipt.on, receipt.number.text, receipt.authority)
        case .refused(_, let day, let refusal):
            submittedOn = day
            (refusedOn, reasons) = (refusal.on, refusal.reasons)
        case .withdrawn(_, let day, let withdrawal):
            submittedOn = day
            (withdrawnOn, withdrawalReason) = (withdrawal.on, withdrawal.reason)
        }
    }
}
