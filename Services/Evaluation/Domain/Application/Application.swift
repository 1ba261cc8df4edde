import Kernel

/// An application (申报): handed in, confirmed by the person, judged against the notice, voted on.
package enum Application: Decider, Codable, Hashable {
    /// Can transition to: submitted.
    case absent
    /// Can transition to: judged, withdrawn; the person confirms it, and it can be changed.
    case submitted(entry: Entry)
    /// Taken back before it was judged. Final: who applies again hands in another.
    case withdrawn(entry: Entry, withdrawal: Withdrawal)
    /// Can transition to: voted; a review changes its assessment.
    case judged(entry: Entry, assessment: Assessment)
    /// Final here; what follows happens to the list.
    case voted(entry: Entry, assessment: Assessment, tally: Tally)

    /// What an application can be asked to do.
    package enum Command: Sendable {
        /// Hands it in, or changes what was handed in and is not judged yet.
        case submit(Entry)
        /// The person says the data are right, or human resources records the signed paper.
        case confirm(DataConfirmation)
        /// Says which file proves what.
        case prove([ClauseEvidence])
        case withdraw(Withdrawal)
        case judge(Criteria, on: LocalDate)
        case review(Review)
        case recordVote(Tally)
    }

    /// What can have happened to an application.
    package enum Event: Codable, Hashable, Sendable {
        case submitted(entry: Entry)
        case changed(entry: Entry)
        case confirmed(confirmation: DataConfirmation)
        case proven(evidence: [ClauseEvidence])
        case withdrawn(withdrawal: Withdrawal)
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
        /// It was taken back.
        case withdrawn
        /// Eligibility was judged; what was handed in stays as it is.
        case alreadyJudged

        package var code: String {
            switch self {
            case .alreadyApplied: "evaluation.already-applied"
            case .notSubmitted: "evaluation.application-not-submitted"
            case .notJudged: "evaluation.application-not-judged"
            case .nothingToReview: "evaluation.nothing-to-review"
            case .alreadyVoted: "evaluation.already-voted"
            case .notEligible: "evaluation.not-eligible"
            case .withdrawn: "evaluation.application-withdrawn"
            case .alreadyJudged: "evaluation.application-already-judged"
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
        case (.submitted(let old), .submit(let new)):
            let revised = old.revised(by: new)
            return revised == old ? [] : [.changed(entry: revised)]
        case (.judged(let old, _), .submit(let new)), (.voted(let old, _, _), .submit(let new)):
            guard old.revised(by: new) == old else { throw .alreadyApplied }
            return []
        case (.submitted(let entry), .confirm(let word)), (.judged(let entry, _), .confirm(let word)),
            (.voted(let entry, _, _), .confirm(let word)):
            return entry.isConfirmed || !word.isGiven ? [] : [.confirmed(confirmation: word)]
        case (.submitted(let entry), .prove(let evidence)):
            return entry.evidence ?? [] == evidence ? [] : [.proven(evidence: evidence)]
        case (.submitted, .withdraw(let withdrawal)): return [.withdrawn(withdrawal: withdrawal)]
        case (.withdrawn, .withdraw), (.withdrawn, .judge): return []
        case (.withdrawn, .submit), (.withdrawn, .confirm), (.withdrawn, .prove), (.withdrawn, .review),
            (.withdrawn, .recordVote):
            throw .withdrawn
        case (.judged, .prove), (.judged, .withdraw), (.voted, .prove), (.voted, .withdraw): throw .alreadyJudged
        case (.submitted(let entry), .judge(let criteria, let day)):
            return [.judged(assessment: EligibilityPolicy.judge(entry.particulars, by: criteria, on: day))]
        case (.judged, .judge), (.voted, .judge): return []
        case (.absent, .confirm), (.absent, .prove), (.absent, .withdraw), (.absent, .judge), (.absent, .review),
            (.absent, .recordVote):
            throw .notSubmitted
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
        case (_, .submitted(let entry)), (.submitted, .changed(let entry)): self = .submitted(entry: entry)
        case (.submitted(let entry), .proven(let evidence)): self = .submitted(entry: entry.proven(by: evidence))
        case (.submitted(let entry), .withdrawn(let withdrawal)):
            self = .withdrawn(entry: entry, withdrawal: withdrawal)
        case (.submitted(let entry), .confirmed(let word)): self = .submitted(entry: entry.confirmed(word))
        case (.judged(let entry, let assessment), .confirmed(let word)):
            self = .judged(entry: entry.confirmed(word), assessment: assessment)
        case (.voted(let entry, let assessment, let tally), .confirmed(let word)):
            self = .voted(entry: entry.confirmed(word), assessment: assessment, tally: tally)
        case (.submitted(let entry), .judged(let assessment)): self = .judged(entry: entry, assessment: assessment)
        case (.judged(let entry, var assessment), .reviewed(let review)):
            assessment.take(review)
            self = .judged(entry: entry, assessment: assessment)
        case (.judged(let entry, let assessment), .voted(let tally)):
            self = .voted(entry: entry, assessment: assessment, tally: tally)
        case (.absent, .judged), (.absent, .reviewed), (.absent, .voted), (.submitted, .reviewed),
            (.submitted, .voted), (.judged, .judged), (.voted, .judged), (.voted, .reviewed), (.voted, .voted),
            (_, .changed), (_, .proven), (_, .withdrawn), (_, .confirmed), (.withdrawn, _):
            break
        }
    }
}
