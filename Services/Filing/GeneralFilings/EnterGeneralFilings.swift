import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// A general filing that was accepted outside this system, from the authority's own list.
struct ExistingFiling: Sendable {
    /// The enterprise, its occupations and what else the list tells; parts it does not tell may be empty but for the occupations.
    let application: GeneralApplication
    let agencyCode: AgencyCode
    let term: Term
    /// The day of submission; the day of acceptance where the list does not tell it.
    let submittedOn: LocalDate
    let acceptedOn: LocalDate
    /// The list and the row in it, for the record: `备案台账.xlsx 第12行`.
    let source: String
}

/// Enters filings that existed before, as accepted on their historic days and marked as entered.
///
/// One call is one batch in one transaction: a few statements however many rows there are. It waits for everybody who begins a
/// general filing, and they for it.
struct EnterGeneralFilings: Sendable {
    let filings: GeneralFilings
    let addressees: FilingAddressees

    /// Enters the rows that can be; the others are told no, each by itself, and nothing of them is written.
    ///
    /// - Parameters:
    ///   - rows: The filings.
    ///   - authority: With whom they are filed.
    ///   - cause: Who enters them, and when.
    ///   - tx: The transaction.
    /// - Returns: Why each was told no, in their order; nil for those that were entered.
    /// - Throws: What the database throws.
    func callAsFunction(
        _ rows: [ExistingFiling],
        with authority: Authority.Kind,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> [(any Rejection)?] {
        try FilingTurn.everyGeneral.take(in: tx)
        let enterprises = rows.map(\.application.filer.id)
        let running = Dictionary(
            try filings.store.running(of: enterprises, in: tx).compactMap { filing in
                filing.state.application.map { ($0.filer.id, filing) }
            },
            uniquingKeysWith: { first, _ in first }
        )
        var terms = try filings.store.terms(of: enterprises, in: tx)
        var owners = try filings.agencyCodes.owners(of: rows.map(\.agencyCode), in: tx)
        var entered: [Stored<GeneralFiling>] = []
        let results = rows.map { row -> (any Rejection)? in
            let filer = row.application.filer
            if let filing = running[filer.id] { return AlreadyFiling(filing) }
            let grant = GeneralGrant(
                agencyCode: row.agencyCode,
                term: row.term,
                on: row.acceptedOn,
                imported: GeneralGrant.Imported(on: cause.today, source: row.source)
            )
            if let other = terms[filer.id]?.first(where: { $0.term.overlaps(row.term) }) {
                return AlreadyFiled(other)
            }
            if let owner = owners[row.agencyCode.text], owner != filer.id { return AgencyCodeTaken() }
            var filing = Stored<GeneralFiling>(new: NewID.v7())
            do {
                try filing.handle(
                    .enter(application: row.application, submittedOn: row.submittedOn, grant: grant)
                )
            } catch {
                return error as? any Rejection ?? FilingRejection.notDrafted
            }
            terms[filer.id, default: []].append(grant)
            owners[row.agencyCode.text] = filer.id
            entered.append(filing)
            return nil
        }
        try filings.agencyCodes.give(
            entered.compactMap { one in
                guard let grant = one.state.grant, let filer = one.state.application?.filer else { return nil }
                return (grant.agencyCode, filer.id)
            },
            in: tx
        )
        try filings.store.save(entered, in: tx)
        try addressees.address(entered.map(\.id), to: authority, because: cause, in: tx)
        try filings.changes.note(entered, by: .authority, because: cause, in: tx)
        try filings.journal.append(entered, of: "general_filing", because: cause, in: tx)
        try filings.tenures.begin(entered.compactMap(TenureLife.init), because: cause, in: tx)
        return results
    }
}
