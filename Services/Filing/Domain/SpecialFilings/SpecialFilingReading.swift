import Kernel

extension SpecialFiling {
    /// The papers, once there are any.
    package var dossier: Dossier? {
        switch self {
        case .notDrafted: nil
        case .draft(let dossier), .submitted(let dossier, _), .correcting(let dossier, _),
            .resubmitted(let dossier, _, _), .accepted(let dossier, _, _), .refused(let dossier, _, _, _):
            dossier
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
        }
    }
}

/// The states of a special-grade filing by name.
package enum SpecialPhase: String, CaseIterable, Codable, Sendable {
    case notDrafted = "not-drafted"
    case draft, submitted, correcting, resubmitted, accepted, refused
}
