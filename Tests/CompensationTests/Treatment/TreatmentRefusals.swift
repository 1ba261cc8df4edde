import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let treatment = Refusals(
        TreatmentItem.Rejection.allCases + [OwedByOther()] as [any Kernel.Rejection],
        ofFields: [
            "compensation.treatment-count", "compensation.treatment-code", "compensation.treatment-code-twice",
            "compensation.treatment-debtor", "compensation.evidence-file",
        ]
    )
}
