import Kernel

extension ExitCase {
    /// Why somebody is told no in an exit case.
    package enum Rejection: Kernel.Rejection, Hashable {
        case notOpened
        case alreadyOpened
        /// It was decided or dropped.
        case closed
        /// There is no written notice yet.
        case notTold
        case notServed
        case alreadyServed
        /// What happened cannot lie in the future, or before the notice was drawn up.
        case serviceDay(from: LocalDate, today: LocalDate)
        /// The time for asking to be heard was over.
        case hearingLate(through: LocalDate)
        case hearingAlreadyRequested
        case hearingNotRequested
        /// It must be told 7 working days before.
        case hearingTooSoon(earliest: LocalDate, isProvisional: Bool)
        case hearingNotCalled
        /// Minutes are kept on the day of the hearing or after.
        case hearingNotHeld(on: LocalDate)
        /// Who investigated does not preside.
        case chairInvestigated
        /// Who investigated does not decide.
        case investigatorDecides
        /// The enterprise can still ask to be heard.
        case hearingPeriodRuns(through: LocalDate, isProvisional: Bool)
        /// A hearing was asked for and its minutes are missing.
        case minutesMissing
        /// Statement and defence are to be answered.
        case answerMissing
        /// A cancellation or suspension is decided on a preview.
        case previewMissing
        case notDecided
        case nothingToUndo
        case notPublishable
        case alreadyPublished
        case notPublished
        /// It is taken down once it is set aside.
        case notSetAside
        case alreadySetAside
        case alreadyTakenDown

        package var code: String {
            switch self {
            case .notOpened: "filing.exit-not-opened"
            case .alreadyOpened: "filing.exit-already-opened"
            case .closed: "filing.exit-closed"
            case .notTold: "filing.exit-not-told"
            case .notServed: "filing.exit-not-served"
            case .alreadyServed: "filing.exit-already-served"
            case .serviceDay: "filing.exit-service-day"
            case .hearingLate: "filing.hearing-late"
            case .hearingAlreadyRequested: "filing.hearing-already-requested"
            case .hearingNotRequested: "filing.hearing-not-requested"
            case .hearingTooSoon: "filing.hearing-too-soon"
            case .hearingNotCalled: "filing.hearing-not-called"
            case .hearingNotHeld: "filing.hearing-not-held"
            case .chairInvestigated: "filing.chair-investigated"
            case .investigatorDecides: "filing.investigator-decides"
            case .hearingPeriodRuns: "filing.hearing-period-runs"
            case .minutesMissing: "filing.minutes-missing"
            case .answerMissing: "filing.answer-missing"
            case .previewMissing: "filing.preview-missing"
            case .notDecided: "filing.exit-not-decided"
            case .nothingToUndo: "filing.nothing-to-undo"
            case .notPublishable: "filing.not-publishable"
            case .alreadyPublished: "filing.already-published"
            case .notPublished: "filing.not-published"
            case .notSetAside: "filing.not-set-aside"
            case .alreadySetAside: "filing.already-set-aside"
            case .alreadyTakenDown: "filing.already-taken-down"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .serviceDay(let from, let today): ["from": from.description, "today": today.description]
            case .hearingLate(let through): ["through": through.description]
            case .hearingTooSoon(let day, let isProvisional):
                ["earliest": day.description, "note": Self.note(isProvisional)]
            case .hearingNotHeld(let day): ["day": day.description]
            case .hearingPeriodRuns(let day, let isProvisional):
                ["through": day.description, "note": Self.note(isProvisional)]
            default: [:]
            }
        }

        private static func note(_ isProvisional: Bool) -> String {
            isProvisional ? "(该年放假安排尚未公布,日期为暂定)" : ""
        }
    }
}
