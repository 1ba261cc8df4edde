import Contracts
import EvaluationDomain
import Kernel
import Messaging
import Postgres

/// Takes a proposed list back before any name of it is determined; a corrected one can follow.
struct WithdrawList {
    let stores: Stores
    let outbox: Outbox

    func callAsFunction(
        of round: Stored<Round>,
        reason: String,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<Round> {
        var round = round
        for case .listWithdrawn(let id) in try round.handle(.withdrawList) {
            var list = try stores.lists.load(id, in: tx)
            try list.handle(.withdraw(reason: reason))
            try stores.lists.save([list], because: cause, in: tx)
            guard let proposer = list.state.listing?.filing.enterprise else { continue }
            try outbox.announce(
                ListWithdrawn(list: id, proposer: proposer, reason: reason),
                because: cause,
                in: tx
            )
        }
        try stores.rounds.save([round], because: cause, in: tx)
        return round
    }
}
