import Kernel

/// What a panel must be made of, by its plan.
package struct PanelMakeUp: Codable, Hashable, Sendable {
    /// How many occupations a panel can be asked to cover.
    package static let mostOccupations = 12

    /// How many members: an odd number.
    package let size: Int
    package let isDrawn: Bool
    /// How many members are invited from outside, at the least.
    package let outside: Int
    /// Of each of these somebody on the panel must know something.
    package let occupations: [Occupation]

    /// What a panel is made of.
    package init(size: Int, isDrawn: Bool = false, outside: Int = 0, occupations: [Occupation] = []) {
        self.size = size
        self.isDrawn = isDrawn
        self.outside = outside
        self.occupations = Array(occupations.prefix(Self.mostOccupations))
    }

    /// What the plan's terms ask for; a plan that says nothing of it has as many members as it has seats.
    package init(_ terms: PlanTerms) {
        guard let rule = terms.panelRule else {
            self.init(size: terms.panel.count)
            return
        }
        self.init(
            size: rule.size,
            isDrawn: rule.selection == .drawn,
            outside: rule.outside(of: rule.size),
            occupations: rule.coversOccupations == true ? terms.posts.map(\.occupation) : []
        )
    }

    /// Refuses members who are not what it asks for.
    package func check(_ members: [PanelMember]) throws(Panel.Rejection) {
        guard members.count == size, size % 2 == 1, size >= NoticeFloor.panelSeats else {
            throw .wrongSize(wanted: max(size, NoticeFloor.panelSeats), count: members.count)
        }
        var accounts: Set<String> = []
        for member in members where !accounts.insert(member.account).inserted { throw .namedTwice(name: member.name) }
        let invited = members.count(where: \.isInvited)
        guard invited >= outside else { throw .tooFewOutside(needed: outside, count: invited) }
        for occupation in occupations
        where !members.contains(where: { $0.knows(occupation) }) {
            throw .uncovered(occupation: occupation.name)
        }
    }
}

extension PlanTerms {
    /// Whether its panel has to be formed: always where the plan says how, so that who must stand aside is looked for.
    package var needsForming: Bool { panelRule != nil }
}
