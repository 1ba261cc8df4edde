import Kernel

extension Appointment {
    /// Why somebody is told no.
    package enum Rejection: Kernel.Rejection, Hashable {
        case alreadyMade
        case notMade
        /// The enterprise has no benchmark in force on the first day of the pay.
        case noBenchmark
        /// The band begins below the benchmark's.
        case belowBenchmark(band: String)
        case awaitsCertificate
        case alreadyEnded
        case endOutsideTerm(from: LocalDate, through: LocalDate)
        /// No assessment was failed.
        case nothingFailed
        case assessedOutsideTerm(from: LocalDate)
        case assessedAlready
        /// The term was not assessed yet.
        case notAssessed
        /// The assessment of the term was failed.
        case failedAssessment
        case alreadyRenewed
        case bandOutsideTerm(from: LocalDate, through: LocalDate)

        package var code: String {
            switch self {
            case .alreadyMade: "compensation.appointment-made"
            case .notMade: "compensation.appointment-not-made"
            case .noBenchmark: "compensation.no-benchmark"
            case .belowBenchmark: "compensation.below-benchmark"
            case .awaitsCertificate: "compensation.awaits-certificate"
            case .alreadyEnded: "compensation.appointment-ended"
            case .endOutsideTerm: "compensation.end-outside-term"
            case .nothingFailed: "compensation.nothing-failed"
            case .assessedOutsideTerm: "compensation.assessed-outside-term"
            case .assessedAlready: "compensation.assessed-already"
            case .notAssessed: "compensation.not-assessed"
            case .failedAssessment: "compensation.assessment-failed"
            case .alreadyRenewed: "compensation.already-renewed"
            case .bandOutsideTerm: "compensation.band-outside-term"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .belowBenchmark(let band): ["band": band]
            case .endOutsideTerm(let from, let through), .bandOutsideTerm(let from, let through):
                ["from": from.description, "through": through.description]
            case .assessedOutsideTerm(let from): ["from": from.description]
            case .alreadyMade, .notMade, .noBenchmark, .awaitsCertificate, .alreadyEnded, .nothingFailed,
                .assessedAlready, .notAssessed, .failedAssessment, .alreadyRenewed:
                [:]
            }
        }
    }
}
