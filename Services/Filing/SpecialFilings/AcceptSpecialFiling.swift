import Contracts
import FilingDomain
import Kernel
import Messaging
import Postgres

/// An officer accepts a special-grade filing: a receipt, and from now on the enterprise may evaluate.
struct AcceptSpecialFiling: Sendable {
    let filings: SpecialFilings
    let enterprises: EnterpriseStore
    let coverages: Coverages
    let outbox: Outbox

    func callAsFunction(
        _ filing: inout Stored<SpecialFiling>,
        authority: String,
        scopeReason: String? = nil,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let basis = try filings.bases.basis(of: filing, in: tx)
        let office = try filings.papers.office(of: .special, filing.id, named: authority, on: cause.today, in: tx)
        let acceptance = SpecialFiling.Acceptance(
            number: try filings.papers.number(.specialReceipt, in: cause.today.year, tx),
            authority: office.name,
            rule: filings.rule,
            scopeReason: scopeReason
        )
        try filing.handle(.accept(acceptance, basis: basis, on: cause.today))
        try filings.save(filing, by: .authority, because: cause, in: tx)
        try filings.desk.act(on: filing.id, by: officer, .close(on: cause.today), because: cause, in: tx)
        try filings.papers.issueReceipt(of: filing, from: office, in: tx)
        guard let dossier = filing.state.dossier, let receipt = filing.state.receipt else { return }
        let life = TenureLife(
            filing: filing.id,
            kind: .special,
            restsOn: dossier.generalFiling.uuid,
            filer: dossier.filer,
            agencyCode: receipt.agencyCode,
            begunOn: receipt.on,
            term: receipt.term,
            occupations: dossier.occupations.map {
                FiledOccupation(occupation: $0, levels: [.specialGradeTechnician])
            },
            workPlan: FiledWorkPlan(dossier.workPlan)
        )
        try filings.bases.tenures.begin(life, because: cause, in: tx)
        let covered = try coverages.load([filing.id], in: tx)[filing.id]
        let name = try enterprises.find(dossier.filer.id, in: tx).state.particulars?.name ?? ""
        try outbox.announce(
            FilingAccepted(
                filing: filing.id,
                filer: dossier.filer,
                enterpriseName: name,
                agencyCode: receipt.agencyCode.text,
                authority: receipt.authority,
                occupations: dossier.occupations,
                workPlanVersion: dossier.workPlan.number,
                workPlanDigest: dossier.workPlan.digest,
                receiptNumber: receipt.number.text,
                acceptedOn: receipt.on,
                validFrom: receipt.term.from,
                validThrough: receipt.term.through,
                units: covered?.units,
                coversEnterprise: covered?.coversEnterprise,
                workPlanTerms: dossier.workPlan.plan.terms,
                authorityKind: filings.papers.offices.addressees.kind(ofSpecial: filing.id, in: tx).rawValue
            ),
            because: cause,
            in: tx
        )
    }
}
