import Kernel

/// How the panel (评审委员会) of a round is made up.
package struct PanelRule: Codable, Hashable, Sendable {
    /// How its members are chosen.
    package enum Selection: String, Codable, CaseIterable, Sendable {
        /// They are named from the pool of experts.
        case named
        /// They are drawn from the pool of experts.
        case drawn
    }

    /// How many members it has: an odd number, five at least.
    package let size: Int
    package let selection: Selection
    /// The share of members invited from outside, at the least; nil for none.
    package let outsideShare: VotingRule.Share?
    /// Whether of every planned occupation somebody on it must know something; nil for no.
    package let coversOccupations: Bool?
    /// How candidates are scored; nil: nobody is scored here, as under plans of before.
    package let scoring: ScoringRule?

    /// A panel of so many; five named ones unless told otherwise.
    package init(
        size: Int = NoticeFloor.panelSeats,
        selection: Selection = .named,
        outsideShare: VotingRule.Share? = nil,
        coversOccupations: Bool? = nil,
        scoring: ScoringRule? = nil
    ) {
        self.size = size
        self.selection = selection
        self.outsideShare = outsideShare
        self.coversOccupations = coversOccupations
        self.scoring = scoring
    }

    /// How many of so many members are invited from outside, at the least.
    package func outside(of size: Int) -> Int { outsideShare.map { $0.least(of: size) } ?? 0 }

    /// What is wrong with it.
    func problems(_ field: String = "panelRule") -> [FieldProblem] {
        if size < NoticeFloor.panelSeats {
            let floor = ["floor": String(NoticeFloor.panelSeats)]
            return [FieldProblem(field: "\(field).size", code: "evaluation.panel-too-small", arguments: floor)]
        }
        guard size % 2 == 1, size <= 99 else {
            return [FieldProblem(field: "\(field).size", code: "evaluation.panel-not-odd")]
        }
        var problems: [FieldProblem] = []
        if let share = outsideShare,
            !((1...1000).contains(share.denominator) && (0...share.denominator).contains(share.numerator))
        {
            problems.append(FieldProblem(field: "\(field).outsideShare", code: "evaluation.out-of-range"))
        }
        return problems
    }

    /// What is wrong with it beside the rest of the terms.
    func problems(in terms: PlanTerms, _ field: String = "panelRule") -> [FieldProblem] {
        var problems = scoring?.problems(for: terms.methods.map(\.name), "\(field).scoring") ?? []
        if coversOccupations == true, terms.posts.count > PanelMakeUp.mostOccupations {
            problems.append(FieldProblem(field: "\(field).coversOccupations", code: "evaluation.out-of-range"))
        }
        return problems
    }
}
