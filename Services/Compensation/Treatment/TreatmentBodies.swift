import Attachments
import CompensationDomain
import Foundation
import Kernel
import Messaging

/// What shows that an item was granted.
struct GrantBody: Decodable {
    let evidence: String
    let reference: String?
    let file: UUID?
    let grantedOn: LocalDate

    /// What was said, checked; a file is one of `sent`, the complete files of the item.
    ///
    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(because cause: Cause, among sent: [AttachmentRecord]) throws -> TreatmentItem.Evidence {
        var checks = Checks()
        let shown = sent.first { $0.id == file }
        if file != nil, shown == nil { checks.fail("file", "compensation.evidence-file") }
        if grantedOn > cause.today { checks.fail("grantedOn", "compensation.day-ahead") }
        let evidence = TreatmentItem.Evidence(
            text: checks.plain(evidence, "evidence", upTo: 500),
            reference: checks.optionalPlain(reference, "reference", upTo: 100),
            file: shown.map { TreatmentItem.Evidence.File(id: $0.id, sha256: $0.sha256) },
            grantedOn: grantedOn,
            by: cause.actor,
            on: cause.today
        )
        return try checks.finish(evidence)
    }
}

/// Why an item is waived, or what was recorded was a mistake.
struct TreatmentReasonBody: Decodable {
    let reason: String

    /// - Throws: `InvalidInput`.
    func validated() throws -> String {
        var checks = Checks()
        return try checks.finish(checks.plain(reason, "reason", upTo: 500))
    }
}
