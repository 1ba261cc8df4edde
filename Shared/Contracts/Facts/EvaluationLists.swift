import Foundation
import Kernel

/// How to reach an office.
package struct OfficeContact: Codable, Hashable, Sendable {
    /// Whom to ask for.
    package let person: String?
    package let telephone: String?
    package let address: String?
    package let email: String?

    package init(person: String? = nil, telephone: String? = nil, address: String? = nil, email: String? = nil) {
        self.person = person
        self.telephone = telephone
        self.address = address
        self.email = email
    }
}

/// A proposed list was changed while it was on show.
package struct ListAmended: Fact {
    package static let name = "evaluation.list-amended"

    package let list: UUID
    package let proposer: EnterpriseRef
    /// SHA-256 of the list as it was, in hex.
    package let oldDigest: String
    /// SHA-256 of the canonical bytes of the names as they are now, in hex.
    ///
    /// Where no name changes, of these bytes, a line feed and the reason, so that it is always another than before.
    package let listDigest: String
    /// Persons whose name leaves the list; nothing restarts for it.
    package let withdrawn: [UUID]
    /// Entries that say something else now; each has a full period of its own.
    package let corrected: [ProposedName]
    /// Entries that were not there before; each has a full period of its own.
    package let added: [ProposedName]
    /// Whether the notice as a whole changed, so that every period begins anew.
    package let concernsAll: Bool
    package let reason: String

    package var subject: UUID { list }
    package var enterprise: EnterpriseRef? { proposer }

    package init(
        list: UUID,
        proposer: EnterpriseRef,
        oldDigest: String,
        listDigest: String,
        withdrawn: [UUID],
        corrected: [ProposedName],
        added: [ProposedName],
        concernsAll: Bool,
        reason: String
    ) {
        self.list = list
        self.proposer = proposer
        self.oldDigest = oldDigest
        self.listDigest = listDigest
        self.withdrawn = withdrawn
        self.corrected = corrected
        self.added = added
        self.concernsAll = concernsAll
        self.reason = reason
    }
}
