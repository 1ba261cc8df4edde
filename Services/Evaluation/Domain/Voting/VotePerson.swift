import Foundation
import Kernel

/// Somebody whose act another person must do or watch, as far as it is known who that is.
///
/// One person can have two accounts. Where both are tied to persons of the register, those decide; otherwise the names do, so
/// that an account that is tied to nobody does not pass for another person. Namesakes tie their accounts to their persons.
package struct VotePerson: Codable, Hashable, Sendable {
    package let account: String
    package let name: String?
    /// The person of the register; nil where the account is tied to none.
    package let person: UUID?

    /// Somebody by account, name and person.
    package init(account: String, name: String?, person: UUID?) {
        self.account = account
        self.name = name
        self.person = person
    }

    /// Whether both may be one.
    package func isSame(as other: VotePerson) -> Bool {
        if account == other.account { return true }
        if let person, let another = other.person { return person == another }
        return SamePlace.same(name, other.name)
    }
}
