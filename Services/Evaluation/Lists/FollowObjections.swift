import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Follows what objections do to the names of a list while publicity examines them.
///
/// A reaction to facts: total, and nothing happens twice.
struct FollowObjections {
    let stores: Stores
    let ends: TellRounds

    /// A name is held while an objection is examined.
    func callAsFunction(held facts: [Received<CandidateHeld>], in tx: borrowing Transaction) throws {
        try tell(facts.map { ($0.message.about.list, .hold(person: $0.message.candidate), $0.cause) }, in: tx)
    }

    /// An objection was upheld: the name is never determined.
    func callAsFunction(removed facts: [Received<CandidateRemoved>], in tx: borrowing Transaction) throws {
        try tell(facts.map { ($0.message.about.list, .remove(person: $0.message.candidate), $0.cause) }, in: tx)
    }

    private func tell(
        _ words: [(list: UUID, word: ProposedList.Command, cause: Cause)],
        in tx: borrowing Transaction
    ) throws {
        var lists = try stores.lists.loadByID(words.map(\.list), in: tx)
        for (id, word, cause) in words {
            guard var list = lists[id] else { continue }
            try list.handle(word)
            try stores.lists.save([list], because: cause, in: tx)
            lists[id] = list.settled
        }
        for (id, _, cause) in words {
            guard let round = lists[id]?.state.listing?.round else { continue }
            try ends.settle([round], because: cause, in: tx)
        }
    }
}
