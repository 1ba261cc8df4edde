import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let parity = Refusals(
        [Shortfall.Rejection.alreadySettled, Shortfall.Rejection.notFound, StillShort()]
    )
}
