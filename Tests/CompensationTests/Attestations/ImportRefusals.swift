import CompensationDomain
import Kernel

@testable import CompensationService

extension Refusals {
    static let imports = Refusals(
        [
            AttestationImport.Rejection.over, OtherColumns(headings: ["实发工资"]),
            OtherMonth(written: Month(of: Sample.day("2026-10-01"))),
        ],
        ofFields: ["compensation.other-person", "compensation.standing", "compensation.row-torn"]
    )
}
