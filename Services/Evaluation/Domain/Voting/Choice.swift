import Foundation

/// What a member can say of a candidate.
package enum Choice: String, Codable, CaseIterable, Sendable {
    case yes, no, abstain

    /// One letter, as ballots and tallies write it; `-` stands for a member who was recused.
    package var mark: Character {
        switch self {
        case .yes: "Y"
        case .no: "N"
        case .abstain: "A"
        }
    }

    /// 同意, 反对, 弃权.
    package var chinese: String {
        switch self {
        case .yes: "同意"
        case .no: "反对"
        case .abstain: "弃权"
        }
    }
}

/// One member's choice on one candidate.
package struct CandidateVote: Codable, Hashable, Sendable {
    package let application: UUID
    package let choice: Choice

    /// A choice on a candidate.
    package init(application: UUID, choice: Choice) {
        self.application = application
        self.choice = choice
    }
}

/// What a member wants on record beside the result (少数意见).
package struct MinorityOpinion: Codable, Hashable, Sendable {
    /// The candidate it is about; nil for the vote as a whole.
    package let application: UUID?
    package let text: String
    /// Whose it is; only in a named vote.
    package let member: String?

    /// An opinion.
    package init(application: UUID?, text: String, member: String? = nil) {
        self.application = application
        self.text = text
        self.member = member
    }

    /// The longest an opinion can be, in characters.
    package static let mostCharacters = 1000
    /// How many a ballot can hold.
    package static let most = 3
}
