import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// The named officer's signature brings a determination into force, where the plan asks for one.
struct SignDetermination {
    let stores: Stores
    let announce: AnnounceApproval

    func callAsFunction(
        _ determination: Stored<Determination>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Determination> {
        var determination = determination
        guard let basis = determination.state.basis else { throw NotFound("determination") }
        let list = try stores.lists.load(basis.list, in: tx)
        guard let listing = list.state.listing else { throw NotFound("determination") }
        let standing = ListedName.Standing.determined(determination: determination.id)
        try determination.handle(
            .sign(
                by: listing.determination.authorisedBy.chinese,
                at: cause.now,
                remaining: list.state.names.filter { $0.standing == standing }.map(\.person)
            )
        )
        try stores.determinations.save([determination], because: cause, in: tx)
        try announce(determination, of: list, because: cause, in: tx)
        return determination
    }
}
