import Foundation

/// A list of filings as it came.
package struct ImportOrder: Hashable, Sendable, Codable {
    /// The name of the file.
    package let fileName: String
    /// SHA-256 of the file, in hex.
    package let digest: String
    /// Rows with anything in them, headings not counted.
    package let rows: Int
    /// Filings those rows are about: several rows with the same codes are one.
    package let filings: Int
    /// Whether nothing is to be entered, only told what would be (预检).
    package let isRehearsal: Bool
    /// The centre the filings are filed with: that of the officer.
    package let authority: Authority.Kind
    /// The account of the officer.
    package let by: String
    package let at: Date

    /// A list with what is to become of it.
    package init(
        fileName: String,
        digest: String,
        rows: Int,
        filings: Int,
        isRehearsal: Bool,
        authority: Authority.Kind,
        by: String,
        at: Date
    ) {
        self.fileName = fileName
        self.digest = digest
        self.rows = rows
        self.filings = filings
        self.isRehearsal = isRehearsal
        self.authority = authority
        self.by = by
        self.at = at
    }
}

/// How many filings of a list became what.
package struct ImportProgress: Hashable, Sendable, Codable {
    /// New ones.
    package var entered: Int
    /// Those that are here just so.
    package var unchanged: Int
    /// Those that are here otherwise; nothing was changed.
    package var differing: Int
    /// Those with something wrong.
    package var refused: Int

    /// So many of each.
    package init(entered: Int = 0, unchanged: Int = 0, differing: Int = 0, refused: Int = 0) {
        self.entered = entered
        self.unchanged = unchanged
        self.differing = differing
        self.refused = refused
    }

    /// All that have been looked at.
    package var filings: Int { entered + unchanged + differing + refused }

    /// Both together.
    package static func + (left: ImportProgress, right: ImportProgress) -> ImportProgress {
        ImportProgress(
            entered: left.entered + right.entered,
            unchanged: left.unchanged + right.unchanged,
            differing: left.differing + right.differing,
            refused: left.refused + right.refused
        )
    }
}
