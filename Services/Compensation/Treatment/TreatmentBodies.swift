import CompensationDomain
import Foundation
import Kernel
import Messaging

/// What shows that an item was granted.
struct GrantBody: Decodable {
    let evidence: String
    let reference: String?
    let grantedOn: LocalDate

    /// - Throws: `InvalidInput` with everything that is wrong.
    func validated(because cause: Cause) throws -> TreatmentItem.Evidence {
        var checks = Checks()
        if grantedOn > cause.today { checks.fail("grantedOn", "compensation.day-ahead") }
        let evidence = TreatmentItem.Evidence(
            text: checks.plain(evidence, "evidence", upTo: 500),
            reference: checks.optionalPlain(reference, "reference", upTo: 100),
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
