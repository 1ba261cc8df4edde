import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// The authority's side of everything that is handed in: one clock and one officer for each, whatever it is.
///
/// Its rows are locked after those of the filings, and after the word of an officer about their interests.
struct HandlingDesk: Sendable {
    let store = HandlingStore()
    let journal: Journal
    /// What is promised for what is handed in from now on.
    let promise: HandlingPromise

    /// Something was handed in: the clock starts.
    func open(
        _ kind: Handling.Kind,
        _ filing: UUID,
        of filer: EnterpriseRef,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        var handling = Stored<Handling>(new: NewID.v7())
        let matter = Handling.Matter(kind: kind, filing: filing, filer: filer)
        try handling.handle(.open(matter, promise, on: cause.today))
        try save([handling], because: cause, in: tx)
    }

    /// An officer does something about a filing, and so takes it up where nobody has.
    ///
    /// - Throws: ``Handling/Rejection/handledByAnother(name:)``.
    func act(
        on filing: UUID,
        by officer: Officer,
        _ step: Handling.Command? = nil,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        guard var handling = try store.load(of: [filing], in: tx)[filing] else { return }
        try handling.handle(.take(officer, on: cause.today))
        if let step { try handling.handle(step) }
        try save([handling], because: cause, in: tx)
    }

    /// The enterprise did something about it: handed it in again, or took it back.
    func follow(_ step: Handling.Command, of filing: UUID, because cause: Cause, in tx: borrowing Transaction) throws {
        guard var handling = try store.load(of: [filing], in: tx)[filing] else { return }
        try handling.handle(step)
        try save([handling], because: cause, in: tx)
    }

    /// Writes what was decided, with its history.
    func save(_ all: [Stored<Handling>], because cause: Cause, in tx: borrowing Transaction) throws {
        try store.save(all, in: tx)
        try journal.append(all, of: "handling", because: cause, in: tx)
    }
}
