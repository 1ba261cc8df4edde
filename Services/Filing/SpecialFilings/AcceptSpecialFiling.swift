import Contracts
import FilingDomain
import Kernel
import Messaging
import Postgres

/// The centre accepts a special-grade filing: a receipt, and from now on the enterprise may evaluate.
struct AcceptSpecialFiling: Sendable {
    let filings: SpecialFilingStore
    let bases: FilingBases
    let enterprises: EnterpriseStore
    let coverages: Coverages
    let receipts: ReceiptCounter
    let journal: Journal
    let outbox: Outbox

    func callAsFunction(
        _ filing: inout Stored<SpecialFiling>,
        authority: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let basis = try bases.basis(of: filing, in: tx)
        let number = try receipts.next(in: cause.today.year, in: tx)
        try filing.handle(.accept(number: number, authority: authority, basis: basis, on: cause.today))
        try filings.save([filing], in: tx)
        try journal.append(filing, of: "special_filing", because: cause, in: tx)
        guard let dossier = filing.state.dossier, let receipt = filing.state.receipt else { return }
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
                coversEnterprise: covered?.coversEnterprise
            ),
            because: cause,
            in: tx
        )
    }
}
