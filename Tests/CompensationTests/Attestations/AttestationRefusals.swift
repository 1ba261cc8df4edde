import CompensationDomain
import Kernel

extension Refusals {
    static let attestations = Refusals(
        Attestation.Rejection.allCases,
        ofFields: [
            "compensation.month", "compensation.month-ahead", "compensation.month-not-due",
            "compensation.not-appointed-here", "compensation.other-band", "compensation.reason-required",
            "compensation.amount-in-text", "compensation.amount-in-band", "compensation.person-twice",
            "compensation.lines",
        ]
    )
}
