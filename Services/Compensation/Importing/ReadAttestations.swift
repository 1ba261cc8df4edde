import Attachments
import CompensationDomain
import Cryptography
import Foundation
import Importing
import Kernel
import Postgres
import ServiceKit

/// A file of attestations that was read, before a transaction is begun for it: a large one takes seconds.
struct ReadAttestations: Sendable {
    let heading: AttestMonth.Heading
    let kept: KeptFile
    /// The name it came under, and its sheet's; nothing that reads like an amount is in them.
    let name: String
    let sheet: String?
    /// SHA-256 of the file, in hex.
    let digest: String
    /// Sheets of the workbook that were neither read nor kept.
    let otherSheets: Int
    let isRehearsal: Bool

    /// Reads what a call brings to its end.
    ///
    /// - Throws: `InvalidInput`, `FormRefusal`, `SpreadsheetError`, ``OtherColumns``, ``OtherMonth``.
    init(_ call: Call, _ session: borrowing Session) throws {
        let creditCode = try call.enterprise() ?? ""
        let upload = try ImportUpload(call)
        let isForm = call.contentType?.hasPrefix("multipart/form-data") == true
        let form = isForm ? try call.form() : nil
        func field(_ name: String) -> String? { call.query(name) ?? form?[name] }
        guard let month = field("month").flatMap({ Month($0) }) else {
            throw InvalidInput(field: "month", code: "compensation.month")
        }
        heading = try AttestMonth.Heading(
            creditCode: creditCode,
            month: month,
            signer: field("signer") ?? "",
            position: field("position") ?? "",
            account: call.caller.subject,
            correction: field("correction")
        )
        let sheet = try AttestationSheet(upload.bytes, own: OwnWords(of: creditCode, in: session))
        if let written = sheet.month, written != month { throw OtherMonth(written: written) }
        kept = try KeptFile(sheet)
        name = Self.harmless(upload.name, most: 120) ?? "\(AttestationTemplate.sheet)-\(month)"
        self.sheet = sheet.name.map { Self.harmless($0, most: 31) ?? AttestationTemplate.sheet }
        digest = Digest.sha256Hex(upload.bytes)
        otherSheets = sheet.otherSheets
        isRehearsal = upload.isRehearsal
    }

    /// A name as it may be kept and written to other files; nil where nothing is left of it, or pay may stand in it.
    static func harmless(_ name: String, most: Int) -> String? {
        guard let clean = FileName(name)?.text, !PayMention.isIn(clean) else { return nil }
        let text = String(clean.filter { !"[]'".contains($0) }.prefix(most))
        return text.isEmpty ? nil : text
    }
}
