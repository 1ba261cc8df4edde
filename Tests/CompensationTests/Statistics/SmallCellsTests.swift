import CompensationDomain
import Testing

@Suite("Small cells")
struct SmallCellsTests {
    @Test(
        "are hidden with those that keep them from being guessed",
        arguments: [
            (["a": 9, "b": 7], ["a": 9, "b": 7]), (["a": 12, "b": 4, "c": 9], ["a": 12, "b": nil, "c": nil]),
            (["a": 9, "b": 4, "c": 7], ["a": nil, "b": nil, "c": nil]),
            // Five hidden that hold five would be 1 each.
            (
                ["a": 1, "b": 1, "c": 1, "d": 1, "e": 1, "f": 20],
                ["a": nil, "b": nil, "c": nil, "d": nil, "e": nil, "f": nil]
            ),
            // Two hidden below 5 that hold eight would be 4 each.
            (["a": 5, "b": 4, "c": 4], ["a": nil, "b": nil, "c": nil]), (["a": 11, "b": 0], ["a": 11]),
            (["a": 30, "b": 8, "c": 8, "d": 3], ["a": 30, "b": nil, "c": nil, "d": nil]),
            (["a": 9, "b": 1], ["a": nil, "b": nil]), (["a": 4], nil), (["a": 4, "b": 5], nil), ([:], nil),
            (["a": 2, "b": 2, "c": 2, "d": 2, "e": 1, "f": 1], nil),
        ] as [([String: Int], [String: Int?]?)]
    )
    func table(cells: [String: Int], shown: [String: Int?]?) { #expect(SmallCells.hidden(cells) == shown) }

    @Test(
        "can be anything for whoever knows the total and the rule: every breakdown of up to 4 kinds and 32 persons",
        arguments: 1...4
    )
    func breakdowns(kinds: Int) {
        for total in kinds...32 {
            Attack.on(Composition.all(of: total, into: kinds)) { cells in
                SmallCells.total(total).map { Published(total: $0, parts: [SmallCells.hidden(cells)]) }
            }
        }
    }

    @Test("can be anything beside the other margins of their tables", arguments: [(2, 2, 16), (2, 3, 14), (3, 3, 11)])
    func tables(rows: Int, columns: Int, most: Int) {
        for total in 1...most {
            Attack.on(Composition.all(of: total, into: rows * columns, least: 0)) { cells in
                Published.margins(of: cells, total: total) { [$0 / columns, $0 % columns] }
            }
        }
    }

    @Test("can be anything beside the margins of all three kinds that are published together", arguments: 1...11)
    func threeKinds(total: Int) {
        Attack.on(Composition.all(of: total, into: 8, least: 0)) { cells in
            Published.margins(of: cells, total: total) { [$0 / 4, $0 / 2 % 2, $0 % 2] }
        }
    }

    @Test(
        "An enterprise's size goes by its people",
        arguments: [(0, "unknown"), (1, "micro"), (19, "micro"), (20, "small"), (300, "medium"), (1000, "large")]
    )
    func sizes(employees: Int, size: String) { #expect(EnterpriseSize(employees: employees).rawValue == size) }
}
