import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// The named officer's signature brings a determination into force, where the plan asks for one.
///
/// Whoever signs is known by the name of the account, which must be the name in the plan's authorisation.
struct SignDetermination {
    let stores: Stores
    let papers: DeterminationPapers
    let announce: AnnounceApproval
    let tell: TellRounds

    func callAsFunction(
        _ determination: Stored<Determination>,
        by signer: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Determination> {
        var determination = determination
        guard let basis = determination.state.basis else { throw NotFound("determination") }
        var list = try stores.lists.load(basis.list, in: tx)
        guard let listing = list.state.listing else { throw NotFound("determination") }
        guard !listing.notice.isFrozen else { throw DeterminationFrozen() }
        let officer = listing.determination.authorisedBy
        guard signer == officer.name else { throw NotTheOfficer(officer: "\(officer.office)\(officer.name)") }
        let standing = ListedName.Standing.determined(determination: determination.id)
        try determination.handle(
            .sign(
                by: officer.chinese,
                at: cause.now,
                remaining: list.state.names.filter { $0.standing == standing }.map(\.person)
            )
        )
        try papers.number(&determination, listing, in: tx)
        try stores.determinations.save([determination], because: cause, in: tx)
        try papers.keep(determination, of: list, in: tx)
        try announce(determination, of: list, because: cause, in: tx)
        // Who is held now was not signed for, and follows by another determination.
        try list.handle(.signedWithoutSuspended(determination: determination.id))
        try stores.lists.save([list], because: cause, in: tx)
        try tell.settle([listing.round], because: cause, in: tx)
        return determination
    }
}

/// Somebody else than the officer the plan names wants to sign.
struct NotTheOfficer: Rejection {
    let officer: String

    var code: String { "evaluation.not-the-officer" }
    var arguments: [String: String] { ["officer": officer] }
}
