import Kernel

extension GeneralFiling {
    /// What was written, once anything was.
    package var application: GeneralApplication? {
        switch self {
        case .notSubmitted: nil
        case .draft(let application), .submitted(let application, _), .correcting(let application, _),
            .resubmitted(let application, _, _), .accepted(let application, _, _), .refused(let application, _, _),
            .withdrawn(let application, _, _):
            application
        }
    }

    /// The days and corrections so far; nil before it was handed in.
    package var course: Course? {
        switch self {
        case .notSubmitted, .draft: nil
        case .submitted(_, let day): Course(submittedOn: day)
        case .correcting(_, let told): Course(told: told)
        case .resubmitted(_, let told, let day): Course(answered: told, on: day)
        case .accepted(_, let course, _), .refused(_, let course, _): course
        case .withdrawn(_, let course, _): course
        }
    }

    /// What was given with the acceptance.
    package var grant: GeneralGrant? {
        guard case .accepted(_, _, let grant) = self else { return nil }
        return grant
    }

    /// What special-grade filings can rest on; nil unless it was accepted.
    package var basis: FilingBasis? {
        guard case .accepted(let application, _, let grant) = self else { return nil }
        return FilingBasis(agencyCode: grant.agencyCode, term: grant.term, occupations: application.occupations)
    }

    /// The name of the state, as lists are filtered by it.
    package var phase: GeneralPhase {
        switch self {
        case .notSubmitted: .notSubmitted
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

/// The states of a general filing by name.
package enum GeneralPhase: String, CaseIterable, Codable, Sendable {
    case notSubmitted = "not-submitted"
    case draft, submitted, correcting, resubmitted, accepted, refused, withdrawn

    /// Those in which a filing runs: neither decided nor taken back.
    package static let running: [GeneralPhase] = [.draft, .submitted, .correcting, .resubmitted]
}
