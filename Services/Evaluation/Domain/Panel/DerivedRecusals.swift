import Kernel

/// Who must not judge whom, as the records have it (回避).
package enum DerivedRecusals {
    /// Why this expert must not judge this candidate, in a word and a sentence; nil where no record says so.
    ///
    /// The first that holds: what was declared, then subordinates, then the team they share.
    package static func between(
        _ expert: ExpertRecord,
        _ candidate: PanelCandidate
    ) -> (ground: RecusalGround, reason: String)? {
        if let relation = expert.relations.first(where: { names($0, candidate) }) {
            return (relation.ground, "申报关系:\(relation.ground.chinese)。\(relation.note)")
        }
        guard expert.origin == .own, SamePlace.overlap(expert.unit, candidate.unit) else { return nil }
        if let led = expert.leads.first(where: { leads($0, candidate) }) {
            return (.superior, "该委员主管\(led)")
        }
        if SamePlace.same(expert.workshop, candidate.workshop), !SamePlace.differ(expert.team, candidate.team) {
            return (.sameTeam, "同在\(candidate.workshop)\(candidate.team ?? "")")
        }
        return nil
    }

    /// Whether an expert is the candidate; nobody who applies in a round sits on its panel.
    ///
    /// The register's person decides where the expert's record names one. Otherwise the name does: within the enterprise unless
    /// both workshops are known and are two, and for an invited expert together with the unit.
    package static func isSame(_ expert: ExpertRecord, _ candidate: PanelCandidate) -> Bool {
        if let person = expert.person { return person == candidate.person }
        guard SamePlace.same(expert.name, candidate.name) else { return false }
        switch expert.origin {
        case .own: return !SamePlace.differ(expert.workshop, candidate.workshop)
        case .invited: return SamePlace.same(expert.unit, candidate.unit)
        }
    }

    private static func names(_ relation: ExpertRelation, _ candidate: PanelCandidate) -> Bool {
        if let person = relation.person { return person == candidate.person }
        return SamePlace.same(relation.name, candidate.name) && SamePlace.overlap(relation.unit, candidate.unit)
            && !SamePlace.differ(relation.workshop, candidate.workshop)
    }

    private static func leads(_ place: String, _ candidate: PanelCandidate) -> Bool {
        SamePlace.same(place, candidate.workshop) || SamePlace.same(place, candidate.team)
    }
}
