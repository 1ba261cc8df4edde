import Kernel

/// The accepted general filing a special-grade filing rests on.
///
/// Notice, clause 四: the enterprise files with the office of its original self-evaluation filing. That the scope lies
/// within it is inferred from there: 特级技师 is evaluated only in occupations filed up to 高级技师.
package struct FilingBasis: Hashable, Sendable, Codable {
    package let agencyCode: AgencyCode
    package let term: Term
    package let occupations: [FiledOccupation]

    /// What an accepted general filing gives.
    package init(agencyCode: AgencyCode, term: Term, occupations: [FiledOccupation]) {
        self.agencyCode = agencyCode
        self.term = term
        self.occupations = occupations
    }

    /// The occupations asked for that the general filing does not have at level 高级技师, in the order asked.
    ///
    /// Code, edition and 工种 must be the same; codes changed their meaning between editions.
    package func outside(_ asked: [Occupation]) -> [Occupation] { outsideScope(asked).map(\.occupation) }

    /// The same, each with the levels it is filed at.
    package func outsideScope(_ asked: [Occupation]) -> [OutsideScope] {
        asked.compactMap { wanted in
            let levels = occupations.filter { filed in
                filed.occupation.code == wanted.code && filed.occupation.edition == wanted.edition
                    && filed.occupation.specialty == wanted.specialty
            }.flatMap(\.levels)
            return levels.contains(.seniorTechnician)
                ? nil : OutsideScope(occupation: wanted, filedLevels: Set(levels).sorted())
        }
    }
}

/// An occupation asked for at special grade that the general filing does not carry.
package struct OutsideScope: Hashable, Sendable, Codable {
    package let occupation: Occupation
    /// The levels it is filed at, lowest first; none where it is not filed at all.
    package let filedLevels: [SkillLevel]

    /// An occupation with the levels it is filed at.
    package init(occupation: Occupation, filedLevels: [SkillLevel]) {
        self.occupation = occupation
        self.filedLevels = filedLevels
    }

    /// Why it lies outside, for the officer who decides.
    package var chinese: String {
        filedLevels.isEmpty
            ? "未在自主评价备案中备案"
            : "自主评价备案仅到\(filedLevels.last?.chinese ?? ""),未到一级/高级技师"
    }
}
