import Contracts
import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres
import ServiceKit

/// The authorities as dated records, and what others need of them.
struct Authorities: Sendable {
    let store = AuthorityStore()
    let first: FirstRecords
    let journal: Journal
    let outbox: Outbox

    init(_ environment: ServiceEnvironment) {
        first = FirstRecords(environment)
        journal = environment.journal
        outbox = environment.outbox
    }

    /// What an authority is called on a day, and how it is reached; nil where none of that kind is in force.
    func version(_ kind: Authority.Kind, on day: LocalDate, in tx: borrowing Transaction) throws -> AuthorityVersion? {
        first.complete(try store.find(kind, in: tx), on: day)
    }

    /// The contact block (问题及建议) of a day: it stands on every notice, receipt and public page.
    func contactBlock(on day: LocalDate, in tx: borrowing Transaction) throws -> ContactBlock? {
        ContactBlock(
            bureau: try version(.bureau, on: day, in: tx),
            centre: try version(.centre, on: day, in: tx)
        )
    }

    /// An authority changes: another version from its first day on, told to all that show it.
    func change(
        _ authority: inout Stored<Authority>,
        to version: Authority.Version,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try authority.handle(.change(version, on: cause.today))
        guard !authority.events.isEmpty, let kind = authority.state.kind else { return }
        try store.save(authority, in: tx)
        try journal.append(authority, of: "authority", because: cause, in: tx)
        try outbox.announce(
            AuthorityChanged(
                authority: authority.id,
                kind: kind.told,
                versions: first.complete(authority)
            ),
            because: cause,
            in: tx
        )
    }
}

extension Authority.Kind {
    /// The kind as others are told of it.
    var told: AuthorityKind {
        switch self {
        case .centre: .centre
        case .provinceCentre: .provinceCentre
        case .bureau: .bureau
        }
    }
}
