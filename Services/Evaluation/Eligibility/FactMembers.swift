import EvaluationDomain

extension FactName {
    /// The members of the form a fact is written in; none for what the plan says.
    var members: [String] {
        switch self {
        case .unit, .unitIsCovered: ["unit"]
        case .workshop: ["workshop"]
        case .positionName: ["position"]
        case .positionKind: ["positionKind"]
        case .employmentForm, .employmentWords: ["employmentForm"]
        case .dutyStatus: ["dutyStatus"]
        case .hiredOn: ["hiredOn"]
        case .education: ["education"]
        case .occupationName, .occupationTitle: ["occupation"]
        case .occupationCode: ["occupationCode"]
        case .occupationEdition: ["occupationEdition"]
        case .occupationSpecialty: ["specialty"]
        case .priorKind: ["priorKind"]
        case .priorLevel, .priorLevelWords: ["priorLevel"]
        case .priorNumber, .priorNumberLevel: ["priorNumber"]
        case .priorOccupation: ["priorOccupation"]
        case .priorIssuer: ["priorIssuer"]
        case .priorIssuedOn: ["priorIssuedOn"]
        case .mapping: ["priorOccupation", "occupation", "occupationCode"]
        case .posts, .postsBegin, .postsFromCertificate: ["seniorSpans"]
        case .stillInOccupation: ["stillInOccupation"]
        case .healthConfirmed: ["healthConfirmed"]
        case .conductConfirmed: ["conductConfirmed"]
        case .claims: ["conditions"]
        case .merits: ["merits"]
        case .honour: ["honour"]
        case .honourDocument: ["honourDocument"]
        case .evidence: ["evidence"]
        case .confirmedOn: ["confirmedOn"]
        case .planReferenceDate, .planSeniorPostYears, .planAdditionalConditions: []
        }
    }
}
