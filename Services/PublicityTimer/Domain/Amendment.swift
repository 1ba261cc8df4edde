import Foundation
import Kernel

/// What the enterprise changes about a list that is on show (公示更正).
///
/// A name withdrawn restarts nothing; a corrected or an added entry has a full period of its own; a change to the notice
/// as a whole restarts every period.
package struct Amendment: Hashable, Codable, Sendable {
    /// Persons whose name leaves the list.
    package let withdrawn: [UUID]
    /// Entries that say something else now.
    package let corrected: [ShownName]
    /// Entries that were not there before.
    package let added: [ShownName]
    /// Whether the notice as a whole has changed.
    package let concernsAll: Bool
    /// The digest of the list as it is now.
    package let listDigest: String
    /// Why, in the enterprise's words.
    package let reason: String

    /// A change of a list.
    package init(
        withdrawn: [UUID],
        corrected: [ShownName],
        added: [ShownName],
        concernsAll: Bool,
        listDigest: String,
        reason: String
    ) {
        self.withdrawn = withdrawn
        self.corrected = corrected
        self.added = added
        self.concernsAll = concernsAll
        self.listDigest = listDigest
        self.reason = reason
    }
}
