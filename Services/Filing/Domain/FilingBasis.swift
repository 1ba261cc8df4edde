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
    package func outside(_ asked: [Occupation]) -> [Occupation] {
        let inside = occupations.filter { $0.levels.contains(.seniorTechnician) }.map(\.occupation)
        return asked.filter { wanted in
            !inside.contains {
                $0.code == wanted.code && $0.edition == wanted.edition && $0.specialty == wanted.specialty
            }
        }
    }
}
