import FilingDomain
import Kernel
import Messaging
import Postgres

/// An officer accepts a general filing, with an agency code and a term.
struct AcceptGeneralFiling: Sendable {
    let filings: GeneralFilings

    func callAsFunction(
        _ filing: inout Stored<GeneralFiling>,
        agencyCode: AgencyCode,
        term: Term,
        authority: String? = nil,
        by officer: Officer,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        let office = try filings.papers.office(of: .general, filing.id, named: authority, on: cause.today, in: tx)
        let grant = GeneralGrant(
            agencyCode: agencyCode,
            term: term,
            on: cause.today,
            number: try filings.papers.number(.generalReceipt, in: cause.today.year, tx),
            authority: office.name
        )
        try filing.handle(.accept(grant: grant))
        if let filer = filing.state.application?.filer {
            try filings.agencyCodes.give(agencyCode, to: filer.id, in: tx)
        }
        try filings.save(filing, by: .authority, because: cause, in: tx)
        try filings.desk.act(on: filing.id, by: officer, .close(on: cause.today), because: cause, in: tx)
        try filings.papers.issueReceipt(of: filing, from: office, in: tx)
        if let life = TenureLife(filing) { try filings.tenures.begin(life, because: cause, in: tx) }
    }
}

extension TenureLife {
    /// The life an accepted general filing begins; nil for one that is not accepted.
    init?(_ filing: Stored<GeneralFiling>) {
        guard case .accepted(let application, _, let grant) = filing.state else { return nil }
        self.init(
            filing: filing.id,
            kind: .general,
            filer: application.filer,
            agencyCode: grant.agencyCode,
            begunOn: grant.on,
            term: grant.term,
            occupations: application.occupations
        )
    }
}
