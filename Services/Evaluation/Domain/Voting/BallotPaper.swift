import Foundation

/// What stands on a ballot once it is opened; it is never stored as it is.
package struct BallotPaper: Codable, Hashable, Sendable {
    /// Whose it is, in a named vote; a secret ballot says it nowhere.
    package let member: String?
    /// One letter a candidate, in the candidates' order: ``Choice/mark``, or `-` where the member was recused.
    package let marks: String
    package let opinions: [MinorityOpinion]

    /// A filled-in ballot.
    package init(member: String?, marks: String, opinions: [MinorityOpinion]) {
        self.member = member
        self.marks = marks
        self.opinions = opinions
    }

    /// The choice on the candidate at a place; nil where the member was recused.
    func choice(at place: Int) -> Choice? {
        let marks = Array(marks)
        return marks.indices.contains(place) ? Choice.allCases.first { $0.mark == marks[place] } : nil
    }
}
