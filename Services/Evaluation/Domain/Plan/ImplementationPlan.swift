import Kernel

/// An implementation plan (实施方案), which must be shown to the employees before a round rests on it (notice, 四（一）).
package enum ImplementationPlan: Decider, Codable, Hashable {
    /// Can transition to: drawn up.
    case absent
    /// Can transition to: disclosed.
    case drawnUp(terms: PlanTerms)
    /// Final; rounds may be opened.
    case disclosed(terms: PlanTerms, disclosure: Disclosure)

    /// What a plan can be asked to do.
    package enum Command: Sendable {
        case drawUp(PlanTerms, today: LocalDate)
        case disclose(Disclosure)
    }

    /// What can have happened to a plan.
    package enum Event: Codable, Hashable, Sendable {
        case drawnUp(terms: PlanTerms)
        case disclosed(disclosure: Disclosure)
    }

    /// Why a plan says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// There is one already.
        case alreadyDrawnUp
        /// There is none yet.
        case notDrawnUp
        /// It was shown before.
        case alreadyDisclosed
        /// A planned occupation is not in the filing.
        case outsideFiling(occupation: String)
        /// The term of the filing has run out.
        case filingExpired(on: LocalDate)

        package var code: String {
            switch self {
            case .alreadyDrawnUp: "evaluation.plan-already-drawn-up"
            case .notDrawnUp: "evaluation.plan-not-drawn-up"
            case .alreadyDisclosed: "evaluation.plan-already-disclosed"
            case .outsideFiling: "evaluation.plan-outside-filing"
            case .filingExpired: "evaluation.filing-expired"
            }
        }

        package var arguments: [String: String] {
            switch self {
            case .alreadyDrawnUp, .notDrawnUp, .alreadyDisclosed: [:]
            case .outsideFiling(let occupation): ["occupation": occupation]
            case .filingExpired(let day): ["day": day.chinese]
            }
        }
    }

    package static var initial: ImplementationPlan { .absent }

    /// What it lays down, nil before it is drawn up.
    package var terms: PlanTerms? {
        switch self {
        case .absent: nil
        case .drawnUp(let terms), .disclosed(let terms, _): terms
        }
    }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .drawUp(let terms, let today)):
            guard today <= terms.filing.validThrough else {
                throw .filingExpired(on: terms.filing.validThrough)
            }
            for post in terms.posts where !terms.filing.occupations.contains(where: { $0.includes(post.occupation) }) {
                throw .outsideFiling(occupation: "\(post.occupation.name)(\(post.occupation.code))")
            }
            return [.drawnUp(terms: terms)]
        case (.drawnUp, .drawUp), (.disclosed, .drawUp): throw .alreadyDrawnUp
        case (.absent, .disclose): throw .notDrawnUp
        case (.drawnUp, .disclose(let disclosure)): return [.disclosed(disclosure: disclosure)]
        case (.disclosed, .disclose): throw .alreadyDisclosed
        }
    }

    package mutating func apply(_ event: Event) {
        switch event {
        case .drawnUp(let terms): self = .drawnUp(terms: terms)
        case .disclosed(let disclosure):
            if let terms { self = .disclosed(terms: terms, disclosure: disclosure) }
        }
    }
}
