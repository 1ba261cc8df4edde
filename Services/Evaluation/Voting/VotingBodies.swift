import EvaluationDomain
import Foundation
import Kernel

/// Who opens the box, where the plan names nobody.
struct PrepareVotingBody: Decodable {
    let officers: [VotingRule.OpeningOfficer]?

    /// The officers, checked.
    ///
    /// - Throws: `InvalidInput`.
    func checked() throws -> [VotingRule.OpeningOfficer] {
        let problems = VotingRule(openingOfficers: officers ?? []).problems("")
        guard problems.isEmpty else {
            throw InvalidInput(
                problems.map {
                    let field = $0.field.hasPrefix(".openingOfficers") ? "officers\($0.field.dropFirst(16))" : $0.field
                    return FieldProblem(field: field, code: $0.code, arguments: $0.arguments)
                }
            )
        }
        return officers ?? []
    }
}

/// Somebody else is to open the box in an officer's place.
struct OfficerReplacementBody: Decodable {
    /// The account of who cannot.
    let leaving: String?
    let account: String?
    let name: String?
    let reason: String?

    /// Who leaves, who follows and why.
    ///
    /// - Throws: `InvalidInput`.
    func checked() throws -> (leaving: String, officer: VotingRule.OpeningOfficer, reason: String) {
        var fields = PanelFields()
        let leaving = fields.text(leaving, "leaving", most: 100)
        let account = fields.text(account, "account", most: 100)
        let name = fields.text(name, "name", most: 60)
        let reason = fields.text(reason, "reason", most: 500)
        try fields.done()
        return (leaving, VotingRule.OpeningOfficer(account: account, name: name), reason)
    }
}

/// Until when ballots are taken.
struct OpenVotingBody: Decodable {
    let closesAt: Date?
}

/// A ballot as a member of the panel casts it.
struct BallotBody: Decodable {
    /// A vote on one candidate: `choice`, or `approve` in a vote of before members could abstain.
    struct VoteBody: Decodable {
        let application: UUID
        let choice: Choice?
        let approve: Bool?
    }

    struct OpinionBody: Decodable {
        let application: UUID?
        let text: String
    }

    let votes: [VoteBody]
    let opinions: [OpinionBody]?
    /// Only in a vote of before recusals were the panel's.
    let recusals: [Recusal]?
    /// There is no proxy; who names somebody else is told so.
    let onBehalfOf: String?

    /// The choices, each said.
    ///
    /// - Throws: `InvalidInput`.
    func choices() throws -> [CandidateVote] {
        var problems: [FieldProblem] = []
        let choices = votes.enumerated().compactMap { index, vote -> CandidateVote? in
            guard let choice = vote.choice ?? vote.approve.map({ $0 ? .yes : .no }) else {
                problems.append(FieldProblem(field: "votes[\(index)].choice", code: "evaluation.field-missing"))
                return nil
            }
            return CandidateVote(application: vote.application, choice: choice)
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return choices
    }

    /// The opinions, each with words and without numbers of persons.
    ///
    /// - Throws: `InvalidInput`.
    func minorityOpinions() throws -> [MinorityOpinion] {
        let opinions = opinions ?? []
        var problems: [FieldProblem] = []
        if opinions.count > MinorityOpinion.most {
            problems.append(FieldProblem(field: "opinions", code: "evaluation.out-of-range"))
        }
        for (index, opinion) in opinions.enumerated() {
            let field = "opinions[\(index)].text"
            if opinion.text.allSatisfy(\.isWhitespace) {
                problems.append(FieldProblem(field: field, code: "evaluation.field-missing"))
            }
            if opinion.text.count > MinorityOpinion.mostCharacters {
                let most = ["most": String(MinorityOpinion.mostCharacters)]
                problems.append(FieldProblem(field: field, code: "evaluation.text-too-long", arguments: most))
            }
            problems += ShownText.problems(in: opinion.text, field: field)
        }
        guard problems.isEmpty else { throw InvalidInput(problems) }
        return opinions.map {
            MinorityOpinion(
                application: $0.application,
                text: $0.text.trimmingCharacters(in: .whitespacesAndNewlines)
            )
        }
    }
}

/// An officer's code.
struct OpeningCodeBody: Decodable {
    let code: String?
    /// Why a stand-in opens, and not the officer.
    let reason: String?

    /// The reason, checked; nil where none is given.
    ///
    /// - Throws: `InvalidInput` where it is too long, or tells the number of a person.
    func standingInReason() throws -> String? {
        var fields = PanelFields()
        let reason = fields.optional(reason, "reason", most: 500)
        try fields.done()
        return reason
    }
}
