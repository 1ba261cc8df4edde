import Cryptography
import EvaluationDomain
import Foundation
import Importing
import Kernel
import Messaging
import Postgres

/// Human resources hands in a file of applications: it is looked at, kept, and entered some rows at a time.
struct ReceiveApplications: Sendable {
    let store: ImportStore
    let submit: SubmitApplications

    /// Takes a file.
    ///
    /// - Parameters:
    ///   - bytes: A workbook or CSV.
    ///   - name: What it is called.
    ///   - isRehearsal: Whether only what would come of it is told.
    ///   - papers: The attachment with the papers the persons signed, where there is one.
    ///   - round: The round, which takes applications.
    ///   - cause: Who hands it in.
    ///   - tx: The transaction.
    /// - Returns: The import, which runs.
    /// - Throws: `SpreadsheetError`, ``OtherTemplate`` where the file cannot be read, `Round.Rejection`,
    ///   `WindowRejection`.
    func callAsFunction(
        _ bytes: [UInt8],
        name: String,
        isRehearsal: Bool,
        papers: UUID?,
        in round: Stored<Round>,
        because cause: Cause,
        in tx: borrowing Transaction
    ) throws -> Stored<ApplicationImport> {
        _ = try submit.acceptingTerms(of: round, on: cause.today, in: tx)
        let sheet = try ApplicationSheet(bytes)
        var list = Stored<ApplicationImport>(new: NewID.v7())
        let order = ImportOrder(
            round: round.id,
            fileName: String(name.prefix(200)),
            digest: Digest.sha256Hex(bytes),
            isRehearsal: isRehearsal,
            sheet: sheet.name,
            passedOver: Array(sheet.passedOver.prefix(20)),
            otherTemplate: sheet.otherTemplate,
            expectedRows: sheet.expectedRows,
            isMerged: sheet.isMerged,
            papers: papers,
            by: cause.actor,
            at: cause.now
        )
        try list.handle(.receive(order: order))
        try store.add(list, bytes, because: cause, in: tx)
        return list
    }
}
