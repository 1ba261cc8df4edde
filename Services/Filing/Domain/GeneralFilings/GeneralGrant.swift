import Kernel

/// What the centre gives with the acceptance of a general filing.
package struct GeneralGrant: Hashable, Sendable, Codable {
    /// 备案码, with which every certificate number of the enterprise begins.
    package let agencyCode: AgencyCode
    package let term: Term
    /// The day of acceptance.
    package let on: LocalDate

    /// The code and term given on a day.
    package init(agencyCode: AgencyCode, term: Term, on: LocalDate) {
        self.agencyCode = agencyCode
        self.term = term
        self.on = on
    }
}

extension GeneralFiling {
    /// What was handed in, once it was.
    package var application: GeneralApplication? {
        switch self {
        case .notSubmitted: nil
        case .submitted(let application, _), .accepted(let application, _, _), .refused(let application, _, _, _):
            application
        }
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
        case .submitted: .submitted
        case .accepted: .accepted
        case .refused: .refused
        }
    }
}

/// The states of a general filing by name.
package enum GeneralPhase: String, CaseIterable, Codable, Sendable {
    case notSubmitted = "not-submitted"
    case submitted, accepted, refused
}
