import Kernel

extension SpecialFiling {
    /// The papers, once there are any.
    package var dossier: Dossier? {
        switch self {
        case .notDrafted: nil
        case .draft(let dossier), .submitted(let dossier, _), .correcting(let dossier, _),
            .resubmitted(let dossier, _, _), .accepted(let dossier, _, _), .refused(let dossier, _, _),
            .withdrawn(let dossier, _, _):
            dossier
        }
    }

    /// The days and corrections so far; nil before it was handed in.
    package var course: Course? {
        switch self {
        case .notDrafted, .draft: nil
        case .submitted(_, let day): Course(submittedOn: day)
        case .correcting(_, let told): Course(told: told)
        case .resubmitted(_, let told, let day): Course(answered: told, on: day)
        case .accepted(_, let course, _), .refused(_, let course, _): course
        case .withdrawn(_, let course, _): course
        }
    }

    /// The receipt of an accepted filing.
    package var receipt: Receipt? {
        guard case .accepted(_, _, let receipt) = self else { return nil }
        return receipt
    }

    /// The name of the state, as lists are filtered by it.
    package var phase: SpecialPhase {
        switch self {
        case .notDrafted: .notDrafted
        case .draft: .draft
        case .submitted: .submitted
        case .correcting: .correcting
        case .resubmitted: .resubmitted
        case .accepted: .accepted
        case .refused: .refused
        case .withdrawn: .withdrawn
        }
    }
}

/// The states of a special-grade filing by name.
package enum SpecialPhase: String, CaseIterable, Codable, Sendable {
    case notDrafted = "not-drafted"
    case draft, submitted, correcting, resubmitted, accepted, refused, withdrawn

    /// Those in which a filing runs: neither decided nor taken back.
    package static let running: [SpecialPhase] = [.draft, .submitted, .correcting, .resubmitted]
}
