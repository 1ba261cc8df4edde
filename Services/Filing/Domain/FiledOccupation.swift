import Kernel

/// An occupation with the levels an enterprise evaluates in it by itself (自主评价).
package struct FiledOccupation: Hashable, Sendable, Codable {
    package let occupation: Occupation
    /// The levels, lowest first, each once.
    package let levels: [SkillLevel]

    /// An occupation with its levels in any order.
    package init(occupation: Occupation, levels: some Sequence<SkillLevel>) {
        self.occupation = occupation
        self.levels = Set(levels).sorted()
    }
}
