import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

extension FilingPapers {
    /// The receipt of a general filing.
    func issueReceipt(of filing: Stored<GeneralFiling>, from office: PaperOffice, in tx: borrowing Transaction) throws {
        guard case .accepted(let application, let course, let grant) = filing.state, let number = grant.number else {
            return
        }
        var paper = try content(.generalReceipt, number, to: application.filer, from: office, on: grant.on, in: tx)
        paper.submittedOn = course.submittedOn
        paper.resubmittedOn = course.resubmittedOn
        paper.agencyCode = grant.agencyCode
        paper.term = grant.term
        paper.occupations = application.occupations
        paper.attachments = application.attachments.map { .init(purpose: $0.purpose, sha256: $0.sha256) }
        try issue(paper, of: filing.id, in: tx)
    }

    /// The receipt of a special-grade filing.
    func issueReceipt(of filing: Stored<SpecialFiling>, from office: PaperOffice, in tx: borrowing Transaction) throws {
        guard case .accepted(let dossier, let course, let receipt) = filing.state else { return }
        var paper = try content(
            .specialReceipt,
            receipt.number,
            to: dossier.filer,
            from: office,
            on: receipt.on,
            in: tx
        )
        paper.submittedOn = course.submittedOn
        paper.resubmittedOn = course.resubmittedOn
        paper.agencyCode = receipt.agencyCode
        paper.term = receipt.term
        paper.occupations = dossier.occupations.map {
            FiledOccupation(occupation: $0, levels: [.specialGradeTechnician])
        }
        paper.workPlan = .init(version: dossier.workPlan.number, digest: dossier.workPlan.digest)
        paper.scope = receipt.scope
        paper.attachments = dossier.attachments.map { .init(purpose: $0.purpose, sha256: $0.sha256) }
        try issue(paper, of: filing.id, in: tx)
    }

    /// The receipt of a changed work plan.
    func issueReceipt(of change: Stored<WorkPlanChange>, from office: PaperOffice, in tx: borrowing Transaction) throws
    {
        guard case .accepted(let proposal, let submittedOn, let receipt) = change.state else { return }
        var paper = try content(
            .workPlanReceipt,
            receipt.number,
            to: proposal.filer,
            from: office,
            on: receipt.on,
            in: tx
        )
        paper.submittedOn = submittedOn
        paper.workPlan = .init(version: proposal.plan.number, digest: proposal.plan.digest)
        paper.replaces = proposal.inForce
        paper.reason = proposal.reason
        try issue(paper, of: change.id, in: tx)
    }

    /// The notice of what is to be corrected.
    func issueCorrections(
        _ filing: UUID,
        _ kind: Handling.Kind,
        _ filer: EnterpriseRef?,
        _ corrections: Corrections?,
        in tx: borrowing Transaction
    ) throws {
        guard let filer, let corrections, let number = corrections.number else { return }
        let office = try office(of: kind, filing, named: nil, on: corrections.on, in: tx)
        var paper = try content(.corrections, number, to: filer, from: office, on: corrections.on, in: tx)
        paper.about = kind
        paper.submittedOn = corrections.submittedOn
        paper.requests = corrections.requests
        if let clock = try HandlingStore().read(of: [filing], in: tx)[filing]?.state.clock {
            let reading = clock.reading(on: corrections.on, by: try CalendarCopy.current(in: tx))
            (paper.usedDays, paper.leftDays) = (reading.usedDays, reading.leftDays)
        }
        try issue(paper, of: filing, in: tx)
    }

    /// The notice that it is not filed; `home` is the filing whose plan was to change.
    func issueRefusal(
        _ filing: UUID,
        _ kind: Handling.Kind,
        _ filer: EnterpriseRef?,
        submittedOn: LocalDate?,
        resubmittedOn: LocalDate? = nil,
        _ refusal: Refusal,
        home: UUID? = nil,
        in tx: borrowing Transaction
    ) throws {
        guard let filer, let number = refusal.number else { return }
        let office = try office(of: kind, home ?? filing, named: nil, on: refusal.on, in: tx)
        var paper = try content(.refusal, number, to: filer, from: office, on: refusal.on, in: tx)
        paper.about = kind
        paper.submittedOn = submittedOn
        paper.resubmittedOn = resubmittedOn
        paper.reasons = refusal.reasons
        try issue(paper, of: filing, in: tx)
    }
}
