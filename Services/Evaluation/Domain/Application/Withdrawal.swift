import Foundation

/// How an application was taken back (撤回): it stays on record, and the person may apply again.
package struct Withdrawal: Codable, Hashable, Sendable {
    /// Why, in the words of who took it back; nil where nothing was said.
    package let reason: String?
    /// The account.
    package let by: String
    package let at: Date

    /// A withdrawal.
    package init(reason: String?, by: String, at: Date) {
        self.reason = reason
        self.by = by
        self.at = at
    }
}
