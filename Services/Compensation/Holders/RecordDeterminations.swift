import CompensationDomain
import Contracts
import Foundation
import Kernel
import Messaging
import Postgres

/// An enterprise determined persons: each can be appointed once the certificate is there too.
struct RecordDeterminations {
    let store: HolderStore
    let filings: FilingLinks
    let journal: Journal

    func callAsFunction(_ lists: [Received<ListApproved>], in tx: borrowing Transaction) throws {
        let determinations = lists.flatMap { list in
            list.message.names.map { (Holder.Determination($0, of: list.message), list.cause) }
        }
        try filings.keep(lists.map(\.message), in: tx)
        var known = try store.load(determinations.map(\.0.key), in: tx)
        var changed: [(Stored<Holder>, Cause)] = []
        for (determination, cause) in determinations {
            var holder = known[determination.key] ?? Stored(new: NewID.v7())
            guard try !holder.handle(.determine(determination)).isEmpty else { continue }
            known[determination.key] = holder
            changed.append((holder, cause))
        }
        try store.save(changed.map(\.0), in: tx)
        for (holder, cause) in changed { try journal.append(holder, of: "holder", because: cause, in: tx) }
    }
}

extension Holder.Determination {
    fileprivate init(_ name: ApprovedName, of list: ListApproved) {
        self.init(
            id: list.determination,
            person: name.person,
            name: name.name,
            employer: list.determiner,
            occupation: name.occupation,
            on: LocalDate(in: list.determinedAt)
        )
    }

    fileprivate var key: HolderStore.Key { .init(determination: id, person: person) }
}
