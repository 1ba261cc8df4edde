import struct Foundation.UUID
import Kernel

/// A changed work plan of an accepted special-grade filing, filed as a new version while the accepted one stays in force.
package enum WorkPlanChange: Decider, Hashable, Codable {
    /// Nothing was written. Can transition to: draft.
    case notDrafted
    /// With the enterprise, which may still change it. Can transition to: submitted, withdrawn.
    case draft(Proposal)
    /// With the authority. Can transition to: accepted, refused, withdrawn.
    case submitted(Proposal, on: LocalDate)
    /// The plan is in force from that day. Can transition to: nothing.
    case accepted(Proposal, submittedOn: LocalDate, receipt: PlanReceipt)
    /// The plan in force stays. Can transition to: nothing; the enterprise may propose another.
    case refused(Proposal, submittedOn: LocalDate, refusal: Refusal)
    /// Taken back. Can transition to: nothing; the enterprise may propose another.
    case withdrawn(Proposal, submittedOn: LocalDate?, withdrawal: Withdrawal)

    /// What is proposed.
    package struct Proposal: Hashable, Sendable, Codable {
        /// The filing whose plan changes.
        package let filing: UUID
        package let filer: EnterpriseRef
        /// The version in force when it was proposed.
        package let inForce: Int
        package let plan: WorkPlanVersion
        /// Why the plan changes.
        package let reason: String

        /// A proposal with its plan.
        package init(filing: UUID, filer: EnterpriseRef, inForce: Int, plan: WorkPlanVersion, reason: String) {
            self.filing = filing
            self.filer = filer
            self.inForce = inForce
            self.plan = plan
            self.reason = reason
        }

        func with(_ plan: WorkPlanVersion, _ reason: String) -> Proposal {
            Proposal(filing: filing, filer: filer, inForce: inForce, plan: plan, reason: reason)
        }
    }

    /// The receipt of an accepted change.
    package struct PlanReceipt: Hashable, Sendable, Codable {
        package let number: ReceiptNumber
        /// The office that accepted.
        package let authority: String
        package let on: LocalDate

        /// A receipt given on a day.
        package init(number: ReceiptNumber, authority: String, on: LocalDate) {
            self.number = number
            self.authority = authority
            self.on = on
        }
    }

    /// What can be asked; `basis` is nil while the filing is not in force.
    package enum Command: Hashable, Sendable {
        case draft(Proposal, basis: FilingBasis?, digestInForce: String)
        case revise(plan: WorkPlanVersion, reason: String)
        case submit(basis: FilingBasis?, digestInForce: String, on: LocalDate)
        case accept(PlanReceipt, basis: FilingBasis?)
        case refuse(Refusal)
        case withdraw(Withdrawal)
    }

    package enum Event: Hashable, Sendable, Codable {
        case drafted(Proposal)
        case revised(plan: WorkPlanVersion, reason: String)
        case submitted(on: LocalDate)
        case accepted(receipt: PlanReceipt)
        case refused(refusal: Refusal)
        case withdrawn(withdrawal: Withdrawal)
    }

    package typealias Rejection = FilingRejection

    package static let initial = WorkPlanChange.notDrafted

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notDrafted, .draft(let proposal, let basis, let digest)):
            try SpecialFiling.inForce(basis, on: proposal.plan.on)
            guard proposal.plan.digest != digest else { throw .planUnchanged }
            return [.drafted(proposal)]
        case (.draft(let proposal), .revise(let plan, let reason)):
            guard plan.digest != proposal.plan.digest || reason != proposal.reason else { return [] }
            return [.revised(plan: plan.digest == proposal.plan.digest ? proposal.plan : plan, reason: reason)]
        case (.draft(let proposal), .submit(let basis, let digest, let day)):
            try SpecialFiling.inForce(basis, on: day)
            guard proposal.plan.plan.missing.isEmpty else { throw .workPlanIncomplete(proposal.plan.plan.missing) }
            guard proposal.plan.digest != digest else { throw .planUnchanged }
            return [.submitted(on: day)]
        case (.submitted, .accept(let receipt, let basis)):
            try SpecialFiling.inForce(basis, on: receipt.on)
            return [.accepted(receipt: receipt)]
        case (.submitted, .refuse(let refusal)): return [.refused(refusal: refusal)]
        case (.draft, .withdraw(let withdrawal)), (.submitted, .withdraw(let withdrawal)):
            return [.withdrawn(withdrawal: withdrawal)]

        case (.notDrafted, .revise), (.notDrafted, .submit), (.notDrafted, .accept), (.notDrafted, .refuse),
            (.notDrafted, .withdraw):
            throw .notDrafted
        case (.draft, .draft), (.submitted, .draft), (.accepted, .draft), (.refused, .draft), (.withdrawn, .draft):
            throw .alreadyDrafted
        case (.draft, .accept), (.draft, .refuse): throw .notSubmitted
        case (.submitted, .revise), (.submitted, .submit): throw .alreadySubmitted
        case (.accepted, .revise), (.accepted, .submit), (.accepted, .accept), (.accepted, .refuse),
            (.accepted, .withdraw), (.refused, .revise), (.refused, .submit), (.refused, .accept),
            (.refused, .refuse), (.refused, .withdraw):
            throw .alreadyDecided
        case (.withdrawn, .revise), (.withdrawn, .submit), (.withdrawn, .accept), (.withdrawn, .refuse),
            (.withdrawn, .withdraw):
            throw .alreadyWithdrawn
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .drafted(let proposal)): self = .draft(proposal)
        case (.draft(let proposal), .revised(let plan, let reason)): self = .draft(proposal.with(plan, reason))
        case (.draft(let proposal), .submitted(let day)): self = .submitted(proposal, on: day)
        case (.submitted(let proposal, let day), .accepted(let receipt)):
            self = .accepted(proposal, submittedOn: day, receipt: receipt)
        case (.submitted(let proposal, let day), .refused(let refusal)):
            self = .refused(proposal, submittedOn: day, refusal: refusal)
        case (.submitted(let proposal, let day), .withdrawn(let withdrawal)):
            self = .withdrawn(proposal, submittedOn: day, withdrawal: withdrawal)
        case (.draft(let proposal), .withdrawn(let withdrawal)):
            self = .withdrawn(proposal, submittedOn: nil, withdrawal: withdrawal)
        case (_, .revised), (_, .submitted), (_, .accepted), (_, .refused), (_, .withdrawn):
            break  // never decided, so never told
        }
    }
}

extension WorkPlanChange {
    /// What is proposed, once anything is.
    package var proposal: Proposal? {
        switch self {
        case .notDrafted: nil
        case .draft(let proposal), .submitted(let proposal, _), .accepted(let proposal, _, _),
            .refused(let proposal, _, _), .withdrawn(let proposal, _, _):
            proposal
        }
    }

    /// The name of the state.
    package var phase: Phase {
        switch self {
        case .notDrafted: .notDrafted
        case .draft: .draft
        case .submitted: .submitted
        case .accepted: .accepted
        case .refused: .refused
        case .withdrawn: .withdrawn
        }
    }

    /// The states by name.
    package enum Phase: String, CaseIterable, Codable, Sendable {
        case notDrafted = "not-drafted"
        case draft, submitted, accepted, refused, withdrawn

        /// Those in which a change runs: neither decided nor taken back.
        package static let running: [Phase] = [.draft, .submitted]
    }
}
