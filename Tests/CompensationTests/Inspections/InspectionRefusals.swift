import CompensationDomain
import Kernel

extension Refusals {
    static let inspections = Refusals(
        [
            Inspection.Rejection.notOpened, .alreadyOpened, .notDrawn, .alreadyDrawn, .notInspected,
            .recordedOtherwise, .stillToInspect(count: 1), .alreadyClosed,
        ],
        ofFields: [
            "compensation.inspection-month", "compensation.inspection-nobody", "compensation.inspection-count",
            "compensation.inspection-choice", "compensation.inspection-named", "compensation.inspection-not-due",
            "compensation.inspectors", "compensation.inspection-note",
        ]
    )
}
