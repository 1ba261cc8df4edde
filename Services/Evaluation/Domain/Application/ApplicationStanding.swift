extension Application {
    /// Where an application stands, in one word; also the column lists are searched by.
    package enum Stage: String, Codable, CaseIterable, Sendable {
        case submitted, withdrawn, eligible, ineligible
        case needsPerson = "needs-person"
        case approved, declined
    }

    /// Where it stands; nil before it is handed in.
    package var stage: Stage? {
        switch self {
        case .absent: nil
        case .submitted: .submitted
        case .withdrawn: .withdrawn
        case .judged(_, let assessment):
            switch assessment.standing {
            case .eligible: .eligible
            case .ineligible: .ineligible
            case .needsPerson: .needsPerson
            }
        case .voted(_, _, let tally): tally.isApproved ? .approved : .declined
        }
    }

    /// Who applies with what; nil before it is handed in.
    package var entry: Entry? {
        switch self {
        case .absent: nil
        case .submitted(let entry), .withdrawn(let entry, _), .judged(let entry, _), .voted(let entry, _, _): entry
        }
    }

    /// How the panel voted on it; nil before.
    package var tally: Tally? { if case .voted(_, _, let tally) = self { tally } else { nil } }

    /// How it was judged; nil before.
    package var assessment: Assessment? {
        switch self {
        case .absent, .submitted, .withdrawn: nil
        case .judged(_, let assessment), .voted(_, let assessment, _): assessment
        }
    }
}
