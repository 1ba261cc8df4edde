import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Special-grade filings with all that goes with a step of one: history, what changed, the clock, the papers.
struct SpecialFilings: Sendable {
    let store: SpecialFilingStore
    let bases: FilingBases
    let rule: ScopeRule
    let desk: HandlingDesk
    let changes = FilingChanges()
    let papers: FilingPapers
    let files: FilingFiles
    let journal: Journal

    /// An enterprise begins a special-grade filing on a general one; parts of the plan may be missing.
    func draft(
        on general: Stored<GeneralFiling>,
        for occupations: [Occupation],
        _ application: SpecialApplication,
        _ plan: WorkPlan,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<SpecialFiling> {
        guard let filer = general.state.application?.filer else { throw NotFound("general-filing") }
        if let running = try store.running(on: general.id, in: tx).first { throw AlreadyFiling(running) }
        let version = WorkPlanVersion(
            number: 1,
            digest: try CanonicalWorkPlan.digest(of: plan),
            plan: plan,
            on: cause.today
        )
        let dossier = Dossier(
            generalFiling: ID(general.id),
            filer: filer,
            occupations: occupations,
            application: application,
            workPlan: version
        )
        var filing = Stored<SpecialFiling>(new: NewID.v7())
        try filing.handle(.draft(dossier: dossier, basis: try bases.basis(on: general, in: tx), on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
        return filing
    }

    /// An enterprise writes another version of its work plan.
    func replaceWorkPlan(
        of filing: inout Stored<SpecialFiling>,
        by plan: WorkPlan,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let digest = try CanonicalWorkPlan.digest(of: plan)
        try filing.handle(.replaceWorkPlan(plan: plan, digest: digest, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
    }

    /// An enterprise changes its application form, or the occupations it asks for.
    func revise(
        _ filing: inout Stored<SpecialFiling>,
        to application: SpecialApplication,
        _ occupations: [Occupation],
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.revise(application: application, occupations: occupations))
        try save(filing, by: .enterprise, because: cause, in: tx)
    }

    /// An enterprise hands it in, with the files there are.
    func submit(_ filing: inout Stored<SpecialFiling>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let filer = filing.state.dossier?.filer else { throw NotFound("special-filing") }
        let basis = try bases.basis(of: filing, in: tx)
        let files = try files.handedIn(with: .special, filing.id, in: tx)
        try filing.handle(.submit(basis: basis, rule: rule, attachments: files, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
        try desk.open(.special, filing.id, of: filer, because: cause, in: tx)
    }

    /// An enterprise says something to one of the requests.
    func answer(
        _ filing: inout Stored<SpecialFiling>,
        _ number: Int,
        _ text: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.answer(number: number, text: text, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
    }

    /// An enterprise hands in again what it corrected; the clock goes on.
    func resubmit(_ filing: inout Stored<SpecialFiling>, because cause: Cause, in tx: borrowing Transaction) throws {
        let basis = try bases.basis(of: filing, in: tx)
        let files = try files.handedIn(with: .special, filing.id, in: tx)
        try filing.handle(.resubmit(basis: basis, rule: rule, attachments: files, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
        try desk.follow(.resume(on: cause.today), of: filing.id, because: cause, in: tx)
    }

    /// An enterprise takes its filing back before it is decided.
    func withdraw(
        _ filing: inout Stored<SpecialFiling>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.withdraw(Withdrawal(reason: reason, on: cause.today)))
        try save(filing, by: .enterprise, because: cause, in: tx)
        try desk.follow(.close(on: cause.today), of: filing.id, because: cause, in: tx)
    }

    /// An officer tells, once, everything that is to be corrected; the clock stands still.
    func requestCorrections(
        of filing: inout Stored<SpecialFiling>,
        _ wrong: [Deficiency],
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let number = try papers.number(.corrections, in: cause.today.year, tx)
        try filing.handle(.requestCorrections(wrong, number: number, on: cause.today))
        try save(filing, by: .authority, because: cause, in: tx)
        try desk.act(on: filing.id, by: officer, .stop(on: cause.today), because: cause, in: tx)
        try papers.issueCorrections(
            filing.id,
            .special,
            filing.state.dossier?.filer,
            filing.state.course?.corrections,
            in: tx
        )
    }

    /// An officer refuses, with reasons.
    func refuse(
        _ filing: inout Stored<SpecialFiling>,
        reasons: [String],
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let number = try papers.number(.refusal, in: cause.today.year, tx)
        let refusal = Refusal(reasons: reasons, on: cause.today, number: number)
        try filing.handle(.refuse(refusal))
        try save(filing, by: .authority, because: cause, in: tx)
        try desk.act(on: filing.id, by: officer, .close(on: cause.today), because: cause, in: tx)
        try papers.issueRefusal(
            filing.id,
            .special,
            filing.state.dossier?.filer,
            submittedOn: filing.state.course?.submittedOn,
            resubmittedOn: filing.state.course?.resubmittedOn,
            refusal,
            in: tx
        )
    }

    /// Writes a step with its history, and what it changed for those who come too late.
    func save(
        _ filing: Stored<SpecialFiling>,
        by side: FilingChange.Side,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try store.save([filing], in: tx)
        try changes.note(filing, by: side, because: cause, in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
    }
}
