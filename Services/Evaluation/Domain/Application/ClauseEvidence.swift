import Foundation

/// A file of an application with what it proves.
package struct ClauseEvidence: Codable, Hashable, Sendable {
    /// The attachment.
    package let file: UUID
    /// SHA-256 of its bytes, in hex, so that what was judged can be told from what came later.
    package let sha256: String
    /// The clauses it proves, by their stable names.
    package let clauses: [String]

    /// A file that proves clauses.
    package init(file: UUID, sha256: String, clauses: [String]) {
        self.file = file
        self.sha256 = sha256
        self.clauses = clauses
    }
}
