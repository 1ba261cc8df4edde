import Kernel

/// A general filing (自主评价备案): the occupations and levels an enterprise may evaluate by itself.
package enum GeneralFiling: Decider, Hashable, Codable {
    /// Nothing was handed in. Can transition to: submitted.
    case notSubmitted
    /// With the centre. Can transition to: accepted, refused.
    case submitted(application: GeneralApplication, on: LocalDate)
    /// Filed, with an agency code and a term. Can transition to: nothing; what has lapsed is filed anew.
    case accepted(application: GeneralApplication, submittedOn: LocalDate, grant: GeneralGrant)
    /// Not filed. Can transition to: nothing; the enterprise may hand in another.
    case refused(application: GeneralApplication, submittedOn: LocalDate, reasons: [String], on: LocalDate)

    /// What an enterprise (submit) or the centre (accept, refuse) can ask.
    package enum Command: Hashable, Sendable {
        case submit(application: GeneralApplication, on: LocalDate)
        case accept(agencyCode: AgencyCode, term: Term, on: LocalDate)
        case refuse(reasons: [String], on: LocalDate)
    }

    /// What can have happened.
    package enum Event: Hashable, Sendable, Codable {
        case submitted(application: GeneralApplication, on: LocalDate)
        case accepted(grant: GeneralGrant)
        case refused(reasons: [String], on: LocalDate)
    }

    package static let initial = GeneralFiling.notSubmitted

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.notSubmitted, .submit(let application, let day)): [.submitted(application: application, on: day)]
        case (.submitted, .submit): throw .alreadySubmitted
        case (.submitted, .accept(let agencyCode, let term, let day)):
            try accepted(agencyCode, term, on: day)
        case (.submitted, .refuse(let reasons, let day)): [.refused(reasons: reasons, on: day)]
        case (.notSubmitted, .accept), (.notSubmitted, .refuse): throw .notSubmitted
        case (.accepted, .submit), (.accepted, .accept), (.accepted, .refuse): throw .alreadyDecided
        case (.refused, .submit), (.refused, .accept), (.refused, .refuse): throw .alreadyDecided
        }
    }

    private func accepted(_ code: AgencyCode, _ term: Term, on day: LocalDate) throws(Rejection) -> [Event] {
        guard day <= term.through else { throw .termOver(through: term.through) }
        return [.accepted(grant: GeneralGrant(agencyCode: code, term: term, on: day))]
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .submitted(let application, let day)): self = .submitted(application: application, on: day)
        case (.submitted(let application, let submittedOn), .accepted(let grant)):
            self = .accepted(application: application, submittedOn: submittedOn, grant: grant)
        case (.submitted(let application, let submittedOn), .refused(let reasons, let day)):
            self = .refused(application: application, submittedOn: submittedOn, reasons: reasons, on: day)
        case (.notSubmitted, _), (.accepted, _), (.refused, _): break  // never decided, so never told
        }
    }
}
