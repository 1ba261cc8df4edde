/// What is decided about an application between its judging and the vote.
extension Assessment {
    /// What a command leads to; those of another state do nothing here.
    func decide(_ command: Application.Command) throws(Application.Rejection) -> [Application.Event] {
        switch command {
        case .submit, .confirm, .prove, .withdraw, .judge, .recordVote: return []
        case .review(let review):
            guard waits(for: review) else { throw .nothingToReview(clause: review.clause) }
            return [.reviewed(review: review)]
        case .proposeRelaxation(let proposal, let rules): return try propose(proposal, under: rules)
        case .consent(let consent, let condition):
            guard let open = relaxation(of: condition), open.isOpen else { throw .noRelaxationProposed }
            guard open.needsConsent else { throw .consentNotNeeded }
            return [.relaxationConsented(condition: condition, consent: consent)]
        case .sign(let signature, let condition, let isApplicant, _):
            return try sign(signature, of: condition, isApplicant: isApplicant)
        case .askRecheck(let asked):
            guard recheck == nil else { throw .recheckAskedBefore }
            guard standing == .ineligible else { throw .nothingRefused }
            return [.recheckAsked(recheck: asked)]
        case .decideRecheck(let decision): return try decide(decision)
        }
    }

    private func propose(
        _ proposal: RelaxationProposal,
        under rules: RelaxationRules
    ) throws(Application.Rejection) -> [Application.Event] {
        guard basis != nil, let clause = rules.clause, let opened = rules.opened(by: proposal, on: self) else {
            throw .notRelaxable(condition: proposal.condition.rawValue)
        }
        guard relaxation(of: proposal.condition)?.isOpen != true else { throw .relaxationProposed }
        guard isUnmet(proposal.condition) else { throw .nothingToRelax }
        return [.relaxationProposed(relaxation: opened, clause: clause, citation: rules.citation)]
    }

    private func sign(
        _ signature: RelaxationCase.Signature,
        of condition: RelaxationRequest.Condition,
        isApplicant: Bool
    ) throws(Application.Rejection) -> [Application.Event] {
        guard let open = relaxation(of: condition), open.isOpen else { throw .noRelaxationProposed }
        guard !isApplicant else { throw .signedByApplicant }
        guard open.proposedBy != signature.by else { throw .signedByProposer }
        // To say no takes nobody's consent.
        guard !signature.isGranted || !open.needsConsent || open.consent != nil else { throw .consentMissing }
        return [.relaxationSigned(condition: condition, signature: signature)]
    }

    private func decide(_ decision: Recheck.Decision) throws(Application.Rejection) -> [Application.Event] {
        guard let recheck, recheck.isOpen else { throw .noRecheckOpen }
        guard decision.by != recheck.askedBy, !reviewers.contains(decision.by) else { throw .recheckBySamePerson }
        let outside = notRefused(in: decision.changed)
        guard outside.isEmpty else { throw .recheckOutside(rules: outside.joined(separator: "、")) }
        return [.recheckDecided(decision: decision)]
    }

    /// Takes what happened.
    mutating func take(_ event: Application.Event) {
        switch event {
        case .submitted, .changed, .confirmed, .proven, .withdrawn, .judged, .voted: break
        case .reviewed(let review): take(review)
        case .relaxationProposed(let relaxation, let clause, let citation):
            take(proposed: relaxation, clause: clause, citation: citation)
        case .relaxationConsented(let condition, let consent): take(consent, for: condition)
        case .relaxationSigned(let condition, let signature): take(signature, for: condition)
        case .recheckAsked(let asked): recheck = asked
        case .recheckDecided(let decision): take(decision)
        }
    }
}
