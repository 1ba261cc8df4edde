import Attachments
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// General filings with all that goes with a step of one: history, what changed, the clock, the papers.
struct GeneralFilings: Sendable {
    let store: GeneralFilingStore
    let agencyCodes: AgencyCodeRegister
    let tenures: Tenures
    let desk: HandlingDesk
    let changes = FilingChanges()
    let papers: FilingPapers
    let files: FilingFiles
    let journal: Journal

    /// An enterprise begins a general filing, which may be incomplete.
    func draft(
        _ application: GeneralApplication,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<GeneralFiling> {
        try requireNone(of: application.filer, on: cause.today, in: tx)
        var filing = Stored<GeneralFiling>(new: NewID.v7())
        try filing.handle(.draft(application: application))
        try save(filing, by: .enterprise, because: cause, in: tx)
        return filing
    }

    /// An enterprise hands in a general filing it did not draft here.
    func submit(
        _ application: GeneralApplication,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<GeneralFiling> {
        try requireNone(of: application.filer, on: cause.today, in: tx)
        var filing = Stored<GeneralFiling>(new: NewID.v7())
        try filing.handle(.submit(application: application, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
        try desk.open(.general, filing.id, of: application.filer, because: cause, in: tx)
        return filing
    }

    /// An enterprise writes its draft, or what it was told to correct, anew.
    func revise(
        _ filing: inout Stored<GeneralFiling>,
        to application: GeneralApplication,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.revise(application: application))
        try save(filing, by: .enterprise, because: cause, in: tx)
    }

    /// An enterprise hands in its draft, with the files there are.
    func submit(_ filing: inout Stored<GeneralFiling>, because cause: Cause, in tx: borrowing Transaction) throws {
        guard let application = filing.state.application else { throw NotFound("general-filing") }
        let handedIn = application.with(try files.handedIn(with: .general, filing.id, in: tx))
        try filing.handle(.submit(application: handedIn, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
        try desk.open(.general, filing.id, of: application.filer, because: cause, in: tx)
    }

    /// An enterprise says something to one of the requests.
    func answer(
        _ filing: inout Stored<GeneralFiling>,
        _ number: Int,
        _ text: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try filing.handle(.answer(number: number, text: text, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
    }

    /// An enterprise hands in again what it corrected; the clock goes on.
    func resubmit(_ filing: inout Stored<GeneralFiling>, because cause: Cause, in tx: borrowing Transaction) throws {
        let files = try files.handedIn(with: .general, filing.id, in: tx)
        try filing.handle(.resubmit(attachments: files, on: cause.today))
        try save(filing, by: .enterprise, because: cause, in: tx)
        try desk.follow(.resume(on: cause.today), of: filing.id, because: cause, in: tx)
    }

    /// An enterprise takes its filing back before it is decided.
    func withdraw(
        _ filing: inout Stored<GeneralFiling>,
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
        of filing: inout Stored<GeneralFiling>,
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
            .general,
            filing.state.application?.filer,
            filing.state.course?.corrections,
            in: tx
        )
    }

    /// An officer refuses, with reasons.
    func refuse(
        _ filing: inout Stored<GeneralFiling>,
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
            .general,
            filing.state.application?.filer,
            submittedOn: filing.state.course?.submittedOn,
            resubmittedOn: filing.state.course?.resubmittedOn,
            refusal,
            in: tx
        )
    }

    /// Writes a step with its history, and what it changed for those who come too late.
    func save(
        _ filing: Stored<GeneralFiling>,
        by side: FilingChange.Side,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try store.save([filing], in: tx)
        try changes.note(filing, by: side, because: cause, in: tx)
        try journal.append(filing, of: "general_filing", because: cause, in: tx)
    }

    /// Refuses a second filing while one runs, or while an accepted one is in force.
    ///
    /// What it finds stays so until the transaction ends.
    private func requireNone(of filer: EnterpriseRef, on day: LocalDate, in tx: borrowing Transaction) throws {
        try FilingTurn.general(filer.id).take(in: tx)
        if let running = try store.running(of: [filer.id], in: tx).first { throw AlreadyFiling(running) }
        for accepted in try store.accepted(of: filer.id, in: tx) {
            // What counts is its life: renewed it goes on, cancelled it is over.
            guard let grant = accepted.state.grant, let life = try TenureRegister().find(accepted.id, in: tx)?.state,
                life.isRunning(on: day)
            else { continue }
            throw AlreadyFiled(grant)
        }
    }
}

/// Who begins filings waits for who begins another of the same, so that there is never one too many.
enum FilingTurn {
    /// General filings of one enterprise.
    case general(UUID)
    /// General filings of all enterprises, for a list of them.
    case everyGeneral

    /// Waits for its turn, which lasts until the transaction ends.
    func take(in tx: borrowing Transaction) throws {
        switch self {
        case .general(let enterprise):
            try tx.execute("SELECT pg_advisory_xact_lock_shared(hashtextextended('general-filings', 6))")
            try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended(\(enterprise.lowercase)::text, 6))")
        case .everyGeneral: try tx.execute("SELECT pg_advisory_xact_lock(hashtextextended('general-filings', 6))")
        }
    }
}

/// A filing of the kind runs already; it is named.
struct AlreadyFiling: Rejection, Hashable {
    let id: UUID
    let phase: String
    /// The day it was handed in; nil for a draft.
    let submittedOn: LocalDate?

    init(_ running: Stored<GeneralFiling>) {
        (id, phase, submittedOn) = (running.id, running.state.phase.rawValue, running.state.course?.submittedOn)
    }

    init(_ running: Stored<SpecialFiling>) {
        (id, phase, submittedOn) = (running.id, running.state.phase.rawValue, running.state.course?.submittedOn)
    }

    init(_ running: Stored<WorkPlanChange>) {
        (id, phase) = (running.id, running.state.phase.rawValue)
        if case .submitted(_, let day) = running.state { submittedOn = day } else { submittedOn = nil }
    }

    var code: String { "filing.already-running" }

    var arguments: [String: String] {
        let state =
            switch phase {
            case "draft": "草稿"
            case "submitted": "\(submittedOn?.chinese ?? "")提交,待审查"
            case "correcting": "\(submittedOn?.chinese ?? "")提交,待企业补正"
            default: "\(submittedOn?.chinese ?? "")提交,已补正,待审查"
            }
        return ["state": state, "phase": phase, "id": id.lowercase]
    }
}

/// An accepted general filing is in force; what is to change is applied for on it.
struct AlreadyFiled: Rejection, Hashable {
    let grant: GeneralGrant

    init(_ grant: GeneralGrant) { self.grant = grant }

    var code: String { "filing.general-in-force" }

    var arguments: [String: String] {
        [
            "agencyCode": grant.agencyCode.text, "from": grant.term.from.description,
            "through": grant.term.through.description,
        ]
    }
}
