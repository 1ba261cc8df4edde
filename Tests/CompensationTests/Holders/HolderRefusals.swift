import CompensationDomain
import Kernel

extension Refusals {
    static let holders = Refusals(Holder.Rejection.allCases)
}
