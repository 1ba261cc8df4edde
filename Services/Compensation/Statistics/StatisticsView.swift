import CompensationDomain
import Foundation
import Kernel

/// Persons in post by county, occupation and size, for officers.
struct StatisticsView: Encodable {
    let on: LocalDate
    let month: Month
    let total: Int
    let lines: [Line]

    struct Line: Encodable {
        let county: String
        let occupation: String
        let size: EnterpriseSize
        let persons: Int
        let met: Int
    }

    init(_ lines: [StatisticsRegister.Line], on day: LocalDate, month: Month) {
        on = day
        self.month = month
        total = lines.reduce(0) { $0 + $1.persons }
        self.lines = lines.map {
            Line(county: $0.county, occupation: $0.occupation, size: $0.size, persons: $0.persons, met: $0.met)
        }
    }
}

/// The same for everybody: breakdowns in which no small cell is shown, can be computed or guessed.
struct PublicStatisticsView: Encodable {
    let on: LocalDate
    /// The smallest number that is shown.
    let least: Int
    /// Missing where so few persons are in post that nothing of them is published.
    let total: Int?
    let counties: [Cell]
    let occupations: [Cell]
    let sizes: [Cell]
    /// Breakdowns of which nothing can be shown.
    let withheld: [String]
    /// What is left out and why, in words; missing where nothing is.
    let note: String?

    struct Cell: Encodable {
        let key: String
        /// Missing where it is hidden.
        let persons: Int?
    }

    init(_ lines: [StatisticsRegister.Line], on day: LocalDate) {
        on = day
        least = SmallCells.least
        total = SmallCells.total(lines.reduce(0) { $0 + $1.persons })
        let counties = Self.cells(lines, \.county) { $0 }
        let occupations = Self.cells(lines, \.occupation) { $0 }
        let sizes = Self.cells(lines, \.size) { $0.rawValue }
        withheld = [("counties", counties), ("occupations", occupations), ("sizes", sizes)].filter { $0.1 == nil }.map(
            \.0
        )
        (self.counties, self.occupations, self.sizes) = (counties ?? [], occupations ?? [], sizes ?? [])
        let isHidden = (self.counties + self.occupations + self.sizes).contains { $0.persons == nil }
        note =
            withheld.isEmpty && !isHidden
            ? nil : "为保护个人信息,人数较少的分组及足以推算其人数的分组不予公布;聘用总人数不足\(2 * SmallCells.least)人的,均不公布。"
    }

    private static func cells<Key: Hashable & Comparable>(
        _ lines: [StatisticsRegister.Line],
        _ key: (StatisticsRegister.Line) -> Key,
        name: (Key) -> String
    ) -> [Cell]? {
        let sums = lines.reduce(into: [Key: Int]()) { $0[key($1), default: 0] += $1.persons }
        return SmallCells.hidden(sums)?.sorted { $0.key < $1.key }.map { Cell(key: name($0.key), persons: $0.value) }
    }
}
