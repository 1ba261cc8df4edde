import Foundation

extension Panel {
    /// Who sits; nil before it is formed.
    package var seats: Seats? { if case .formed(let sitting) = self { sitting.seats } else { nil } }

    /// The accounts of its members, by which their panels are found.
    package var accounts: [String] { seats?.members.map(\.account) ?? [] }

    /// The draw that is fixed and not carried out yet; nil where there is none.
    package var commitment: DrawCommitment? {
        if case .announced(let commitment) = self { commitment } else { nil }
    }

    /// What keeps candidates from being put before it: no chair, an undecided request, or too few who may judge one.
    ///
    /// - Parameters:
    ///   - candidates: The applications.
    ///   - quorum: The share of the panel that must be able to vote on each.
    ///   - needsChair: Whether somebody must chair it; the members a plan of before names itself have no chair.
    /// - Throws: ``Rejection``.
    package func requireReady(
        for candidates: [UUID],
        quorum: VotingRule.Share,
        needsChair: Bool = true
    ) throws(Rejection) {
        let sitting = try sitting()
        let seats = sitting.seats
        guard seats.chair != nil || !needsChair else { throw .withoutChair }
        let waiting = sitting.requests.count { $0.decision == nil && candidates.contains($0.application) }
        guard waiting == 0 else { throw .requestsWaiting(count: waiting) }
        let short = seats.shortfalls(among: candidates, quorum: quorum)
        guard short.isEmpty else { throw .shortOfQuorum(count: short.count) }
    }

    /// What the records say of members and candidates: who must not judge whom.
    ///
    /// - Parameters:
    ///   - experts: The pool's records of the members, by account, as they are now.
    ///   - candidates: Whom the panel would judge.
    ///   - instant: Now.
    /// - Returns: A recusal for each pair; pairs that stand aside already are among them.
    package static func recusals(
        of experts: [String: ExpertRecord],
        from candidates: [PanelCandidate],
        at instant: Date
    ) -> [PanelRecusal] {
        experts.sorted { $0.key < $1.key }.flatMap { account, expert in
            candidates.compactMap { candidate in
                DerivedRecusals.between(expert, candidate).map { ground, reason in
                    PanelRecusal(
                        member: account,
                        application: candidate.application,
                        ground: ground,
                        origin: .derived,
                        reason: reason,
                        by: "system",
                        at: instant
                    )
                }
            }
        }
    }
}

extension Round {
    /// Refuses changes of the panel but between judging and the vote.
    ///
    /// Before, somebody who sits on it could still apply; afterwards it has begun to decide.
    package func requirePanelOpen() throws(Panel.Rejection) {
        guard stage == .judged else { throw .fixed }
    }
}
