import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Changed work plans of accepted special-grade filings; the accepted plan stays in force until the new one is.
struct WorkPlanChanges: Sendable {
    let store = WorkPlanChangeStore()
    let plans = WorkPlans()
    let bases: FilingBases
    let desk: HandlingDesk
    let changes = FilingChanges()
    let papers: FilingPapers
    let journal: Journal
    /// Tells the life of the filing that another plan is in force.
    let putInForce: PlanInForce

    /// What happens beside, when another plan comes into force; runs in the transaction that accepts it.
    typealias PlanInForce =
        @Sendable (
            _ filing: UUID, _ plan: WorkPlanVersion, _ cause: Cause, _ tx: borrowing Transaction
        ) throws -> Void

    /// An enterprise proposes another plan; the filing is locked, so that versions follow each other.
    func draft(
        of filing: Stored<SpecialFiling>,
        _ plan: WorkPlan,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<WorkPlanChange> {
        guard let inForce = try plans.inForce(of: filing, in: tx), let filer = filing.state.dossier?.filer else {
            throw FilingNotAccepted()
        }
        if let running = try store.running(of: filing.id, in: tx) { throw AlreadyFiling(running) }
        let version = WorkPlanVersion(
            number: try plans.next(of: filing.id, in: tx),
            digest: try CanonicalWorkPlan.digest(of: plan),
            plan: plan,
            on: cause.today
        )
        let proposal = WorkPlanChange.Proposal(
            filing: filing.id,
            filer: filer,
            inForce: inForce.number,
            plan: version,
            reason: reason
        )
        var change = Stored<WorkPlanChange>(new: NewID.v7())
        let basis = try bases.basis(of: filing, in: tx)
        try change.handle(.draft(proposal, basis: basis, digestInForce: inForce.digest))
        try save(change, by: .enterprise, because: cause, in: tx)
        return change
    }

    /// An enterprise writes its proposal anew; another text is another version.
    func revise(
        _ change: inout Stored<WorkPlanChange>,
        to plan: WorkPlan,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let proposal = change.state.proposal else { throw NotFound("work-plan-change") }
        let version = WorkPlanVersion(
            number: try plans.next(of: proposal.filing, in: tx),
            digest: try CanonicalWorkPlan.digest(of: plan),
            plan: plan,
            on: cause.today
        )
        try change.handle(.revise(plan: version, reason: reason))
        try save(change, by: .enterprise, because: cause, in: tx)
    }

    /// An enterprise hands its proposal in.
    func submit(
        _ change: inout Stored<WorkPlanChange>,
        of filing: Stored<SpecialFiling>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard let inForce = try plans.inForce(of: filing, in: tx), let filer = filing.state.dossier?.filer else {
            throw FilingNotAccepted()
        }
        let basis = try bases.basis(of: filing, in: tx)
        try change.handle(.submit(basis: basis, digestInForce: inForce.digest, on: cause.today))
        try save(change, by: .enterprise, because: cause, in: tx)
        try desk.open(.workPlan, change.id, of: filer, because: cause, in: tx)
    }

    /// An enterprise takes its proposal back.
    func withdraw(
        _ change: inout Stored<WorkPlanChange>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try change.handle(.withdraw(Withdrawal(reason: reason, on: cause.today)))
        try save(change, by: .enterprise, because: cause, in: tx)
        try desk.follow(.close(on: cause.today), of: change.id, because: cause, in: tx)
    }

    /// An officer accepts: from now on this plan is in force.
    func accept(
        _ change: inout Stored<WorkPlanChange>,
        of filing: Stored<SpecialFiling>,
        authority: String?,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let office = try papers.office(of: .special, filing.id, named: authority, on: cause.today, in: tx)
        let receipt = WorkPlanChange.PlanReceipt(
            number: try papers.number(.workPlanReceipt, in: cause.today.year, tx),
            authority: office.name,
            on: cause.today
        )
        try change.handle(.accept(receipt, basis: try bases.basis(of: filing, in: tx)))
        try save(change, by: .authority, because: cause, in: tx)
        try desk.act(on: change.id, by: officer, .close(on: cause.today), because: cause, in: tx)
        try papers.issueReceipt(of: change, from: office, in: tx)
        if let plan = change.state.proposal?.plan { try putInForce(filing.id, plan, cause, tx) }
    }

    /// An officer refuses; the plan in force stays.
    func refuse(
        _ change: inout Stored<WorkPlanChange>,
        reasons: [String],
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let refusal = Refusal(
            reasons: reasons,
            on: cause.today,
            number: try papers.number(.refusal, in: cause.today.year, tx)
        )
        try change.handle(.refuse(refusal))
        try save(change, by: .authority, because: cause, in: tx)
        try desk.act(on: change.id, by: officer, .close(on: cause.today), because: cause, in: tx)
        if case .refused(let proposal, let submittedOn, _) = change.state {
            try papers.issueRefusal(
                change.id,
                .workPlan,
                proposal.filer,
                submittedOn: submittedOn,
                refusal,
                home: proposal.filing,
                in: tx
            )
        }
    }

    private func save(
        _ change: Stored<WorkPlanChange>,
        by side: FilingChange.Side,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try store.save(change, in: tx)
        if let proposal = change.state.proposal {
            try plans.keep([(proposal.filing, proposal.plan)], in: tx)
        }
        try changes.note(change, by: side, because: cause, in: tx)
        try journal.append(change, of: "work_plan_change", because: cause, in: tx)
    }
}

/// The special-grade filing is not accepted, so it has no plan in force.
struct FilingNotAccepted: Rejection, Hashable {
    var code: String { "filing.special-not-accepted" }
}
