import FilingDomain
import Foundation
import Kernel
import Messaging
import Postgres

/// What is said of an enterprise on the register changes: its particulars, its units, or whom to call.
struct ChangeEnterprise: Sendable {
    let enterprises: EnterpriseStore
    let contacts: ContactStore
    let journal: Journal
    let announce: AnnounceEnterprise

    func callAsFunction(
        _ enterprise: inout Stored<Enterprise>,
        _ command: Enterprise.Command,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try enterprise.handle(command)
        try enterprises.save([enterprise], in: tx)
        try journal.append(enterprise, of: "enterprise", because: cause, in: tx)
        try announce.changed(enterprise, because: cause, in: tx)
    }

    /// Replaces those to be called; history tells that it was done and for which purposes, not who they are.
    func nameContacts(
        _ persons: [Contact],
        of enterprise: inout Stored<Enterprise>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws {
        try contacts.replace(persons, of: enterprise.id, in: tx)
        try self(
            &enterprise,
            .nameContacts(purposes: persons.map(\.purpose), on: cause.today),
            because: cause,
            in: tx
        )
    }
}
