import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let denials = Refusals(Denial.Rejection.allCases + [AlreadyDenied(), NoPerson()] as [any Kernel.Rejection])
}
