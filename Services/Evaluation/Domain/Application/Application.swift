import Kernel

/// An application (申报): handed in, confirmed by the person, judged by a rule set, voted on.
package enum Application: Decider, Codable, Hashable {
    /// Can transition to: submitted.
    case absent
    /// Can transition to: judged, withdrawn; the person confirms it, and it can be changed.
    case submitted(entry: Entry)
    /// Taken back before it was judged. Final: who applies again hands in another.
    case withdrawn(entry: Entry, withdrawal: Withdrawal)
    /// Can transition to: voted; reviews, relaxations and a re-check change its assessment.
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
        case judge(Judging)
        case review(Review)
        /// Proposes to relax a condition, by the rules it was judged by.
        case proposeRelaxation(RelaxationProposal, under: RelaxationRules)
        case consent(RelaxationCase.AuthorityConsent, to: RelaxationRequest.Condition)
        /// Signs a relaxation or declines it, where the signer is not the applicant.
        case sign(
            RelaxationCase.Signature,
            of: RelaxationRequest.Condition,
            isApplicant: Bool,
            parties: SigningParties? = nil
        )
        case askRecheck(Recheck)
        case decideRecheck(Recheck.Decision)
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
        case relaxationProposed(relaxation: RelaxationCase, clause: Clause, citation: String)
        case relaxationConsented(condition: RelaxationRequest.Condition, consent: RelaxationCase.AuthorityConsent)
        case relaxationSigned(condition: RelaxationRequest.Condition, signature: RelaxationCase.Signature)
        case recheckAsked(recheck: Recheck)
        case recheckDecided(decision: Recheck.Decision)
        case voted(tally: Tally)
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
        case (.withdrawn, _): throw .withdrawn
        case (.judged, .prove), (.judged, .withdraw), (.voted, .prove), (.voted, .withdraw): throw .alreadyJudged
        case (.submitted(let entry), .judge(let judging)):
            return [.judged(assessment: judging.verdict(on: entry.particulars, proofs: entry.evidence ?? []))]
        case (.judged, .judge), (.voted, .judge): return []
        case (.absent, _): throw .notSubmitted
        case (.submitted, _): throw .notJudged
        case (.voted, _): throw .alreadyVoted
        case (.judged(_, let assessment), .recordVote(let tally)):
            guard assessment.standing == .eligible else { throw .notEligible }
            return [.voted(tally: tally)]
        case (.judged(let entry, let assessment), .sign(let signature, let condition, _, let parties)):
            let events = try assessment.decide(command)
            guard !entry.isEntered(by: signature.by) else { throw .signedByWriter }
            // Another account of who proposed it or entered the application is no second person.
            if let signer = parties?.signer {
                let same = Set(parties?.others.filter(signer.isSame).map(\.account) ?? [])
                if let proposer = assessment.relaxation(of: condition)?.proposedBy, same.contains(proposer) {
                    throw .signedByProposer
                }
                if same.contains(where: entry.isEntered(by:)) { throw .signedByWriter }
            }
            return events
        case (.judged(_, let assessment), _): return try assessment.decide(command)
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
        case (.judged(let entry, let assessment), .voted(let tally)):
            self = .voted(entry: entry, assessment: assessment, tally: tally)
        case (.judged(let entry, var assessment), _):
            assessment.take(event)
            self = .judged(entry: entry, assessment: assessment)
        case (.absent, _), (.submitted, _), (.voted, _), (.withdrawn, _): break
        }
    }
}

extension Application {
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
        /// The rule set lets nobody relax that condition.
        case notRelaxable(condition: String)
        /// The condition is met or relaxed already.
        case nothingToRelax
        /// A proposal for that condition is open already.
        case relaxationProposed
        case noRelaxationProposed
        /// Who proposes does not sign.
        case signedByProposer
        /// Who entered the application does not sign.
        case signedByWriter
        /// The applicant does not sign.
        case signedByApplicant
        /// The condition takes the filing authority's written consent.
        case consentMissing
        case consentNotNeeded
        /// Nothing is refused.
        case nothingRefused
        /// A re-check is asked for once.
        case recheckAskedBefore
        case noRecheckOpen
        /// Who decided before, or asked, does not decide the re-check.
        case recheckBySamePerson
        /// Rules the decision would change were not refused.
        case recheckOutside(rules: String)
    }
}

extension Application.Rejection {
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
        case .notRelaxable: "evaluation.not-relaxable"
        case .nothingToRelax: "evaluation.nothing-to-relax"
        case .relaxationProposed: "evaluation.relaxation-proposed"
        case .noRelaxationProposed: "evaluation.no-relaxation-proposed"
        case .signedByProposer: "evaluation.signed-by-proposer"
        case .signedByWriter: "evaluation.signed-by-writer"
        case .signedByApplicant: "evaluation.signed-by-applicant"
        case .consentMissing: "evaluation.consent-missing"
        case .consentNotNeeded: "evaluation.consent-not-needed"
        case .nothingRefused: "evaluation.nothing-refused"
        case .recheckAskedBefore: "evaluation.recheck-asked-before"
        case .noRecheckOpen: "evaluation.no-recheck-open"
        case .recheckBySamePerson: "evaluation.recheck-by-same-person"
        case .recheckOutside: "evaluation.recheck-outside"
        }
    }

    package var arguments: [String: String] {
        switch self {
        case .nothingToReview(let clause): ["clause": clause.rawValue]
        case .notRelaxable(let condition): ["condition": condition]
        case .recheckOutside(let rules): ["rules": rules]
        default: [:]
        }
    }
}
