import Foundation
import Kernel

/// A file of a month's attestations that is entered, some rows at a time.
package typealias AttestationImport = FileImport<AttestationList>

/// Files of attestations.
package enum AttestationList: ImportedList {
    package typealias Order = AttestationOrder
    package typealias Progress = AttestationProgress

    package static let over = "compensation.import-over"
}

/// A file of attestations as it came.
package struct AttestationOrder: Hashable, Sendable, Codable {
    package let creditCode: String
    package let month: Month
    package let signer: Attestation.Signer
    /// Why what was attested otherwise is corrected; nil where nothing is to be.
    package let correction: String?
    package let fileName: String
    /// SHA-256 of the file, in hex.
    package let digest: String
    /// Whether nothing is to be entered, only told what would be (预检).
    package let isRehearsal: Bool
    /// The sheet that is read; nil for CSV.
    package let sheet: String?
    /// Sheets of the workbook that were neither read nor kept; nil of a file that came before they were counted.
    package let otherSheets: Int?
    package let by: String
    package let at: Date

    /// A file with what is to become of it.
    package init(
        creditCode: String,
        month: Month,
        signer: Attestation.Signer,
        correction: String?,
        fileName: String,
        digest: String,
        isRehearsal: Bool,
        sheet: String?,
        otherSheets: Int?,
        by: String,
        at: Date
    ) {
        self.creditCode = creditCode
        self.month = month
        self.signer = signer
        self.correction = correction
        self.fileName = fileName
        self.digest = digest
        self.isRehearsal = isRehearsal
        self.sheet = sheet
        self.otherSheets = otherSheets
        self.by = by
        self.at = at
    }
}

/// How far a file is, and how many of its rows became what.
package struct AttestationProgress: ImportCount {
    /// The number of the last row that was looked at, as Excel shows it; 0 before the first.
    package var lastRow = 0
    package var attested = 0
    package var corrected = 0
    package var unchanged = 0
    package var refused = 0

    /// Nothing yet.
    package init() {}

    /// Rows that have been looked at.
    package var rows: Int { attested + corrected + unchanged + refused }
}
