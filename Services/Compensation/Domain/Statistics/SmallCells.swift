/// Hides small cells of published breakdowns, so that none can be computed or guessed from all that is published.
///
/// Breakdowns of the same persons are published side by side with their total. What is hidden of one goes by the values
/// alone, never by which cell has them: for whoever knows this rule, each hidden cell may be any of the hidden values, and the
/// hidden values lie `least` apart at least. Where all cells are hidden, the total leaves each of them as much room. Breakdowns
/// are bound to one another by the total alone: whatever each of them says, tables of persons exist that have all of them.
package enum SmallCells {
    /// The smallest number of persons that is shown.
    package static let least = 5

    /// How many persons there are together; nil where so few are that nothing of them is published.
    package static func total(_ persons: Int, least: Int = SmallCells.least) -> Int? {
        persons < 2 * least ? nil : persons
    }

    /// A breakdown with what must not be shown left out: nil stands for a hidden cell.
    ///
    /// All below `least` are hidden, and then the next larger, until the hidden lie `least` apart. Cells of nobody are left out,
    /// as if there were none of their kind.
    ///
    /// - Returns: Nil where not even the kinds of cells can be shown: nothing but cells of a few.
    package static func hidden<Key: Hashable>(_ cells: [Key: Int], least: Int = SmallCells.least) -> [Key: Int?]? {
        let filled = cells.filter { $0.value > 0 }
        guard let sum = total(filled.values.reduce(0, +), least: least) else { return nil }
        guard let largest = largestHidden(filled.values.sorted(), least: least) else { return filled.mapValues { $0 } }
        let shown = filled.mapValues { $0 <= largest ? nil : $0 }
        let isAllHidden = shown.values.allSatisfy { $0 == nil }
        // With all but one of them 1, the last one is the rest.
        return isAllHidden && sum - filled.count < least ? nil : shown
    }

    /// The largest value that is hidden with those below `least`; nil where none is.
    private static func largestHidden(_ values: [Int], least: Int) -> Int? {
        guard let smallest = values.first, smallest < least else { return nil }
        return values.first { $0 >= least && $0 - smallest >= least } ?? values.last
    }
}
