import Foundation

/// What files a service takes for one thing, and how it keeps them.
package struct AttachmentPurpose: Hashable, Sendable {
    /// Stable, like "evidence".
    package let name: String
    /// What may come; nothing else is taken, whatever it is called.
    package let kinds: Set<FileKind>
    /// The largest file, in bytes.
    package let mostBytes: Int
    /// The most files of one case.
    package let mostFiles: Int
    /// Whether name and bytes are encrypted at rest with the service's key.
    package let isSealed: Bool
    /// How long a complete file is kept; nil for as long as nobody says otherwise.
    package let keptDays: Int?

    /// - Parameters:
    ///   - name: Stable, like "evidence".
    ///   - kinds: What may come.
    ///   - mostBytes: The largest file, in bytes.
    ///   - mostFiles: The most files of one case.
    ///   - isSealed: Whether name and bytes are encrypted at rest with the service's key.
    ///   - keptDays: How many days a complete file is kept; nil for as long as nobody says otherwise.
    package init(
        _ name: String,
        kinds: Set<FileKind>,
        mostBytes: Int = 50 << 20,
        mostFiles: Int = 20,
        isSealed: Bool = false,
        keptDays: Int? = nil
    ) {
        self.name = name
        self.kinds = kinds
        self.mostBytes = mostBytes
        self.mostFiles = mostFiles
        self.isSealed = isSealed
        self.keptDays = keptDays
    }

    /// Until when a file is kept that is complete at `now`.
    func retention(from now: Date) -> Date? { keptDays.map { now.addingTimeInterval(Double($0) * 86_400) } }
}
