import Foundation
import Kernel

/// A file of applications as it came.
package struct ImportOrder: Hashable, Sendable, Codable {
    package let round: UUID
    /// The name of the file.
    package let fileName: String
    /// SHA-256 of the file, in hex.
    package let digest: String
    /// Whether nothing is to be entered, only told what would be (预检).
    package let isRehearsal: Bool
    /// The sheet that is read; nil for CSV.
    package let sheet: String?
    /// Sheets with something in them that are not read, hidden ones among them.
    package let passedOver: [String]
    /// The version of the template the file was made with, where it says so and is another than today's.
    package let otherTemplate: String?
    /// Rows with something in them there seem to be; nil where the file does not tell.
    package let expectedRows: Int?
    /// Whether cells are merged over several rows; nil where that is not known.
    package let isMerged: Bool?
    /// The attachment with the papers the persons of the file signed; nil where none came with it.
    package let papers: UUID?
    /// The account of whoever handed it in.
    package let by: String
    package let at: Date

    /// A file with what is to become of it.
    package init(
        round: UUID,
        fileName: String,
        digest: String,
        isRehearsal: Bool,
        sheet: String?,
        passedOver: [String],
        otherTemplate: String?,
        expectedRows: Int? = nil,
        isMerged: Bool? = nil,
        papers: UUID? = nil,
        by: String,
        at: Date
    ) {
        self.round = round
        self.fileName = fileName
        self.digest = digest
        self.isRehearsal = isRehearsal
        self.sheet = sheet
        self.passedOver = passedOver
        self.otherTemplate = otherTemplate
        self.expectedRows = expectedRows
        self.isMerged = isMerged
        self.papers = papers
        self.by = by
        self.at = at
    }
}

/// How far a file is, and how many of its rows became what.
package struct ImportProgress: ImportCount {
    /// The number of the last row that was looked at, as Excel shows it; 0 before the first.
    package var lastRow: Int
    /// New applications; in a rehearsal those that would be.
    package var entered: Int
    /// Applications that were there with other particulars and were changed.
    package var changed: Int
    /// Applications that were there just so.
    package var unchanged: Int
    /// Rows with something wrong.
    package var refused: Int
    /// Of those that were read: how they would be judged now.
    package var eligible: Int
    package var ineligible: Int
    package var needsPerson: Int

    /// Nothing yet.
    package init() {
        (lastRow, entered, changed, unchanged, refused) = (0, 0, 0, 0, 0)
        (eligible, ineligible, needsPerson) = (0, 0, 0)
    }

    /// Rows that have been looked at.
    package var rows: Int { entered + changed + unchanged + refused }
}
