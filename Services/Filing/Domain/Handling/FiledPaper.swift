import struct Foundation.UUID
import Kernel

/// A file that was handed in with a filing, as the history keeps it: by its digest, without its name.
package struct FiledPaper: Hashable, Sendable, Codable {
    /// The attachment.
    package let file: UUID
    /// What it is for, like `business-licence`.
    package let purpose: String
    /// Lower-case hex.
    package let sha256: String
    /// In bytes.
    package let size: Int

    /// A file by its digest.
    package init(file: UUID, purpose: String, sha256: String, size: Int) {
        self.file = file
        self.purpose = purpose
        self.sha256 = sha256
        self.size = size
    }
}
