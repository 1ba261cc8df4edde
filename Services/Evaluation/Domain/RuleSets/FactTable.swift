import Kernel

/// The values of the facts a rule set names, about one application.
enum FactTable {
    /// The values by slot; what no rule names stays absent.
    static func values(
        of facts: [FactName],
        from particulars: Particulars,
        under judging: Judging,
        locals: Int
    ) -> [FactValue] {
        var values = [FactValue](repeating: .absent, count: FactName.allCases.count + locals)
        for fact in facts { values[fact.slot] = value(of: fact, particulars, judging) }
        return values
    }

    private static func value(of fact: FactName, _ particulars: Particulars, _ judging: Judging) -> FactValue {
        let (prior, occupation) = (particulars.prior, particulars.occupation)
        switch fact {
        case .unit: return FactValue(particulars.unit)
        case .unitIsCovered: return .truth(particulars.inCoveredUnit ?? false)
        case .workshop: return FactValue(particulars.workshop)
        case .positionName: return FactValue(particulars.position)
        case .positionKind: return FactValue(particulars.positionKind)
        case .employmentForm: return .text(particulars.employment.rawValue)
        case .employmentWords: return FactValue(particulars.employmentForm)
        case .dutyStatus: return FactValue(particulars.dutyStatus)
        case .hiredOn: return FactValue(particulars.hiredOn)
        case .education: return FactValue(particulars.education)
        case .occupationName: return FactValue(occupation.name)
        case .occupationTitle:
            return FactValue(occupation.specialty.map { "\(occupation.name)(\($0))" } ?? occupation.name)
        case .occupationCode: return FactValue(occupation.code)
        case .occupationEdition: return FactValue(occupation.edition)
        case .occupationSpecialty: return FactValue(occupation.specialty)
        case .priorKind: return FactValue(prior.kind)
        case .priorLevel: return FactValue(prior.level)
        case .priorLevelWords: return FactValue(prior.levelText)
        case .priorNumber: return FactValue(prior.number.text)
        case .priorNumberLevel: return FactValue(prior.number.level)
        case .priorOccupation: return FactValue(prior.occupation)
        case .priorIssuer: return FactValue(prior.issuer)
        case .priorIssuedOn: return FactValue(prior.issuedOn)
        case .mapping: return FactValue(judging.mappings.words(from: prior.occupation, to: occupation))
        case .posts: return .posts(particulars.seniorPosts)
        case .postsBegin: return FactValue(particulars.seniorPosts.spans.first?.from)
        case .postsFromCertificate: return .truth(particulars.seniorPosts.isStartFromCertificate)
        case .stillInOccupation: return .truth(particulars.stillInOccupation)
        case .healthConfirmed: return .truth(particulars.healthConfirmed)
        case .conductConfirmed: return .truth(particulars.conductConfirmed)
        case .claims: return .texts(particulars.conditions.map(\.written))
        case .merits: return FactValue(particulars.merits)
        case .honour: return FactValue(particulars.honour)
        case .honourDocument: return FactValue(particulars.honourDocument)
        case .evidence: return .texts(particulars.evidence)
        case .confirmedOn: return FactValue(particulars.confirmedOn)
        case .planReferenceDate: return .day(judging.referenceDate)
        case .planSeniorPostYears: return .number(judging.seniorPostYears)
        case .planAdditionalConditions: return .number(judging.additionalConditions)
        }
    }
}

extension AdditionalCondition {
    /// As rules name it: 二1.
    var written: String {
        switch self {
        case .innovation: "二1"
        case .leadingMethod: "二2"
        case .teaching: "二3"
        case .honours: "二4"
        }
    }
}
