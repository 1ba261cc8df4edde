import Foundation

/// What a count found; published as it is.
package struct VoteResult: Codable, Hashable, Sendable {
    package let tallies: [Tally]
    /// The letters on all ballots, candidate by candidate and in the order of the alphabet: they give the totals and link nothing.
    package let marks: [CandidateMarks]
    package let opinions: [MinorityOpinion]
    /// Who voted how, in a named vote.
    package let named: [NamedBallot]?

    /// What was found.
    package init(tallies: [Tally], marks: [CandidateMarks], opinions: [MinorityOpinion], named: [NamedBallot]?) {
        self.tallies = tallies
        self.marks = marks
        self.opinions = opinions
        self.named = named
    }
}

/// What all ballots say of one candidate.
package struct CandidateMarks: Codable, Hashable, Sendable {
    package let application: UUID
    /// ``Choice/mark`` of each ballot, sorted.
    package let marks: String

    /// The letters of a candidate.
    package init(application: UUID, marks: String) {
        self.application = application
        self.marks = marks
    }
}

/// A ballot that says whose it is.
package struct NamedBallot: Codable, Hashable, Sendable {
    /// The account.
    package let member: String
    /// One letter a candidate, in the order of the tallies; `-` where the member was recused.
    package let marks: String

    /// A named ballot.
    package init(member: String, marks: String) {
        self.member = member
        self.marks = marks
    }
}

extension VoteResult {
    /// Counts the ballots of an electorate.
    ///
    /// Present on a candidate are those who signed in and are not recused from that candidate: who abstains, or signs in and
    /// casts no ballot, is present and not in favour.
    package init(of papers: [BallotPaper], at electorate: Electorate, present: Set<String>, under rule: VotingRule) {
        var marks: [CandidateMarks] = []
        var tallies: [Tally] = []
        for (place, candidate) in electorate.candidates.enumerated() {
            let choices = papers.compactMap { $0.choice(at: place) }
            marks.append(CandidateMarks(application: candidate, marks: String(choices.map(\.mark).sorted())))
            tallies.append(
                Tally(
                    application: candidate,
                    approvals: choices.count { $0 == .yes },
                    refusals: choices.count { $0 == .no },
                    recusals: electorate.electors.count - electorate.entitled(to: candidate),
                    abstentions: choices.count { $0 == .abstain },
                    present: electorate.electors.count {
                        present.contains($0.account) && !$0.recusedFrom.contains(candidate)
                    },
                    passing: rule.passing
                )
            )
        }
        self.init(
            tallies: tallies,
            marks: marks,
            opinions: papers.flatMap(\.opinions).sorted { ($0.text, $0.member ?? "") < ($1.text, $1.member ?? "") },
            named: rule.ballot == .named
                ? papers.compactMap { paper in paper.member.map { NamedBallot(member: $0, marks: paper.marks) } }
                    .sorted { $0.member < $1.member } : nil
        )
    }
}
