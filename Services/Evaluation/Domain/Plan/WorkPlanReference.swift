import Foundation
import Kernel

/// The version of the filed work plan (工作方案) a plan rests on.
package struct WorkPlanReference: Codable, Hashable, Sendable {
    package let filing: UUID
    /// Counts 1, 2, 3 from the first that was filed.
    package let version: Int
    /// SHA-256 of its canonical bytes, in hex.
    package let digest: String

    /// A version by number and digest.
    package init(filing: UUID, version: Int, digest: String) {
        self.filing = filing
        self.version = version
        self.digest = digest
    }
}
