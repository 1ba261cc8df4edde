/// What people decide where rules cannot.
extension Assessment {
    /// Whether a review decides anything.
    func waits(for review: Review) -> Bool {
        findings.contains { isMeant(by: review, $0) }
    }

    /// Takes a person's decision into the findings that wait for it.
    mutating func take(_ review: Review) {
        for index in findings.indices where isMeant(by: review, findings[index]) {
            findings[index].take(review)
            guard findings[index].rule == Relaxing.rule, review.isMet, let relaxes else { continue }
            // Only a verdict of before: there a review granted what the request named.
            for other in findings.indices
            where findings[other].condition == relaxes && findings[other].outcome != .met {
                findings[other].isRelaxed = true
                findings[other].facts.append("按三(三)放宽")
            }
        }
    }

    /// The accounts that decided something about it.
    var reviewers: Set<String> { Set(findings.compactMap { $0.review?.by }) }

    /// What is refused: what stands in the way, as it stands.
    package var refused: [Finding] {
        let unmet = Set(groups.filter { outcome(of: $0) == .notMet }.map(\.id))
        return findings.filter { finding in
            guard finding.effective == .notMet, finding.rule != Relaxing.rule else { return false }
            return finding.group.map(unmet.contains) ?? true
        }
    }

    private func isMeant(by review: Review, _ finding: Finding) -> Bool {
        // A relaxation is signed, not reviewed, except in verdicts of before there were signatures.
        if finding.rule == Relaxing.rule, basis != nil { return false }
        return finding.clause == review.clause && finding.outcome == .needsPerson
            && (review.rule == nil || review.rule == finding.rule)
    }
}

extension Finding {
    /// Takes a person's decision.
    mutating func take(_ review: Review) {
        outcome = review.isMet ? .met : .notMet
        self.review = review
        facts.append("人工认定:\(review.reason)")
    }
}
