import CompensationDomain
import Testing

@Suite("Small cells")
struct SmallCellsTests {
    @Test(
        "are hidden with as many others as it takes",
        arguments: [
            (["a": 9, "b": 7], ["a": 9, "b": 7]), (["a": 9, "b": 4, "c": 7], ["a": 9, "b": nil, "c": nil]),
            (["a": 9, "b": 1, "c": 2], ["a": nil, "b": nil, "c": nil]),
            (["a": 9, "b": 3, "c": 2], ["a": 9, "b": nil, "c": nil]), (["a": 9, "b": 0], ["a": 9, "b": 0]),
            (["a": 4], ["a": nil]), (["a": 6, "b": 1], ["a": nil, "b": nil]), ([:], [:]),
        ] as [([String: Int], [String: Int?])]
    )
    func table(cells: [String: Int], shown: [String: Int?]) { #expect(SmallCells.hidden(cells) == shown) }

    @Test("are never shown and never the rest of a total, whatever the numbers", arguments: 0..<400)
    func property(seed: Int) {
        var generator = Seeded(state: UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 &+ 1)
        let count = Int.random(in: 1...8, using: &generator)
        let cells = Dictionary(
            uniqueKeysWithValues: (0..<count).map { ($0, Int.random(in: 0...14, using: &generator)) }
        )
        let shown = SmallCells.hidden(cells)
        for case (_, .some(let persons)) in shown { #expect(persons == 0 || persons >= SmallCells.least) }
        let hidden = cells.filter { shown[$0.key] == .some(nil) }
        guard let total = SmallCells.total(cells), !hidden.isEmpty else { return }
        let rest = total - shown.values.reduce(0) { $0 + ($1 ?? 0) }
        #expect(rest >= SmallCells.least)
        // Every hidden cell can be another number with all that is shown the same.
        #expect(hidden.count >= 2 && hidden.values.allSatisfy { $0 >= 1 })
    }

    /// A generator that gives the same numbers for the same seed (SplitMix64).
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state &+= 0x9e37_79b9_7f4a_7c15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
            return mixed ^ (mixed >> 31)
        }
    }

    @Test(
        "An enterprise's size goes by its people",
        arguments: [(0, "unknown"), (1, "micro"), (19, "micro"), (20, "small"), (300, "medium"), (1000, "large")]
    )
    func sizes(employees: Int, size: String) { #expect(EnterpriseSize(employees: employees).rawValue == size) }
}
