import CompensationDomain
import Kernel

extension Refusals {
    static let configuration = Refusals(
        [ConfigurationRecord.Rejection.inForceInPast(today: .earliest)],
        ofFields: [
            "compensation.configuration-too-large", "compensation.configuration-days", "compensation.letter-words",
            "compensation.letter-place-missing", "compensation.letter-place-unknown",
        ]
    )
}
