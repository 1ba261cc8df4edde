import Kernel

/// Somebody of the authority who handles filings (经办人), as the token names them.
package struct Officer: Hashable, Sendable, Codable {
    /// The account.
    package let id: String
    /// The name to show.
    package let name: String

    /// Names an officer.
    package init(id: String, name: String) {
        self.id = id
        self.name = name
    }
}
