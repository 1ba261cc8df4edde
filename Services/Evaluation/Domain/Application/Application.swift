import Kernel

/// An application (申报): handed in, judged against the notice, voted on.
package enum Application: Decider, Codable, Hashable {
    /// Can transition to: submitted.
    case absent
    /// Can transition to: judged.
    case submitted(entry: Entry)
    /// Can transition to: voted; a review changes its assessment.
    case judged(entry: Entry, assessment: Assessment)
    /// Final here; what follows happens to the list.
    case voted(entry: Entry, assessment: Assessment, tally: Tally)

    /// What an application can be asked to do.
    package enum Command: Sendable {
        case submit(Entry)
        case judge(Criteria, on: LocalDate)
        case review(Review)
        case recordVote(Tally)
    }

    /// What can have happened to an application.
    package enum Event: Codable, Hashable, Sendable {
        case submitted(entry: Entry)
        case judged(assessment: Assessment)
        case reviewed(review: Review)
        case voted(tally: Tally)
    }

    /// Why an application says no.
    package enum Rejection: Kernel.Rejection, Hashable {
        /// The person applied in this round with other particulars.
        case alreadyApplied
        case notSubmitted
        case notJudged
        /// No finding of that clause waits for a person.
        case nothingToReview(clause: Clause)
        /// The panel has voted.
        case alreadyVoted
        case notEligible

        package var code: String {
            switch self {
            case .alreadyApplied: "evaluation.already-applied"
            case .notSubmitted: "evaluation.application-not-submitted"
            case .notJudged: "evaluation.application-not-judged"
            case .nothingToReview: "evaluation.nothing-to-review"
            case .alreadyVoted: "evaluation.already-voted"
            case .notEligible: "evaluation.not-eligible"
            }
        }

        package var arguments: [String: String] {
            if case .nothingToReview(let clause) = self { ["clause": clause.rawValue] } else { [:] }
        }
    }

    package static var initial: Application { .absent }

    package func decide(_ command: Command) throws(Rejection) -> [Event] {
        switch (self, command) {
        case (.absent, .submit(let entry)): return [.submitted(entry: entry)]
        case (.submitted(let old), .submit(let new)), (.judged(let old, _), .submit(let new)),
            (.voted(let old, _, _), .submit(let new)):
            guard old == new else { throw .alreadyApplied }
            return []
        case (.submitted(let entry), .judge(let criteria, let day)):
            return [.judged(assessment: EligibilityPolicy.judge(entry.particulars, by: criteria, on: day))]
        case (.judged, .judge), (.voted, .judge): return []
        case (.absent, .judge), (.absent, .review), (.absent, .recordVote): throw .notSubmitted
        case (.submitted, .review), (.submitted, .recordVote): throw .notJudged
        case (.judged(_, let assessment), .review(let review)):
            guard assessment.waits(for: review) else { throw .nothingToReview(clause: review.clause) }
            return [.reviewed(review: review)]
        case (.voted, .review), (.voted, .recordVote): throw .alreadyVoted
        case (.judged(_, let assessment), .recordVote(let tally)):
            guard assessment.standing == .eligible else { throw .notEligible }
            return [.voted(tally: tally)]
        }
    }

    package mutating func apply(_ event: Event) {
        switch (self, event) {
        case (_, .submitted(let entry)): self = .submitted(entry: entry)
        case (.submitted(let entry), .judged(let assessment)): self = .judged(entry: entry, assessment: assessment)
        case (.judged(let entry, var assessment), .reviewed(let review)):
            assessment.take(review)
            self = .judged(entry: entry, assessment: assessment)
        case (.judged(let entry, let assessment), .voted(let tally)):
            self = .voted(entry: entry, assessment: assessment, tally: tally)
        case (.absent, .judged), (.absent, .reviewed), (.absent, .voted), (.submitted, .reviewed),
            (.submitted, .voted), (.judged, .judged), (.voted, .judged), (.voted, .reviewed), (.voted, .voted):
            break
        }
    }
}
