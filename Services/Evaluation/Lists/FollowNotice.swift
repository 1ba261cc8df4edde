import Contracts
import EvaluationDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// Follows the notice of a list: when it ends, whether it is held as a whole, and when it is annulled.
///
/// A reaction to facts: total, and nothing happens twice.
struct FollowNotice {
    let stores: Stores
    let ends: TellRounds

    /// What was said of a list.
    struct Word: Sendable {
        let list: UUID
        let word: ProposedList.Command
        let cause: Cause
    }

    func callAsFunction(_ words: [Word], in tx: borrowing Transaction) throws {
        var lists = try stores.lists.loadByID(words.map(\.list), in: tx)
        for word in words {
            guard var list = lists[word.list] else { continue }
            try list.handle(word.word)
            try stores.lists.save([list], because: word.cause, in: tx)
            lists[word.list] = list.settled
        }
    }

    /// Nothing follows from the list; its round goes back to where another can be proposed.
    func callAsFunction(annulled facts: [Received<NoticeAnnulled>], in tx: borrowing Transaction) throws {
        for received in facts {
            let about = received.message.about
            for var round in try stores.rounds.load([about.round], in: tx) {
                try round.handle(.annulList(list: about.list))
                try stores.rounds.save([round], because: received.cause, in: tx)
            }
            let word = ProposedList.Command.annul(reason: received.message.reason)
            try self([Word(list: about.list, word: word, cause: received.cause)], in: tx)
            try ends.settle([about.round], because: received.cause, in: tx)
        }
    }
}
